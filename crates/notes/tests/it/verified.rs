//! From a text somebody handed us to a note we believe, or a reason why not.

use domain::InstallationId;
use notes::{
    Authorities, NoteBody, NoteError, PublicDirectory, Roster, Unverified, Verified, sign,
};

use crate::actors::{INST, both, councils, day, police, public, roster, signer};

fn directory() -> String {
    public().sign(&[&police(), &councils()]).unwrap()
}

fn verify(
    note: &str,
    today: &str,
    newest: Option<u64>,
) -> Result<Verified<PublicDirectory>, NoteError> {
    Unverified::parse(note)?.verify(&both(), INST, day(today), newest)
}

#[test]
fn a_directory_signed_by_all_and_valid_today_is_believed() {
    let believed = verify(&directory(), "2026-11-16", None).unwrap();
    assert_eq!(*believed, public());
    assert!(verify(&directory(), "2026-11-29", Some(12)).is_ok());
    assert!(verify(&directory(), "2026-11-29", Some(11)).is_ok());
}

#[test]
fn every_reason_not_to_believe_has_its_name() {
    let note = directory();
    let error = |note: &str, today, newest| verify(note, today, newest).err();
    assert_eq!(error("x", "2026-11-20", None), Some(NoteError::Malformed));
    let early = error(&note, "2026-11-15", None);
    assert_eq!(early, Some(NoteError::NotYetValid));
    let late = error(&note, "2026-11-30", None);
    assert_eq!(late, Some(NoteError::Expired));
    let older = error(&note, "2026-11-20", Some(13));
    assert_eq!(older, Some(NoteError::Older));
    let forged = note.replace("serial 12", "serial 13");
    let unsigned = error(&forged, "2026-11-20", None);
    assert_eq!(unsigned, Some(NoteError::Unsigned));
}

#[test]
fn one_signature_of_two_is_not_enough() {
    for signer in [police(), councils(), signer("stranger.example", 3)] {
        let note = public().sign(&[&signer]).unwrap();
        let verified = verify(&note, "2026-11-20", None);
        assert_eq!(verified.err(), Some(NoteError::Unsigned));
    }
}

#[test]
fn another_installations_directory_is_refused() {
    let unverified = Unverified::<PublicDirectory>::parse(&directory()).unwrap();
    let other = InstallationId::from_bytes([2; 16]);
    let verified = unverified.verify(&both(), other, day("2026-11-20"), None);
    assert_eq!(verified.err(), Some(NoteError::WrongInstallation));
}

#[test]
fn a_note_of_another_kind_or_in_another_form_is_refused_although_signed() {
    let signers = [&police(), &councils()];
    let other_kind = roster().sign(&signers).unwrap();
    let extra_line = sign(&(public().write() + "and more\n"), &signers).unwrap();
    for note in [other_kind, extra_line] {
        let verified = verify(&note, "2026-11-20", None);
        assert_eq!(verified.err(), Some(NoteError::Malformed));
    }
}

#[test]
fn a_rosters_authorities_are_those_of_its_desk() {
    let desk = signer("bronze-leeds.example", 5);
    let note = roster().sign(&[&desk]).unwrap();
    let pinned = Authorities::new(vec![desk.authority().clone()]).unwrap();
    let today = day("2026-11-20");
    let roster = |pinned| {
        let note = Unverified::<Roster>::parse(&note).unwrap();
        note.verify(pinned, INST, today, None)
    };
    assert!(roster(&pinned).is_ok());
    assert_eq!(roster(&both()).err(), Some(NoteError::Unsigned));
}

#[test]
fn a_body_that_would_be_refused_is_not_signed() {
    let mut directory = public();
    directory.desks.reverse();
    assert!(directory.sign(&[&police()]).is_err());
}
