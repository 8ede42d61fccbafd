//! The ceremony of the demonstration, with the library every ceremony uses.

use std::collections::BTreeMap;
use std::fs;

use domain::wire::OfficerRow;
use domain::{Day, Desk, InstallationId};
use ginnel_keys::recovery::Custodians;
use ginnel_keys::status::{NoteStatus, Standing, status};
use ginnel_keys::{
    Ceremony, NoteName, Settings, Waiting, auditor, authority, backups, canary, card, directory,
    epochs, export, recovery, roster, sign, wrap,
};
use notes::card::Card;
use notes::{Authorities, Signer};
use rand::rngs::OsRng;
use seal::hybrid::Recipient;

use crate::error::StepError;
use crate::kept::DemoOfficer;
use crate::layout::{self, Layout, Passing};
use crate::people::Post;
use crate::{DemoError, people};

/// The two organisations that vouch for the demonstration's notes.
const AUTHORITIES: [&str; 2] = [
    "Demo-Authority-One-(police)",
    "Demo-Authority-Two-(council)",
];

/// A note that ends sooner is written anew.
const SOON: i32 = 5;

/// The demonstration's ceremony, and all who take part in it on one machine.
pub(crate) struct DemoCeremony<'a> {
    layout: &'a Layout,
    ceremony: Ceremony,
    signers: Vec<Signer>,
    custodians: Custodians,
    today: Day,
}

/// Makes both organisations' keys, or finds them. Answers what is pinned.
pub(crate) fn authorities(layout: &Layout) -> Result<Authorities, DemoError> {
    let mut authorities = Vec::new();
    for (number, name) in AUTHORITIES.iter().enumerate() {
        let file = authority_file(layout, number);
        if !file.exists() {
            authority::make(name, &file, &mut OsRng).map_err(StepError::from)?;
        }
        let signer = authority::read(&file).map_err(StepError::from)?;
        authorities.push(signer.authority().clone());
    }
    Ok(Authorities::new(authorities).expect("the two names above differ"))
}

/// Whether a demonstration was begun in this folder.
pub(crate) fn has_authorities(layout: &Layout) -> bool {
    authority_file(layout, 0).exists()
}

fn authority_file(layout: &Layout, number: usize) -> std::path::PathBuf {
    layout.authority(&format!("authority-{}", number.saturating_add(1)))
}

impl<'a> DemoCeremony<'a> {
    /// Begins the ceremony, or goes on with it.
    pub(crate) fn open(
        layout: &'a Layout,
        inst: InstallationId,
        today: Day,
    ) -> Result<Self, DemoError> {
        let folder = layout.ceremony();
        let pinned = authorities(layout)?;
        if !folder.exists() {
            let settings = Settings {
                inst,
                authorities: pinned,
                desks: people::desks(),
                all_in_one_folder_for_a_demo: false,
            };
            Ceremony::begin(&folder, settings).map_err(StepError::from)?;
        }
        let ceremony = Ceremony::open(&folder).map_err(StepError::from)?;
        if ceremony.inst() != inst {
            return Err(DemoError::Damaged(folder));
        }
        let signers =
            (0..AUTHORITIES.len()).map(|number| authority::read(&authority_file(layout, number)));
        let signers = signers.collect::<Result<_, _>>().map_err(StepError::from)?;
        let custodians = Custodians::new(&layout.custodian(1), &layout.custodian(2));
        let custodians = custodians.map_err(StepError::from)?;
        Ok(Self {
            layout,
            ceremony,
            signers,
            custodians,
            today,
        })
    }

    /// Whether this ceremony makes keys for somebody's desks: an older demonstration had fewer.
    pub(crate) fn has_desks_of(&self, post: &Post) -> bool {
        let desks = self.ceremony.desks();
        post.desks.iter().all(|desk| desks.contains(desk))
    }

    /// What every note is worth, as `ginnel-keys verify` says it.
    fn notes(&self) -> Result<Vec<NoteStatus>, StepError> {
        Ok(status(&self.ceremony, self.today)?.notes)
    }

    /// Whether a note holds for a while yet.
    fn holds(&self, name: NoteName) -> Result<bool, StepError> {
        let soon = self.today.plus(SOON);
        let holds = |note: &NoteStatus| match note.standing {
            Standing::Holds { until } => note.name == name && until > soon,
            _ => false,
        };
        Ok(self.notes()?.iter().any(holds))
    }

