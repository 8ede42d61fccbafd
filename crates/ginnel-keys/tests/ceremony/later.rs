//! The ceremonies after the first.

use domain::{Desk, OfficerId, Role, Standing};
use ginnel_keys::roster::Leaving;
use ginnel_keys::{Body, NoteName, Waiting, directory, epochs, roster, sign};
use notes::{Roster, RosterSerial, Signatory};

use crate::party::{LEEDS, Party, day};

#[test]
fn the_next_ceremony_goes_on_with_the_weeks_there_are_and_adds_two() {
    let mut party = Party::with_an_officer("2026-11-16");
    let before = std::fs::read(party.path("ceremony/epochs/triage.2026-W49.pub")).unwrap();
    party.today = day("2026-11-30");
    party.make_keys();
    party.write_directories();
    party.both_sign_directories();
    let outcome = party.wraps().unwrap();
    let periods: Vec<_> = outcome
        .wrapped
        .iter()
        .map(|one| one.period.to_string())
        .collect();
    assert_eq!(
        periods,
        ["2026-W49", "2026-W50", "2026-W51", "2026-W52", "2026-Q4"]
    );
    let after = std::fs::read(party.path("ceremony/epochs/triage.2026-W49.pub")).unwrap();
    assert_eq!(before, after);
    party.exports("out").unwrap();
    let text = std::fs::read_to_string(party.path("out/public-directory.note")).unwrap();
    assert!(text.contains("\nserial 2\n"));
    assert!(
        party
            .path("ceremony/notes/old/public-directory.1.note")
            .exists()
    );
}

#[test]
fn a_new_quarter_brings_its_own_keys_and_the_old_shares_can_go() {
    let mut party = Party::with_an_officer("2026-12-20");
    assert!(party.path("custodian-1/triage.2027-Q1.share").exists());
    party.today = day("2027-01-11");
    party.make_keys();
    party.write_directories();
    party.both_sign_directories();
    let outcome = party.wraps().unwrap();
    assert_eq!(outcome.carried_over, party.ceremony.desks());
    assert!(!party.path("ceremony/replies/triage.2026-Q4.age").exists());

    for number in [1, 2] {
        for desk in ["triage", "bronze-leeds"] {
            let share = party.path(&format!("custodian-{number}/{desk}.2026-Q4.share"));
            std::fs::remove_file(share).unwrap();
        }
    }
    let outcome = party.wraps().unwrap();
    assert!(outcome.carried_over.is_empty());
    assert_eq!(outcome.wrapped.len(), 5);
}

#[test]
fn a_weeks_secret_is_destroyed_when_its_time_is_over() {
    let mut party = Party::begin("2026-11-22");
    let secret = party.path("ceremony/epochs/triage.2026-W47.age");
    party.today = day("2026-12-20");
    party.make_keys();
    assert!(secret.exists());
    party.today = day("2026-12-21");
    party.make_keys();
    assert!(!secret.exists());
    assert!(party.path("ceremony/epochs/triage.2026-W48.age").exists());
}

#[test]
fn a_leaver_gets_no_wrapper_and_old_wrappers_stay_behind() {
    let mut party = Party::with_an_officer("2026-11-22");
    let card = party.enrols(2);
    party.approves(Desk::Triage, &card, domain::Role::Officer);
    party.write_roster(Desk::Triage);
    party.both_sign(NoteName::Roster(Desk::Triage));
    assert_eq!(party.wraps().unwrap().wrapped.len(), 10);

    let leaver = OfficerId::from_bytes([1; 16]);
    let leaving = Leaving::LastDay(party.today);
    roster::remove(&party.ceremony, Desk::Triage, leaver, leaving).unwrap();
    assert!(roster::remove(&party.ceremony, Desk::Triage, leaver, leaving).is_err());
    party.write_roster(Desk::Triage);
    party.both_sign(NoteName::Roster(Desk::Triage));
    let exported = party.exports("before-wrapping-again").unwrap();
    assert_eq!((exported.wrappers, exported.left_behind), (5, 5));
    assert_eq!(party.wraps().unwrap().wrapped.len(), 5);
}

