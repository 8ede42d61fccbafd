//! Everybody who takes part in a ceremony.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::{Day, Desk, District, InstallationId, OfficerId, Role, Year};
use ginnel_keys::export::{self, ExportError, Exported};
use ginnel_keys::recovery::Custodians;
use ginnel_keys::wrap::{self, Outcome, WrapError};
use ginnel_keys::{
    Ceremony, NoteName, Settings, Waiting, auditor, authority, backups, card, directory, epochs,
    recovery, roster, sign,
};
use notes::Authorities;
use notes::card::Card;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use seal::hybrid::Recipient;
use tempfile::TempDir;
use unseal::officer::OfficerKeys;

pub(crate) const LEEDS: Desk = Desk::Bronze(District::Leeds);

/// Two organisations, two custodians, and a ceremony for triage and one Bronze group.
pub(crate) struct Party {
    folder: TempDir,
    pub(crate) ceremony: Ceremony,
    pub(crate) custodians: Custodians,
    pub(crate) today: Day,
    rng: ChaCha20Rng,
    officers: BTreeMap<u8, OfficerKeys>,
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

impl Party {
    /// Begins a ceremony and makes every key it needs on that day.
    pub(crate) fn begin(today: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut rng = ChaCha20Rng::seed_from_u64(7);
        let make = |name: &str, rng: &mut ChaCha20Rng| {
            authority::make(name, &folder.path().join(format!("{name}.key")), rng).unwrap()
        };
        let authorities = vec![make("police", &mut rng), make("council", &mut rng)];
        let settings = Settings {
            inst: InstallationId::from_bytes([9; 16]),
            authorities: Authorities::new(authorities).unwrap(),
            desks: vec![Desk::Triage, LEEDS],
            all_in_one_folder_for_a_demo: false,
        };
        let ceremony = Ceremony::begin(&folder.path().join("ceremony"), settings).unwrap();
        let drive = |number: u8| folder.path().join(format!("custodian-{number}"));
        let custodians = Custodians::new(&drive(1), &drive(2)).unwrap();
        let today = day(today);
        let officers = BTreeMap::new();
        let mut party = Self {
            folder,
            ceremony,
            custodians,
            today,
            rng,
            officers,
        };
        party.make_keys();
        party
    }

    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn make_keys(&mut self) {
        let (ceremony, today) = (&self.ceremony, self.today);
        recovery::make(ceremony, &self.custodians, today, &mut self.rng).unwrap();
        epochs::make(ceremony, today, &mut self.rng).unwrap();
        self.name_auditors(today.year());
    }

    /// The auditors make their key elsewhere; named once a year.
    pub(crate) fn name_auditors(&mut self, year: Year) {
        let secret = self.path(&format!("auditor-{year}.key"));
        if !secret.exists() {
            let recipient = backups::make(&secret, &mut self.rng).unwrap();
            let recipient = Recipient::parse(&recipient).unwrap();
            auditor::name(&self.ceremony, year, &recipient).unwrap();
        }
    }

    pub(crate) fn write_directories(&self) {
        directory::write(&self.ceremony, self.today, Waiting::Keep).unwrap();
    }

    pub(crate) fn write_roster(&self, desk: Desk) {
        roster::write(&self.ceremony, desk, self.today, Waiting::Keep).unwrap();
    }

    /// One organisation signs one note.
    pub(crate) fn signs(&self, who: &str, name: NoteName) {
        let signer = authority::read(&self.path(&format!("{who}.key"))).unwrap();
        sign::sign_file(&name.path(&self.ceremony), &signer, self.today).unwrap();
    }

    pub(crate) fn both_sign(&self, name: NoteName) {
        self.signs("police", name);
        self.signs("council", name);
    }

    pub(crate) fn both_sign_directories(&self) {
        self.both_sign(NoteName::PublicDirectory);
        self.both_sign(NoteName::StaffDirectory);
    }

    /// The card of an officer, whose keys come from this number.
    pub(crate) fn enrols(&mut self, number: u8) -> Card {
        let keys = OfficerKeys::derive(&[number; 64]);
        let officer = OfficerId::from_bytes([number; 16]);
        let card = keys.card(self.ceremony.inst(), officer).unwrap();
        self.officers.insert(number, keys);
        card
    }

    pub(crate) fn keys(&self, number: u8) -> &OfficerKeys {
        &self.officers[&number]
    }

    pub(crate) fn approves(&self, desk: Desk, card: &Card, role: Role) {
        let words = card::six_words(card);
        roster::add(&self.ceremony, desk, card, role, &words).unwrap();
    }

    pub(crate) fn wraps(&self) -> Result<Outcome, WrapError> {
        wrap::wrap(&self.ceremony, &self.custodians, self.today)
    }

    pub(crate) fn exports(&self, to: &str) -> Result<Exported, ExportError> {
        export::export(&self.ceremony, &self.path(to), self.today)
    }

    /// A party whose triage desk has one officer, number 1, and everything signed.
    pub(crate) fn with_an_officer(today: &str) -> Self {
        let mut party = Self::begin(today);
        party.write_directories();
        party.both_sign_directories();
        let card = party.enrols(1);
        party.approves(Desk::Triage, &card, Role::Officer);
        party.write_roster(Desk::Triage);
        party.both_sign(NoteName::Roster(Desk::Triage));
        party
    }
}
