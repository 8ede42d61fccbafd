//! A reporter's browser seals by the directory it verified, whatever its own clock says.

use domain::{Day, Desk, Week};
use notes::{
    Authorities, DeskKey, Head, NoteBody, PublicDirectory, RecipientText, Signer, SigningKey,
    Unverified, Validity, Verified,
};
use seal::{SealError, to_triage};
use unseal::tip::open_tip;

use crate::actors::{INST, identity, tip, week};

const WEEKS: [(&str, u64); 2] = [("2026-W47", 1), ("2026-W48", 2)];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn directory(desks: Vec<DeskKey>) -> Verified<PublicDirectory> {
    let signer = Signer::new("one.example", SigningKey::from_seed(&[1; 32])).unwrap();
    let directory = PublicDirectory {
        head: Head {
            inst: INST,
            serial: 1,
            validity: Validity::new(day("2026-11-16"), day("2026-11-30"), 14).unwrap(),
        },
        desks,
        replies: Vec::new(),
    };
    let pinned = Authorities::new(vec![signer.authority().clone()]).unwrap();
    let note = Unverified::parse(&directory.sign(&[&signer]).unwrap()).unwrap();
    note.verify(&pinned, INST, day("2026-11-20"), None).unwrap()
}

fn triage() -> Verified<PublicDirectory> {
    let key = |(text, seed): (&str, u64)| DeskKey {
        desk: Desk::Triage,
        week: week(text),
        recipient: RecipientText::parse(&identity(seed).recipient().encode()).unwrap(),
    };
    directory(WEEKS.map(key).to_vec())
}

#[test]
fn the_week_is_todays_or_the_listed_one_nearest_to_it() {
    let keys = WEEKS.map(|(text, seed)| (week(text), identity(seed)));
    let keys: Vec<_> = keys.iter().map(|(week, key)| (*week, key)).collect();
    let sealed_in = |today: &str| -> Week {
        let frames = to_triage(&tip("x"), &triage(), day(today)).unwrap();
        open_tip(&keys, &frames[0], INST).unwrap().week
    };
    assert_eq!(sealed_in("2026-11-20"), week("2026-W47"));
    assert_eq!(sealed_in("2026-11-23"), week("2026-W48"));
    assert_eq!(sealed_in("2020-01-01"), week("2026-W47"));
    assert_eq!(sealed_in("2030-01-01"), week("2026-W48"));
}

#[test]
fn without_a_triage_recipient_that_parses_fully_nothing_is_sealed() {
    let none = to_triage(&tip("x"), &directory(Vec::new()), day("2026-11-20"));
    assert_eq!(none.err(), Some(SealError::NotAllowed));
    let wrong_checksum = DeskKey {
        desk: Desk::Triage,
        week: week("2026-W47"),
        recipient: RecipientText::parse(&format!("age1pq1{}", "q".repeat(1_952))).unwrap(),
    };
    let broken = to_triage(
        &tip("x"),
        &directory(vec![wrong_checksum]),
        day("2026-11-20"),
    );
    assert_eq!(broken.err(), Some(SealError::NotAllowed));
}
