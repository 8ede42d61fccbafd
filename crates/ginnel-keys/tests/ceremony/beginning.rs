//! The order of a beginning.

use domain::{Desk, OfficerId, Period, Role};
use ginnel_keys::status::{Standing, status};
use ginnel_keys::wrap::Wrapped;
use ginnel_keys::{NoteName, card};
use notes::{NoteBody, PublicDirectory, Roster, StaffDirectory, Unverified};
use seal::seal_file;
use unseal::epoch::EpochSecret;
use unseal::open_file;

use crate::party::{LEEDS, Party};

#[test]
fn a_directory_can_be_published_before_anybody_has_enrolled() {
    let party = Party::begin("2026-11-22");
    party.write_directories();
    party.both_sign_directories();
    let exported = party.exports("out").unwrap();
    assert_eq!(
        exported.notes,
        [NoteName::PublicDirectory, NoteName::StaffDirectory]
    );
    assert_eq!(exported.wrappers, 0);

    let text = std::fs::read_to_string(party.path("out/public-directory.note")).unwrap();
    let ceremony = &party.ceremony;
    let public = Unverified::<PublicDirectory>::parse(&text)
        .unwrap()
        .verify(ceremony.authorities(), ceremony.inst(), party.today, None)
        .unwrap();
    assert_eq!(public.weeks(Desk::Triage).count(), 4);
    assert!(public.recipient(LEEDS, party.today.week()).is_none());
    assert!(public.reply_key(LEEDS).is_some());
    assert_eq!(public.head().validity.days_left(party.today), 14);

    let text = std::fs::read_to_string(party.path("out/staff-directory.note")).unwrap();
    let staff = Unverified::<StaffDirectory>::parse(&text)
        .unwrap()
        .verify(ceremony.authorities(), ceremony.inst(), party.today, None)
        .unwrap();
    assert!(staff.recipient(LEEDS, party.today.week()).is_some());
    assert!(staff.vault(Desk::Triage, party.today.quarter()).is_some());
}

#[test]
fn an_approved_officer_opens_what_is_sealed_to_the_directory_and_nobody_else_does() {
    let mut party = Party::with_an_officer("2026-11-22");
    let other = party.enrols(2);
    party.approves(LEEDS, &other, Role::Supervisor);
    party.write_roster(LEEDS);
    party.both_sign(NoteName::Roster(LEEDS));
    let outcome = party.wraps().unwrap();
    assert_eq!(outcome.wrapped.len(), 2 * 5);
    let exported = party.exports("out").unwrap();
    assert_eq!((exported.wrappers, exported.left_behind), (10, 0));

    let json = std::fs::read(party.path("out/wrappers.json")).unwrap();
    let wrappers: Vec<Wrapped> = serde_json::from_slice(&json).unwrap();
    let week = party.today.week().to_string();
    let triage = wrappers
        .iter()
        .find(|one| one.desk == Desk::Triage && one.period.to_string() == week)
        .unwrap();
    assert_eq!(triage.officer, OfficerId::from_bytes([1; 16]));
    let officer = party.keys(1).identity();
    let wrapper = open_file(&[officer], &triage.blob.0).unwrap();
    assert!(open_file(&[party.keys(2).identity()], &triage.blob.0).is_err());

    let secret = crate::secrets::seed_in(&wrapper.plaintext);
    let to = seal::hybrid::Recipient::parse(&triage.recipient).unwrap();
    let sealed = seal_file(&to, b"a tip").unwrap();
    assert_eq!(
        open_file(&[&secret], &sealed).unwrap().plaintext.as_slice(),
        b"a tip"
    );
}

#[test]
fn officers_get_the_key_that_signs_replies_with_each_week_and_with_no_quarter() {
    let party = Party::with_an_officer("2026-11-22");
    let wrapped = party.wraps().unwrap().wrapped;
    let directory = std::fs::read_to_string(party.path("ceremony/replies/triage.pub")).unwrap();
    let officer = party.keys(1).identity();
    for one in wrapped.iter().filter(|one| one.desk == Desk::Triage) {
        let inst = party.ceremony.inst();
        let secret = EpochSecret::open(&[officer], &one.blob.0, inst, one.desk, one.period);
        let key = secret
            .unwrap()
            .reply_key()
            .map(|key| key.public().to_string());
        let is_week = matches!(one.period, Period::Week(_));
        assert_eq!(key.as_deref(), is_week.then_some(directory.trim_end()));
    }
}

#[test]
fn who_opens_nothing_is_on_the_roster_and_gets_no_secret() {
    let mut party = Party::with_an_officer("2026-11-22");
    for (number, role) in [(2, Role::Coordinator), (3, Role::Auditor)] {
        let card = party.enrols(number);
        party.approves(Desk::Triage, &card, role);
    }
    party.write_roster(Desk::Triage);
    party.both_sign(NoteName::Roster(Desk::Triage));
    let outcome = party.wraps().unwrap();
    let only = OfficerId::from_bytes([1; 16]);
    assert!(outcome.wrapped.iter().all(|one| one.officer == only));
    party.exports("out").unwrap();
    let text = std::fs::read_to_string(party.path("out/roster-triage.note")).unwrap();
    let ceremony = &party.ceremony;
    let roster = Unverified::<Roster>::parse(&text)
        .unwrap()
        .verify(ceremony.authorities(), ceremony.inst(), party.today, None)
        .unwrap();
    assert_eq!(roster.members.len(), 3);
}

#[test]
fn the_six_words_may_be_typed_in_any_spacing_and_capitals() {
    let mut party = Party::begin("2026-11-22");
    let card = party.enrols(1);
    let words = card::six_words(&card);
    assert_eq!(words.split(' ').count(), 6);
    let typed = format!("  {} ", words.to_uppercase().replace(' ', "\t "));
    assert!(card::is_fingerprint(&card, &typed));
    assert!(!card::is_fingerprint(&card, &words.replacen(' ', "", 1)));
    assert!(!card::is_fingerprint(&card, ""));
}

#[test]
fn verify_tells_what_is_missing_and_what_is_due() {
    let party = Party::begin("2026-11-22");
    party.write_directories();
    party.signs("police", NoteName::PublicDirectory);
    let now = status(&party.ceremony, party.today).unwrap();
    assert!(!now.holds());
    assert_eq!(now.notes[0].signed_by, ["police"]);
    assert_eq!(
        now.notes[0].standing,
        Standing::Waiting {
            missing: vec!["council".into()]
        }
    );
    assert_eq!(now.notes[2].standing, Standing::NotWritten);
    assert!(
        now.calendar[0].what.contains("signed by council"),
        "{:?}",
        now.calendar
    );

    party.signs("council", NoteName::PublicDirectory);
    party.both_sign(NoteName::StaffDirectory);
    let now = status(&party.ceremony, party.today).unwrap();
    assert!(now.holds());
    let until = party.today.plus(14);
    assert_eq!(now.notes[0].standing, Standing::Holds { until });
    assert_eq!(now.calendar[0].day, party.today.plus(7));
    let all: Vec<_> = now
        .calendar
        .iter()
        .map(|due| format!("{} {}", due.day, due.what))
        .collect();
    let has = |text: &str| assert!(all.iter().any(|line| line.contains(text)), "{all:#?}");
    has("2026-12-07 make more weeks: 2026-W50");
    has("2026-12-21 the secrets of 2026-W47");
    has("custodians destroy the shares of 2026-Q4");

    let late = status(&party.ceremony, until).unwrap();
    assert_eq!(late.notes[0].standing, Standing::Expired);
    assert!(!late.holds());
}
