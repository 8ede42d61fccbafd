//! What a ceremony does not act on.

use domain::{Desk, OfficerId, Role};
use ginnel_keys::export::ExportError;
use ginnel_keys::recovery::{Custodians, RecoveryError};
use ginnel_keys::roster::{self, RosterError};
use ginnel_keys::sign::{self, SignError};
use ginnel_keys::wrap::WrapError;
use ginnel_keys::{
    BelievedError, FileError, NoteName, Waiting, WriteError, authority, card, directory,
};
use notes::{NoteBody, NoteError, RecipientText, Roster};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{TestCaseResult, TestRunner};
use unseal::officer::OfficerKeys;

use crate::party::{LEEDS, Party, day};

fn cause<T>(outcome: Result<T, WrapError>) -> (NoteName, NoteError) {
    match outcome {
        Err(WrapError::Believed(BelievedError::Refused { name, cause })) => (name, cause),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("was wrapped"),
    }
}

#[test]
fn one_signature_of_two_is_none() {
    for name in [NoteName::PublicDirectory, NoteName::StaffDirectory] {
        let party = Party::begin("2026-11-22");
        party.write_directories();
        for other in [NoteName::PublicDirectory, NoteName::StaffDirectory] {
            party.signs("council", other);
            if other != name {
                party.signs("police", other);
            }
        }
        assert_eq!(cause(party.wraps()), (name, NoteError::Unsigned));
        assert!(matches!(
            party.exports("out"),
            Err(ExportError::Believed(BelievedError::Refused { .. }))
        ));
        assert!(!party.path("out").exists());
    }
}

#[test]
fn a_roster_nobody_or_one_has_signed_gives_nobody_a_wrapper() {
    let mut party = Party::with_an_officer("2026-11-22");
    let card = party.enrols(2);
    party.approves(Desk::Triage, &card, Role::Officer);
    let name = NoteName::Roster(Desk::Triage);
    // On the list only: the signed roster still stands, and knows nothing of the new card.
    let outcome = party.wraps().unwrap();
    let new = OfficerId::from_bytes([2; 16]);
    assert!(outcome.wrapped.iter().all(|one| one.officer != new));

    party.write_roster(Desk::Triage);
    assert_eq!(cause(party.wraps()), (name, NoteError::Unsigned));
    party.signs("police", name);
    assert_eq!(cause(party.wraps()), (name, NoteError::Unsigned));
    party.signs("council", name);
    let outcome = party.wraps().unwrap();
    assert!(outcome.wrapped.iter().any(|one| one.officer == new));
}

#[test]
fn a_card_slipped_into_a_signed_roster_gets_no_wrapper() {
    let party = Party::with_an_officer("2026-11-22");
    let path = NoteName::Roster(Desk::Triage).path(&party.ceremony);
    let text = std::fs::read_to_string(&path).unwrap();
    let (body, signatures) = text.split_once("\n\n").unwrap();
    let signed = Roster::parse(&format!("{body}\n")).unwrap();
    check(64, &(2u8.., 0..Role::ALL.len()), |(number, role)| {
        let keys = OfficerKeys::derive(&[number; 64]);
        let mut roster = signed.clone();
        roster.members.push(notes::Member {
            officer: OfficerId::from_bytes([number; 16]),
            role: Role::ALL[role],
            recipient: RecipientText::parse(&keys.identity().recipient().encode()).unwrap(),
            key: keys.signing().public(),
        });
        prop_assert!(Roster::parse(&roster.write()).is_ok());
        std::fs::write(&path, format!("{}\n{signatures}", roster.write())).unwrap();
        let refused = cause(party.wraps());
        prop_assert_eq!(
            refused,
            (NoteName::Roster(Desk::Triage), NoteError::Unsigned)
        );
        prop_assert!(!party.path("ceremony/wrappers.json").exists());
        Ok(())
    });
}

