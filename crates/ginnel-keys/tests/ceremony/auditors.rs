//! Whom the log of operations is sealed to.

use domain::{Day, Year};
use ginnel_keys::status::status;
use ginnel_keys::{Body, FileError, Waiting, auditor, directory};
use seal::hybrid::Recipient;
use unseal::Identity;
use zeroize::Zeroizing;

use crate::party::{Party, day};

fn listed(party: &Party, today: Day) -> Vec<u16> {
    let written = directory::write(&party.ceremony, today, Waiting::GiveUp).unwrap();
    let [_, Body::Staff(staff)] = written else {
        panic!("the second is the staff directory");
    };
    staff.auditors.iter().map(|key| key.year.0).collect()
}

#[test]
fn a_directory_names_the_auditors_of_its_years_and_else_those_of_the_year_before() {
    let mut party = Party::begin("2026-12-20");
    let today = party.today;
    assert_eq!(listed(&party, today), [2026]);
    let due = |party: &Party| {
        let status = status(&party.ceremony, today).unwrap();
        let mut what = status.calendar.into_iter().map(|due| due.what);
        what.find(|what| what.contains("name the auditors of 2027"))
    };
    assert!(due(&party).is_some());
    party.name_auditors(Year(2027));
    assert!(due(&party).is_none());
    assert_eq!(listed(&party, today), [2026, 2027]);

    let mut party = Party::begin("2026-12-20");
    party.today = day("2027-01-03");
    let made = party.path("auditor-2027.key");
    std::fs::write(&made, "elsewhere").unwrap();
    party.make_keys();
    assert_eq!(listed(&party, party.today), [2026], "nobody thought of it");
}

#[test]
fn the_auditors_of_a_year_are_named_once_and_their_secret_is_not_in_the_ceremony() {
    let party = Party::begin("2026-11-22");
    let secret = std::fs::read_to_string(party.path("auditor-2026.key")).unwrap();
    let own = Identity::parse(secret.trim_end()).unwrap();
    let public = party.ceremony.folder().join("auditors/2026.pub");
    let named = std::fs::read_to_string(public).unwrap();
    assert_eq!(
        Recipient::parse(named.trim_end()).as_ref(),
        Ok(own.recipient())
    );
    let other = Identity::from_seed(Zeroizing::new([1; 32]));
    let again = auditor::name(&party.ceremony, Year(2026), other.recipient());
    assert!(matches!(again, Err(FileError::Exists(_))));
}
