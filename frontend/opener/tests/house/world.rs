//! A partnership to test in: authorities, desks, officers who enrolled the real way.

use std::cell::RefCell;
use std::rc::Rc;

use domain::answers::{Answers, Danger, Knows};
use domain::console::{Answer, Ask, Enrolled, Failure, Intake, Passphrase, RecordView, Setup};
use domain::tip::{Lane, SealPath, Tip};
use domain::wire::{Blob, Wrapper};
use domain::work::{GradeDraft, Work};
use domain::{
    Category, Clock, Day, Desk, District, Hour, InstallationId, Period, Priority, Quarter,
    RecordId, Role, ThreadId, TipId, UnixSeconds, Week,
};
use notes::card::Card;
use notes::{
    DeskKey, Head, Member, NoteBody, PublicDirectory, RecipientText, Roster, Signer, SigningKey,
    StaffDirectory, Validity, VaultKey,
};
use opener::native::at_once;
use opener::{Opener, Pins};
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use seal::{TipRoute, seal_tip};
use signin::Stretch;
use unseal::epoch::EpochSecret;

use crate::server::{Line, Server};

pub const LEEDS: Desk = Desk::Bronze(District::Leeds);
pub const BRADFORD: Desk = Desk::Bronze(District::Bradford);
pub const PLANTED: &str = "the blue van behind the chapel";

pub struct World {
    pub server: Rc<RefCell<Server>>,
    pub inst: InstallationId,
    pub today: Day,
    pub signers: [Signer; 2],
    pub epochs: Vec<EpochSecret>,
    pub rng: ChaCha20Rng,
    serial: u64,
}

pub type TestOpener = Opener<Line, ChaCha20Rng, Still>;

/// An officer at a console of their own.
pub struct Officer {
    pub opener: TestOpener,
    pub name: String,
    pub passphrase: Passphrase,
}

/// A clock that stands at noon.
pub struct Still(Day);

impl Clock for Still {
    fn now(&self) -> UnixSeconds {
        self.0.start().plus(43_200)
    }
}

