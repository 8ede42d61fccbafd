//! A partnership to test in: authorities, desks, officers who enrolled the real way.

mod ceremony;
mod officer;

use std::cell::RefCell;
use std::rc::Rc;

use domain::answers::{Answers, Danger, Details, Knows};
use domain::bundle::FileKind;
use domain::console::{Answer, Ask, Enrolled, Passphrase, Setup};
use domain::question::Field;
use domain::tip::{BundleSlot, Lane, SealPath, Tip};
use domain::{
    BlobId, Category, Clock, Day, Desk, District, Hour, InstallationId, OfficerId, Period, Quarter,
    RecordId, Role, ThreadId, TipId, UnixSeconds, Week,
};
use mailbox::reply_slot;
use notes::{Former, Signer, SigningKey};
use opener::{Opener, Pins, Serials};
use phrase::PhraseKeys;
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use seal::bundle::seal_bundle;
use seal::{TipRoute, seal_signed_tip, seal_tip};
use signin::Stretch;
use unseal::epoch::EpochSecret;
use zeroize::Zeroizing;

pub use self::ceremony::{canary, wrapped};
pub use self::officer::{Officer, ask, failure, finished};
use crate::server::{Line, Server};

pub const LEEDS: Desk = Desk::Bronze(District::Leeds);
pub const BRADFORD: Desk = Desk::Bronze(District::Bradford);
/// The seed of the key that signs every desk's replies.
pub const REPLY_SEED: [u8; 32] = [6; 32];
pub const PLANTED: &str = "the blue van behind the chapel";

pub struct World {
    pub server: Rc<RefCell<Server>>,
    pub inst: InstallationId,
    pub today: Day,
    pub signers: [Signer; 2],
    pub epochs: Vec<EpochSecret>,
    pub rng: ChaCha20Rng,
    /// Who left triage.
    pub former: Vec<Former>,
    serial: u64,
    /// Whether the staff directory names who marks test tips.
    pub canary: bool,
    /// What reporters say of danger.
    pub danger: Danger,
    /// The phrase that whoever sends a tip comes back with.
    pub phrase: Option<PhraseKeys>,
    /// Whether they only copied what a tip with it says.
    pub copies: bool,
}