#[test]
fn a_note_changed_at_any_place_is_not_acted_on() {
    let party = Party::with_an_officer("2026-11-22");
    let path = NoteName::Roster(Desk::Triage).path(&party.ceremony);
    let signed = std::fs::read(&path).unwrap();
    check(128, &(any::<Index>(), any::<u8>()), |(place, to)| {
        let mut bytes = signed.clone();
        let place = place.index(bytes.len());
        prop_assume!(bytes[place] != to);
        bytes[place] = to;
        std::fs::write(&path, bytes).unwrap();
        prop_assert!(party.wraps().is_err());
        prop_assert!(party.exports("out").is_err());
        Ok(())
    });
}

/// One party for all cases: making one takes longer than a case.
fn check<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value) -> TestCaseResult) {
    let mut runner = TestRunner::new(ProptestConfig::with_cases(cases));
    runner.run(strategy, test).unwrap();
}

#[test]
fn an_older_note_put_back_in_place_is_refused() {
    let party = Party::with_an_officer("2026-11-22");
    let name = NoteName::Roster(Desk::Triage);
    let path = name.path(&party.ceremony);
    let old = std::fs::read(&path).unwrap();
    party.write_roster(Desk::Triage);
    party.both_sign(name);
    party.wraps().unwrap();
    std::fs::write(&path, old).unwrap();
    assert_eq!(cause(party.wraps()), (name, NoteError::Older));
}

#[test]
fn an_expired_directory_is_refused_and_not_signed_again() {
    let mut party = Party::with_an_officer("2026-11-22");
    party.wraps().unwrap();
    party.today = day("2026-12-05");
    party.wraps().unwrap();
    party.today = day("2026-12-06");
    assert_eq!(
        cause(party.wraps()),
        (NoteName::PublicDirectory, NoteError::Expired)
    );
    let path = NoteName::PublicDirectory.path(&party.ceremony);
    let signer = authority::read(&party.path("police.key")).unwrap();
    assert!(matches!(
        sign::sign_file(&path, &signer, party.today),
        Err(SignError::Expired)
    ));
}

#[test]
fn another_desks_roster_under_this_ones_name_is_refused() {
    let party = Party::with_an_officer("2026-11-22");
    let path = |desk| NoteName::Roster(desk).path(&party.ceremony);
    std::fs::copy(path(Desk::Triage), path(LEEDS)).unwrap();
    assert!(matches!(
        party.wraps(),
        Err(WrapError::Believed(BelievedError::OtherDesk(
            NoteName::Roster(LEEDS)
        )))
    ));
}

#[test]
fn a_wrong_fingerprint_or_a_key_twice_puts_nobody_on_the_list() {
    let mut party = Party::begin("2026-11-22");
    let (one, two) = (party.enrols(1), party.enrols(2));
    let add =
        |card, words: &str| roster::add(&party.ceremony, Desk::Triage, card, Role::Officer, words);
    assert!(matches!(
        add(&one, &card::six_words(&two)),
        Err(RosterError::WrongFingerprint)
    ));
    assert!(
        roster::members(&party.ceremony, Desk::Triage)
            .unwrap()
            .is_empty()
    );
    add(&one, &card::six_words(&one)).unwrap();
    assert!(matches!(
        add(&one, &card::six_words(&one)),
        Err(RosterError::AlreadyThere(Desk::Triage))
    ));
    let inst = party.ceremony.inst();
    let twin = party
        .keys(1)
        .card(inst, OfficerId::from_bytes([3; 16]))
        .unwrap();
    assert!(matches!(
        add(&twin, &card::six_words(&twin)),
        Err(RosterError::KeyTaken(Desk::Triage))
    ));
    assert!(matches!(
        roster::add(
            &party.ceremony,
            Desk::Silver,
            &two,
            Role::Officer,
            &card::six_words(&two)
        ),
        Err(RosterError::OtherDesk(Desk::Silver))
    ));
}