impl World {
    /// Triage and two Bronze groups with keys, no officers yet.
    pub fn new() -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(7);
        let inst = InstallationId::from_bytes([0x11; 16]);
        let today: Day = "2026-11-20".parse().unwrap();
        let signer = |name, seed| Signer::new(name, SigningKey::from_seed(&[seed; 32])).unwrap();
        let mut world = Self {
            server: Rc::new(RefCell::new(Server::new(inst, today))),
            inst,
            today,
            signers: [signer("force.example", 1), signer("council.example", 2)],
            epochs: Vec::new(),
            rng: rng.clone(),
            serial: 1,
        };
        for desk in [Desk::Triage, LEEDS, BRADFORD] {
            let week = Period::Week(world.week());
            let quarter = Period::Quarter(world.quarter());
            for period in [week, quarter] {
                let secret = EpochSecret::make(&mut rng, inst, desk, period);
                world.epochs.push(secret);
            }
        }
        world
    }

    /// A world with two triage officers, one Leeds and one Bradford officer, all signed in.
    pub fn staffed() -> (Self, Officer, Officer, Officer, Officer) {
        let mut world = Self::new();
        let mut officers = [
            world.enrol("ann", &[Desk::Triage]),
            world.enrol("bea", &[Desk::Triage]),
            world.enrol("cal", &[LEEDS]),
            world.enrol("dee", &[BRADFORD]),
        ];
        world.hold_ceremony();
        for officer in &mut officers {
            officer.sign_in();
        }
        let [ann, bea, cal, dee] = officers;
        (world, ann, bea, cal, dee)
    }

    pub fn week(&self) -> Week {
        self.today.week()
    }

    pub fn quarter(&self) -> Quarter {
        self.today.quarter()
    }

    pub fn enrol(&mut self, name: &str, desks: &[Desk]) -> Officer {
        let code = self.server.borrow_mut().invite(name, Role::Officer, desks);
        let mut opener = self.console();
        let invitation = Passphrase::new(code);
        let answer = ask(&mut opener, Ask::Enrol { invitation });
        let Answer::Enrolled(Enrolled {
            name, passphrase, ..
        }) = answer
        else {
            panic!("{answer:?}")
        };
        Officer {
            opener,
            name,
            passphrase,
        }
    }

    /// A console that was just loaded.
    pub fn console(&mut self) -> TestOpener {
        let authorities = self.signers.iter();
        let setup = Setup {
            inst: self.inst,
            authorities: authorities.map(|one| one.authority().to_string()).collect(),
        };
        let seed = self.rng.next_u64();
        let opener = Opener::new(
            Pins::try_from(setup).unwrap(),
            Line(self.server.clone()),
            ChaCha20Rng::seed_from_u64(seed),
            Still(self.today),
        );
        opener.with_stretch(Stretch::cheap_for_tests())
    }

    /// Signs directories and the rosters of every card, wraps every epoch to its desk's officers.
    pub fn hold_ceremony(&mut self) {
        self.serial += 1;
        let signers = [&self.signers[0], &self.signers[1]];
        let public = self.public().sign(&signers).unwrap();
        let staff = self.staff().sign(&signers).unwrap();
        let desks = [Desk::Triage, LEEDS, BRADFORD];
        let rosters = desks.map(|desk| self.roster(desk).sign(&signers).unwrap());
        let wrappers = self.wrappers();
        let mut server = self.server.borrow_mut();
        server.notes.public = Some(public);
        server.notes.staff = Some(staff);
        server.notes.rosters = rosters.to_vec();
        server.wrappers = wrappers;
    }

    /// An officer at a console that was just loaded, signed in.
    pub fn anew(&mut self, officer: &Officer) -> Officer {
        let mut officer = Officer {
            opener: self.console(),
            name: officer.name.clone(),
            passphrase: officer.passphrase.clone(),
        };
        officer.sign_in();
        officer
    }

    pub fn head(&self) -> Head {
        Head {
            inst: self.inst,
            serial: self.serial,
            validity: Validity::new(self.today.plus(-1), self.today.plus(7), 14).unwrap(),
        }
    }

    pub fn public(&self) -> PublicDirectory {
        PublicDirectory {
            head: self.head(),
            desks: self.desk_keys(|desk| desk == Desk::Triage),
            replies: vec![],
        }
    }

    pub fn staff(&self) -> StaffDirectory {
        let vaults = self.epochs.iter().filter_map(|secret| {
            let Period::Quarter(quarter) = secret.period() else {
                return None;
            };
            Some(VaultKey {
                desk: secret.desk(),
                quarter,
                recipient: recipient(secret),
            })
        });
        StaffDirectory {
            head: self.head(),
            desks: self.desk_keys(Desk::receives_reports),
            vaults: sorted(vaults.collect(), |key| (key.desk, key.quarter)),
        }
    }

    fn desk_keys(&self, wanted: impl Fn(Desk) -> bool) -> Vec<DeskKey> {
        let wanted = self.epochs.iter().filter(|secret| wanted(secret.desk()));
        let keys = wanted.filter_map(|secret| match secret.period() {
            Period::Week(week) => Some(DeskKey {
                desk: secret.desk(),
                week,
                recipient: recipient(secret),
            }),
            Period::Quarter(_) => None,
        });
        sorted(keys.collect(), |key| (key.desk, key.week))
    }

    pub fn roster(&self, desk: Desk) -> Roster {
        let server = self.server.borrow();
        let members = server
            .people
            .iter()
            .filter(|person| person.desks.contains(&desk));
        let members = members.map(|person| {
            let card = Card::parse(&person.card, self.inst).unwrap();
            Member {
                officer: person.officer,
                role: person.role,
                recipient: card.recipient().clone(),
                key: card.key(),
            }
        });
        Roster {
            head: self.head(),
            desk,
            members: sorted(members.collect(), |member| member.officer),
        }
    }

    pub fn wrappers(&self) -> Vec<(domain::OfficerId, Wrapper)> {
        let mut wrappers = Vec::new();
        for secret in &self.epochs {
            for member in self.roster(secret.desk()).members {
                wrappers.push((member.officer, wrapped(secret, &member.recipient)));
            }
        }
        wrappers
    }

    pub fn epoch(&self, desk: Desk, period: Period) -> &EpochSecret {
        let mut epochs = self.epochs.iter();
        let found = epochs.find(|one| one.desk() == desk && one.period() == period);
        found.unwrap()
    }

    /// A reporter sends a tip; it lies in the intake at once.
    pub fn send_tip(&mut self, text: &str) -> TipId {
        let (id, frames) = self.sealed_tip(text);
        for frame in frames {
            self.server.borrow_mut().take_in(frame);
        }
        id
    }

    /// The only record there is.
    pub fn only_record(&self) -> RecordId {
        let server = self.server.borrow();
        assert_eq!(server.records.len(), 1);
        *server.records.keys().next().unwrap()
    }

    pub fn sealed_tip(&mut self, text: &str) -> (TipId, Vec<domain::SealedFrame>) {
        let id = TipId::from_bytes(self.drawn());
        let tip = Tip {
            lane: Lane::Triage,
            hour: Hour(self.today.start().0 / 3_600),
            tip: id,
            thread: ThreadId::from_bytes(self.drawn()),
            answers: Answers {
                danger: Danger::No,
                about: vec![Category::DrugsSupply],
                place: "Kirkgate".into(),
                areas: vec![],
            },
            text: text.into(),
            lang: "en".to_owned().try_into().unwrap(),
            knows: Knows::Saw,
            path: SealPath::Browser,
            reply: None,
            bundle: None,
            champion: None,
        };
        let week = self.week();
        let triage = self.epoch(Desk::Triage, Period::Week(week)).recipient();
        let frames = seal_tip(&tip, TipRoute::Triage(triage), week, self.inst).unwrap();
        (id, frames)
    }

    fn drawn(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.rng.fill_bytes(&mut bytes);
        bytes
    }
}

