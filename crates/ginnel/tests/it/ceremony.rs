//! What a ceremony hands over, made by hand so that it can be made wrongly.

use std::path::PathBuf;

use actors::{Newcomer, recipient};
use domain::wire::Blob;
use domain::{Clock, Day, Desk, District, OfficerId, Period, Role};
use ginnel::SystemClock;
use notes::card::Card;
use notes::{
    AuditorKey, DeskKey, Head, Member, NoteBody, PublicDirectory, RecipientText, Roster,
    SigningKey, StaffDirectory, Validity, VaultKey,
};

use unseal::Identity;
use zeroize::Zeroizing;

use crate::installation::{Installation, now, today};

pub const LEEDS: Desk = Desk::Bronze(District::Leeds);

/// An officer whose recipient and key come of one number.
#[derive(Clone, Copy)]
pub struct Person {
    pub seed: u8,
    pub role: Role,
}

impl Person {
    pub const fn id(self) -> OfficerId {
        OfficerId::from_bytes([self.seed; 16])
    }

    pub fn key(self) -> SigningKey {
        SigningKey::from_seed(&[self.seed; 32])
    }

    pub fn member(self) -> Member {
        Member {
            officer: self.id(),
            role: self.role,
            recipient: recipient(self.seed),
            key: self.key().public(),
        }
    }

    /// Enrols straight into the store, with a real card.
    pub fn enrol(self, installation: &Installation) {
        let opened = installation.opened();
        let (inst, id) = (installation.inst, self.id());
        let card = Card::sign(inst, id, recipient(self.seed), &self.key());
        let newcomer = Newcomer {
            name: &format!("person {}", self.seed),
            role: self.role,
            desks: &[Desk::Triage],
            code: [self.seed; 32],
            id,
            card: &card.to_text(),
        };
        now(newcomer.enrol(&*opened.store, SystemClock.now()));
    }
}

/// A wrapper as it stands in `wrappers.json`.
#[derive(Clone)]
pub struct Wrapped {
    pub officer: OfficerId,
    pub desk: Desk,
    pub period: Period,
    pub recipient: RecipientText,
}

/// Somebody whom anything can be sealed to.
fn auditors() -> AuditorKey {
    let identity = Identity::from_seed(Zeroizing::new([8; 32]));
    let recipient = RecipientText::parse(&identity.recipient().encode());
    AuditorKey {
        year: today().year(),
        recipient: recipient.unwrap(),
    }
}

/// Everything a ceremony hands over; change what is to be wrong.
pub struct Ceremony {
    pub serial: u64,
    pub from: Day,
    pub days: i32,
    pub rosters: Vec<(Desk, Vec<Member>)>,
    pub wrappers: Vec<Wrapped>,
    /// Whom this week's tips are sealed to: nobody, unless somebody is put here.
    pub triage: RecipientText,
    /// Whom operations are sealed to.
    pub auditors: Vec<AuditorKey>,
    /// Leaves the second authority's signature away.
    pub one_signature: bool,
}

impl Ceremony {
    /// Triage and Leeds, valid from today for a week, with these people at triage.
    pub fn with_triage(people: &[Person]) -> Self {
        let week = Period::Week(today().week());
        let wrapper = |person: &Person| Wrapped {
            officer: person.id(),
            desk: Desk::Triage,
            period: week,
            recipient: recipient(20),
        };
        let mut members: Vec<_> = people.iter().copied().map(Person::member).collect();
        members.sort_by_key(|member| member.officer);
        Self {
            serial: 1,
            from: today(),
            days: 7,
            rosters: vec![(Desk::Triage, members)],
            wrappers: people.iter().map(wrapper).collect(),
            triage: recipient(20),
            auditors: vec![auditors()],
            one_signature: false,
        }
    }

    /// Writes the folder.
    pub fn write(&self, installation: &Installation) -> PathBuf {
        let folder = installation
            .folder
            .path()
            .join(format!("ceremony-{}", self.serial));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir(&folder).unwrap();
        let head = Head {
            inst: installation.inst,
            serial: self.serial,
            validity: Validity::new(self.from, self.from.plus(self.days), 14).unwrap(),
        };
        let (week, quarter) = (today().week(), today().quarter());
        let key = |desk, week, seed| DeskKey {
            desk,
            week,
            recipient: recipient(seed),
        };
        let public = PublicDirectory {
            head,
            desks: vec![
                DeskKey {
                    desk: Desk::Triage,
                    week,
                    recipient: self.triage.clone(),
                },
                key(Desk::Triage, week.plus(1), 21),
            ],
            replies: Vec::new(),
        };
        let vault = VaultKey {
            desk: Desk::Triage,
            quarter,
            recipient: recipient(23),
        };
        let staff = StaffDirectory {
            head,
            desks: vec![key(LEEDS, week, 22)],
            vaults: vec![vault],
            rosters: Vec::new(),
            auditors: self.auditors.clone(),
            canary: None,
        };
        let put = |name: &str, text: String| std::fs::write(folder.join(name), text).unwrap();
        put("public-directory.note", self.sign(installation, &public));
        put("staff-directory.note", self.sign(installation, &staff));
        for (desk, members) in &self.rosters {
            let roster = Roster {
                head,
                desk: *desk,
                members: members.clone(),
                former: Vec::new(),
            };
            let name = desk.to_string().replace('/', "-");
            put(
                &format!("roster-{name}.note"),
                self.sign(installation, &roster),
            );
        }
        let wrappers = self.wrappers.iter().map(|one| {
            serde_json::json!({
                "officer": one.officer,
                "desk": one.desk,
                "period": one.period,
                "recipient": one.recipient.as_str(),
                "blob": Blob(vec![1; 50]),
            })
        });
        let wrappers: serde_json::Value = wrappers.collect();
        put("wrappers.json", wrappers.to_string());
        folder
    }

    fn sign(&self, installation: &Installation, body: &impl NoteBody) -> String {
        let [police, council] = &installation.signers;
        if self.one_signature {
            body.sign(&[police]).unwrap()
        } else {
            body.sign(&[police, council]).unwrap()
        }
    }
}