    /// Whether a roster is to be written anew.
    pub(crate) fn rosters_end_soon(&self) -> Result<bool, StepError> {
        for &desk in self.ceremony.desks() {
            if !self.holds(NoteName::Roster(desk))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Makes the keys of the weeks to come and has both directories signed. Answers whether it was
    /// time for that.
    pub(crate) fn renew_directories(&self) -> Result<bool, StepError> {
        let both = [NoteName::PublicDirectory, NoteName::StaffDirectory];
        let named = self.name_auditors()? | self.name_canary()?;
        if !named && self.holds(both[0])? && self.holds(both[1])? {
            return Ok(false);
        }
        recovery::make(&self.ceremony, &self.custodians, self.today, &mut OsRng)?;
        epochs::make(&self.ceremony, self.today, &mut OsRng)?;
        directory::write(&self.ceremony, self.today, Waiting::GiveUp)?;
        both.into_iter().try_for_each(|name| self.sign(name))?;
        Ok(true)
    }

    /// Makes the keys of the auditors of this year and the next, as they would on a machine of their own.
    /// Answers whether there were none.
    fn name_auditors(&self) -> Result<bool, StepError> {
        let this = self.today.year();
        let mut named = false;
        for year in [this, this.plus(1)] {
            let secret = self.layout.auditor(year);
            if !secret.exists() {
                let recipient = backups::make(&secret, &mut OsRng)?;
                let recipient = Recipient::parse(&recipient).expect("it was just made");
                auditor::name(&self.ceremony, year, &recipient)?;
                named = true;
            }
        }
        Ok(named)
    }

    /// Makes the key that marks test tips, as on the machine that would send them. Answers whether there was
    /// none.
    fn name_canary(&self) -> Result<bool, StepError> {
        let secret = self.layout.canary();
        if secret.exists() {
            return Ok(false);
        }
        let key = authority::make(canary::NAME, &secret, &mut OsRng)?;
        canary::name(&self.ceremony, &key)?;
        Ok(true)
    }

    /// Puts officers on the lists of their desks, by the six words each browser showed, and has the
    /// rosters signed that changed or end soon. Answers how many.
    pub(crate) fn renew_rosters(
        &self,
        officers: &[DemoOfficer],
        cards: &BTreeMap<String, Card>,
    ) -> Result<u32, DemoError> {
        let mut signed = 0_u32;
        for &desk in self.ceremony.desks() {
            let added = self.approve(desk, officers, cards)?;
            if added || !self.holds(NoteName::Roster(desk))? {
                let written = roster::write(&self.ceremony, desk, self.today, Waiting::GiveUp);
                written.map_err(StepError::from)?;
                self.sign(NoteName::Roster(desk))?;
                signed = signed.saturating_add(1);
            }
        }
        Ok(signed)
    }

    fn approve(
        &self,
        desk: Desk,
        officers: &[DemoOfficer],
        cards: &BTreeMap<String, Card>,
    ) -> Result<bool, DemoError> {
        let members = roster::members(&self.ceremony, desk).map_err(StepError::from)?;
        let mut added = false;
        for officer in officers
            .iter()
            .filter(|officer| officer.desks.contains(&desk))
        {
            let card = cards.get(&officer.name);
            let card = card.ok_or_else(|| DemoError::NoCard(officer.name.clone()))?;
            if members.iter().any(|one| one.officer == card.officer()) {
                continue;
            }
            let (role, words) = (officer.role, &officer.fingerprint);
            roster::add(&self.ceremony, desk, card, role, words).map_err(StepError::from)?;
            added = true;
        }
        Ok(added)
    }

    /// Wraps the secrets to everybody in a signed roster. Answers how many.
    pub(crate) fn wrap(&self) -> Result<usize, StepError> {
        let outcome = wrap::wrap(&self.ceremony, &self.custodians, self.today)?;
        Ok(outcome.wrapped.len())
    }

    /// Writes what goes to the server.
    pub(crate) fn export(&self) -> Result<Passing, StepError> {
        let folder = Passing::at(self.layout.below("export"));
        export::export(&self.ceremony, folder.path(), self.today)?;
        Ok(folder)
    }

    /// Reads the cards `ginnel officer cards` wrote, by sign-in name.
    pub(crate) fn read_cards(&self, folder: &Passing) -> Result<BTreeMap<String, Card>, DemoError> {
        let list = folder.path().join("officers.json");
        let text = fs::read_to_string(&list).map_err(|cause| layout::at(&list, cause))?;
        let rows: Vec<OfficerRow> =
            serde_json::from_str(&text).map_err(|_| DemoError::Damaged(list))?;
        let mut cards = BTreeMap::new();
        for row in rows {
            let path = folder.path().join(format!("{}.card", row.officer));
            if let Some(text) = layout::read_if_there(&path)? {
                let card = card::read(&text, self.ceremony.inst()).map_err(StepError::from)?;
                cards.insert(row.name, card);
            }
        }
        Ok(cards)
    }

    /// The serial of every note, to be compared with what was imported last.
    pub(crate) fn serials(&self) -> Result<String, StepError> {
        let line = |note: &NoteStatus| Some(format!("{} {}\n", note.name, note.serial?));
        Ok(self.notes()?.iter().filter_map(line).collect())
    }

    fn sign(&self, name: NoteName) -> Result<(), StepError> {
        let path = name.path(&self.ceremony);
        for signer in &self.signers {
            sign::sign_file(&path, signer, self.today)?;
        }
        Ok(())
    }
}