impl Officer {
    pub fn ask(&mut self, question: Ask) -> Answer {
        ask(&mut self.opener, question)
    }

    pub fn sign_in(&mut self) -> Answer {
        let (name, passphrase) = (self.name.clone(), self.passphrase.clone());
        let answer = self.ask(Ask::SignIn { name, passphrase });
        assert!(matches!(answer, Answer::Me(_)), "{answer:?}");
        answer
    }

    pub fn fetch(&mut self, afresh: bool) -> Intake {
        match self.ask(Ask::FetchIntake { afresh }) {
            Answer::Intake(intake) => intake,
            other => panic!("{other:?}"),
        }
    }

    pub fn accept(&mut self, tip: TipId) -> RecordId {
        match self.ask(Ask::Accept { tip }) {
            Answer::Accepted { record, .. } => record,
            other => panic!("{other:?}"),
        }
    }

    /// Fetches the intake and accepts this tip.
    pub fn take(&mut self, tip: TipId) -> RecordId {
        self.fetch(false);
        self.accept(tip)
    }

    pub fn open(&mut self, record: RecordId) -> Result<RecordView, Failure> {
        let answer = self.ask(Ask::OpenRecord {
            desk: Desk::Triage,
            record,
            purpose: "triage".into(),
        });
        match answer {
            Answer::Record(view) => Ok(*view),
            Answer::Failed(failure) => Err(failure),
            other => panic!("{other:?}"),
        }
    }

    pub fn save(&mut self, record: RecordId, work: Work) -> Answer {
        self.ask(Ask::SaveDraft {
            desk: Desk::Triage,
            record,
            work: Box::new(work),
        })
    }

    /// Finishes the work on a record and routes it.
    pub fn route(&mut self, record: RecordId, desks: &[Desk]) -> RecordView {
        let work = finished(self.open(record).unwrap().work, desks);
        let answer = self.ask(Ask::Route {
            desk: Desk::Triage,
            record,
            work: Box::new(work),
        });
        match answer {
            Answer::Record(view) => *view,
            other => panic!("{other:?}"),
        }
    }
}

pub fn ask(opener: &mut TestOpener, question: Ask) -> Answer {
    at_once(opener.handle(question, &mut |_| ()))
}

pub fn failure(answer: Answer) -> Failure {
    match answer {
        Answer::Failed(failure) => failure,
        other => panic!("this should have failed: {other:?}"),
    }
}

pub fn finished(mut work: Work, desks: &[Desk]) -> Work {
    work.priority = Some(Priority::P2);
    work.title = "Drug dealing from a vehicle".into();
    work.items[0].text = "Drugs are sold from a vehicle in the evenings.".into();
    work.items[0].grade = GradeDraft::usual_for_an_anonymous_tip();
    work.provenance = "Information received in confidence.".into();
    work.grade = GradeDraft::usual_for_an_anonymous_tip();
    work.pii_considered = true;
    work.purpose = "Prevention of crime".into();
    work.desks = desks.to_vec();
    work
}

pub fn wrapped(secret: &EpochSecret, to: &RecipientText) -> Wrapper {
    let to = seal::hybrid::Recipient::parse(to.as_str()).unwrap();
    Wrapper {
        desk: secret.desk(),
        period: secret.period().to_string(),
        blob: Blob(secret.seal(&to).unwrap()),
    }
}

fn recipient(secret: &EpochSecret) -> RecipientText {
    RecipientText::parse(&secret.recipient().encode()).unwrap()
}

fn sorted<T, K: Ord>(mut values: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    values.sort_by_key(key);
    values
}