#[test]
fn a_note_that_waits_for_signatures_is_not_replaced_by_accident() {
    let party = Party::begin("2026-11-22");
    party.write_directories();
    party.signs("police", NoteName::StaffDirectory);
    assert!(matches!(
        directory::write(&party.ceremony, party.today, Waiting::Keep),
        Err(directory::DirectoryError::Write(WriteError::StillWaiting(
            _
        )))
    ));
    let [public, _] = directory::write(&party.ceremony, party.today, Waiting::GiveUp).unwrap();
    assert_eq!(public.head().serial, 2);
}

#[test]
fn an_authority_signs_once_and_only_what_ginnel_makes() {
    let party = Party::begin("2026-11-22");
    party.write_directories();
    party.signs("police", NoteName::PublicDirectory);
    let signer = authority::read(&party.path("police.key")).unwrap();
    let path = NoteName::PublicDirectory.path(&party.ceremony);
    let text = std::fs::read_to_string(path).unwrap();
    assert!(matches!(
        sign::sign(&text, &signer, party.today),
        Err(SignError::AlreadySigned)
    ));
    for other in ["", "a cheque\n", &text.replacen("desk ", "desk  ", 1)] {
        assert!(matches!(
            sign::sign(other, &signer, party.today),
            Err(SignError::NotANote)
        ));
    }
}

#[test]
fn secrets_swapped_between_weeks_or_shares_between_desks_are_noticed() {
    let party = Party::with_an_officer("2026-11-22");
    let week = |week: u8| party.path(&format!("ceremony/epochs/triage.2026-W{week}.age"));
    let kept = std::fs::read(week(47)).unwrap();
    std::fs::copy(week(48), week(47)).unwrap();
    assert!(matches!(party.wraps(), Err(WrapError::Epoch(_))));
    std::fs::write(week(47), kept).unwrap();
    party.wraps().unwrap();
    let share = |desk: &str| party.path(&format!("custodian-1/{desk}.2026-Q4.share"));
    std::fs::copy(share("bronze-leeds"), share("triage")).unwrap();
    let error = party.wraps().unwrap_err().to_string();
    assert!(error.contains("do not belong together"), "{error}");
}

#[test]
fn a_public_half_exchanged_in_the_folder_is_noticed() {
    let mut party = Party::begin("2026-11-22");
    let stranger = OfficerKeys::derive(&[77; 64])
        .identity()
        .recipient()
        .encode();
    let path = party.path("ceremony/epochs/triage.2026-W47.pub");
    std::fs::write(path, format!("{stranger}\n")).unwrap();
    party.write_directories();
    party.both_sign_directories();
    let card = party.enrols(1);
    party.approves(Desk::Triage, &card, Role::Officer);
    party.write_roster(Desk::Triage);
    party.both_sign(NoteName::Roster(Desk::Triage));
    assert!(matches!(party.wraps(), Err(WrapError::Epoch(_))));
}

#[test]
fn custodians_keep_their_shares_in_two_places_and_an_export_goes_to_a_new_one() {
    let party = Party::with_an_officer("2026-11-22");
    let drive = party.path("custodian-1");
    assert!(matches!(
        Custodians::new(&drive, &party.path("custodian-2/../custodian-1")),
        Err(RecoveryError::SameFolder)
    ));
    party.exports("out").unwrap();
    assert!(matches!(party.exports("out"), Err(ExportError::NotEmpty)));
}

#[test]
fn keys_are_never_made_over_keys() {
    let mut party = Party::begin("2026-11-22");
    let path = party.path("ceremony/epochs/triage.2026-W47.pub");
    let before = std::fs::read(&path).unwrap();
    party.make_keys();
    assert_eq!(std::fs::read(&path).unwrap(), before);
    // Even if the public half is lost, the secret is not overwritten.
    std::fs::remove_file(path).unwrap();
    let mut rng = rand::rngs::OsRng;
    assert!(matches!(
        ginnel_keys::epochs::make(&party.ceremony, party.today, &mut rng),
        Err(ginnel_keys::epochs::EpochError::File(FileError::Exists(_)))
    ));
}