fn written(party: &Party) -> Roster {
    party.write_roster(Desk::Triage);
    party.both_sign(NoteName::Roster(Desk::Triage));
    let path = NoteName::Roster(Desk::Triage).path(&party.ceremony);
    match sign::read(&std::fs::read_to_string(path).unwrap()) {
        Some(Body::Roster(roster)) => roster,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_leavers_signatures_count_until_their_last_day_unless_they_are_disowned() {
    let mut party = Party::with_an_officer("2026-11-22");
    for number in [2, 3, 4] {
        let card = party.enrols(number);
        party.approves(Desk::Triage, &card, Role::Officer);
    }
    let [one, two, three, never] = [1, 2, 3, 4].map(|n| OfficerId::from_bytes([n; 16]));
    let remove = |party: &Party, officer, leaving| {
        roster::remove(&party.ceremony, Desk::Triage, officer, leaving).unwrap();
    };
    let yesterday = party.today.plus(-1);
    remove(&party, never, Leaving::LastDay(yesterday));
    written(&party);
    remove(&party, one, Leaving::LastDay(yesterday));
    remove(&party, two, Leaving::Disowned);
    let roster = written(&party);
    let key = party.keys(1).signing().public();
    let then = Signatory {
        role: Role::Officer,
        key,
        standing: Standing::Former,
    };
    assert_eq!(roster.signatory(one, yesterday), Some(then));
    assert_eq!(roster.signatory(one, party.today), None);
    let serves = roster.signatory(three, party.today);
    assert_eq!(serves.map(|one| one.standing), Some(Standing::Serving));
    let former: Vec<_> = roster.former.iter().map(|one| one.officer).collect();
    assert_eq!(
        former,
        [one],
        "nobody disowned, and nobody who never signed"
    );
    assert_eq!(party.wraps().unwrap().wrapped.len(), 5);

    let card = party.enrols(1);
    party.approves(Desk::Triage, &card, Role::Officer);
    let again = written(&party);
    assert!(again.former.is_empty() && again.member(one).is_some());
}

#[test]
fn the_directory_says_how_new_rosters_must_be() {
    let mut party = Party::with_an_officer("2026-11-22");
    let serials = |party: &Party| {
        let written = directory::write(&party.ceremony, party.today, Waiting::GiveUp);
        let [_, Body::Staff(staff)] = written.unwrap() else {
            panic!()
        };
        staff.rosters
    };
    let desk = Desk::Triage;
    assert_eq!(serials(&party), [RosterSerial { desk, serial: 1 }]);
    party.write_roster(desk);
    assert_eq!(serials(&party), [RosterSerial { desk, serial: 2 }]);
    let card = party.enrols(2);
    party.approves(LEEDS, &card, Role::Officer);
    party.write_roster(LEEDS);
    let desks: Vec<_> = serials(&party).iter().map(|one| one.desk).collect();
    assert_eq!(desks, [desk, LEEDS]);
}

#[test]
fn after_somebody_has_left_the_keys_to_come_are_others_and_this_weeks_stay() {
    let party = Party::with_an_officer("2026-12-20");
    party.wraps().unwrap();
    let read = |name: &str| std::fs::read(party.path(&format!("ceremony/{name}.pub"))).unwrap();
    let names = |desk: &str| {
        let periods = [
            "2026-W51", "2026-W52", "2026-W53", "2027-W01", "2026-Q4", "2027-Q1",
        ];
        let names = periods.map(|period| format!("epochs/{desk}.{period}"));
        [&names[..], &[format!("replies/{desk}")]].concat()
    };
    let before = names("triage")
        .iter()
        .map(|name| read(name))
        .collect::<Vec<_>>();
    let leeds = names("bronze-leeds")
        .iter()
        .map(|name| read(name))
        .collect::<Vec<_>>();
    let mut rng = rand::rngs::OsRng;
    epochs::make_anew(&party.ceremony, Desk::Triage, party.today, &mut rng).unwrap();
    let after = names("triage")
        .iter()
        .map(|name| read(name))
        .collect::<Vec<_>>();
    let same: Vec<_> = before.iter().zip(&after).map(|(a, b)| a == b).collect();
    assert_eq!(same, [true, false, false, false, true, false, false]);
    let others = names("bronze-leeds")
        .iter()
        .map(|name| read(name))
        .collect::<Vec<_>>();
    assert_eq!(leeds, others);

    // The signed directories still list the old keys, so nothing is wrapped until new ones are.
    assert!(party.wraps().is_err());
    party.write_directories();
    party.both_sign_directories();
    assert_eq!(party.wraps().unwrap().wrapped.len(), 6);
    let elsewhere = epochs::make_anew(&party.ceremony, Desk::Silver, party.today, &mut rng);
    assert!(matches!(
        elsewhere,
        Err(epochs::EpochError::OtherDesk(Desk::Silver))
    ));
}