pub type TestOpener = Opener<Line, ChaCha20Rng, Still>;

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
            former: Vec::new(),
            danger: Danger::No,
            phrase: None,
            copies: false,
            serial: 1,
            canary: true,
        };
        world.make_epochs(&mut rng);
        world
    }

    /// Keys of this week and this quarter, as far as there are none yet.
    fn make_epochs(&mut self, rng: &mut ChaCha20Rng) {
        for desk in [Desk::Triage, LEEDS, BRADFORD] {
            let week = Period::Week(self.week());
            let quarter = Period::Quarter(self.quarter());
            for period in [week, quarter] {
                let mut epochs = self.epochs.iter();
                if epochs.any(|one| (one.desk(), one.period()) == (desk, period)) {
                    continue;
                }
                let secret = EpochSecret::make(rng, self.inst, desk, period);
                let secret = secret.with_replies(Zeroizing::new(REPLY_SEED));
                self.epochs.push(secret);
            }
        }
    }

    /// Weeks pass: what arrived in them opens no more, and ceremonies were held. Who goes on sits down at a
    /// console [`Self::anew`].
    pub fn pass(&mut self, days: i32) {
        self.today = self.today.plus(days);
        self.server.borrow_mut().today = self.today;
        self.epochs
            .retain(|one| matches!(one.period(), Period::Quarter(_)));
        let mut rng = ChaCha20Rng::seed_from_u64(self.rng.next_u64());
        self.make_epochs(&mut rng);
        self.hold_ceremony();
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

    /// A world with two triage officers and their supervisor, all signed in.
    pub fn supervised() -> (Self, Officer, Officer, Officer) {
        let mut world = Self::new();
        let desks = [Desk::Triage];
        let mut officers = [
            world.enrol("ann", &desks),
            world.enrol("bea", &desks),
            world.enrol_as("sue", Role::Supervisor, &desks),
        ];
        world.hold_ceremony();
        for officer in &mut officers {
            officer.sign_in();
        }
        let [ann, bea, sue] = officers;
        (world, ann, bea, sue)
    }

    /// Who this is to the server and in rosters.
    pub fn officer(&self, name: &str) -> OfficerId {
        let server = self.server.borrow();
        let mut people = server.people.iter();
        people.find(|person| person.name == name).unwrap().officer
    }

    pub fn enrol(&mut self, name: &str, desks: &[Desk]) -> Officer {
        self.enrol_as(name, Role::Officer, desks)
    }

    pub fn enrol_as(&mut self, name: &str, role: Role, desks: &[Desk]) -> Officer {
        let code = self.server.borrow_mut().invite(name, role, desks);
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

    /// An officer at a console that was just loaded, signed in.
    pub fn anew(&mut self, officer: &Officer) -> Officer {
        self.anew_having_seen(officer, Serials::default())
    }

    /// An officer at a console that was just loaded in a browser that kept these serials, signed in.
    pub fn anew_having_seen(&mut self, officer: &Officer, serials: Serials) -> Officer {
        let mut officer = Officer {
            opener: self.console().having_seen(serials),
            name: officer.name.clone(),
            passphrase: officer.passphrase.clone(),
        };
        officer.sign_in();
        officer
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

    /// A machine sends a test tip with the mark of this key.
    pub fn send_canary(&mut self, signer: &Signer) -> TipId {
        let id = TipId::from_bytes(self.drawn());
        let thread = ThreadId::from_bytes(self.drawn());
        let now = Still(self.today).now();
        let directory = self.server.borrow().notes.public.clone().unwrap();
        let authorities = self.signers.iter().map(|one| one.authority().to_string());
        let offered = notes::Offered {
            directory: &directory,
            authorities: &authorities.collect::<Vec<_>>().join("\n"),
            inst: &self.inst.to_string(),
            now,
            newest_serial_seen: None,
        };
        let directory = offered.believe().unwrap();
        let frame = seal::seal_canary(signer, &directory, id, thread, now).unwrap();
        self.server.borrow_mut().take_in(frame);
        id
    }

    /// The only record there is.
    pub fn only_record(&self) -> RecordId {
        let server = self.server.borrow();
        assert_eq!(server.records.len(), 1);
        *server.records.keys().next().unwrap()
    }

    /// A reporter sends a tip with these files.
    pub fn send_files(&mut self, files: &[(FileKind, &[u8])]) -> (TipId, BlobId) {
        let (blob, key) = seal_bundle(files, &mut self.rng).unwrap();
        let id = BlobId::from_bytes(self.drawn());
        self.server.borrow_mut().blobs.insert(id, blob);
        let (tip, frames) = self.sealed_with("with pictures", Some(key.at(id)));
        for frame in frames {
            self.server.borrow_mut().take_in(frame);
        }
        (tip, id)
    }

    pub fn sealed_tip(&mut self, text: &str) -> (TipId, Vec<domain::SealedFrame>) {
        self.sealed_with(text, None)
    }

    fn sealed_with(
        &mut self,
        text: &str,
        bundle: Option<BundleSlot>,
    ) -> (TipId, Vec<domain::SealedFrame>) {
        let id = TipId::from_bytes(self.drawn());
        let drawn = ThreadId::from_bytes(self.drawn());
        let mut details = Details::default();
        let marks = Field::from_name("person2_marks").unwrap();
        details.put(marks, &["half a sleeve of roses tattooed"]);
        let tip = Tip {
            lane: Lane::Triage,
            hour: Hour(self.today.start().0 / 3_600),
            tip: id,
            thread: self.phrase.as_ref().map_or(drawn, PhraseKeys::thread),
            answers: Answers {
                danger: self.danger,
                about: vec![Category::DrugsSupply],
                place: "Kirkgate, behind the mill with two chimneys".into(),
                areas: vec![],
                details,
            },
            text: text.into(),
            lang: "en".to_owned().try_into().unwrap(),
            knows: Knows::Saw,
            path: SealPath::Browser,
            reply: self.phrase.as_ref().map(|keys| reply_slot(keys, true)),
            bundle,
            champion: None,
        };
        let week = self.week();
        let triage = self.epoch(Desk::Triage, Period::Week(week)).recipient();
        let route = TipRoute::Triage(triage);
        let signing = self.phrase.as_ref().filter(|_| !self.copies);
        let frames = match signing {
            Some(keys) => seal_signed_tip(&tip, route, week, self.inst, &keys.signing_key()),
            None => seal_tip(&tip, route, week, self.inst),
        };
        let frames = frames.unwrap();
        (id, frames)
    }

    fn drawn(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.rng.fill_bytes(&mut bytes);
        bytes
    }
}
