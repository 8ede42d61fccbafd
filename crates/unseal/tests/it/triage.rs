//! A reporter's browser seals by the directory it verified, whatever its own clock says.

use domain::{Day, Desk, FRAME_LEN, SealedFrame, ThreadId, TipId, Week};
use notes::{
    Authorities, DeskKey, Head, NoteBody, PublicDirectory, RecipientText, Signer, SigningKey,
    Unverified, Validity, Verified,
};
use seal::{SealError, TIP_BODY_LEN, read_tip_body, seal_canary, to_triage};
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

fn canary() -> Signer {
    Signer::new("canary", SigningKey::from_seed(&[5; 32])).unwrap()
}

fn sealed_canary() -> SealedFrame {
    let (tip, thread) = (TipId::from_bytes([6; 16]), ThreadId::from_bytes([7; 16]));
    let now = day("2026-11-20").start().plus(7_300);
    seal_canary(&canary(), &triage(), tip, thread, now).unwrap()
}

/// Bytes of a frame's sealed file behind its header, which alone is of random length.
fn behind_the_header(frame: &SealedFrame) -> usize {
    let file = seal::age_file(frame).unwrap();
    let header = file
        .windows(5)
        .position(|window| window == b"\n--- ")
        .unwrap();
    let end = file[header + 5..].iter().position(|byte| *byte == b'\n');
    file.len() - header - end.unwrap()
}

#[test]
fn a_test_tip_bears_its_mark_inside_and_none_outside() {
    let key = identity(1);
    let frame = sealed_canary();
    let part = open_tip(&[(week("2026-W47"), &key)], &frame, INST).unwrap();
    let (tip, hour) = (part.tip, domain::Hour(part.hour));
    let mark = part.canary.as_ref().unwrap();
    let holds = |tip| notes::canary::verify(canary().authority().key(), INST, tip, hour, mark);
    assert_eq!(holds(tip), Ok(()));
    assert!(holds(TipId::from_bytes([8; 16])).is_err());
    for text in ["x".to_owned(), "A car stands there. ".repeat(400)] {
        let other = to_triage(&super::actors::tip(&text), &triage(), day("2026-11-20")).unwrap();
        assert_eq!(frame.as_bytes().len(), FRAME_LEN);
        assert_eq!(behind_the_header(&frame), behind_the_header(&other[0]));
    }
}

#[test]
fn a_mark_in_a_tip_of_several_parts_is_refused() {
    let key = identity(1);
    let frame = sealed_canary();
    let mut part = open_tip(&[(week("2026-W47"), &key)], &frame, INST).unwrap();
    let body = |part: &domain::tip::TipPart| {
        let mut body = seal::cbor::to_deterministic(part).unwrap().to_vec();
        body.resize(TIP_BODY_LEN, 0);
        body
    };
    assert!(read_tip_body(&body(&part)).is_ok());
    part.parts = 2;
    assert!(read_tip_body(&body(&part)).is_err());
    part.canary = None;
    assert!(read_tip_body(&body(&part)).is_ok());
}
