//! Frames: one size, one way to open them, and no byte that may change.

use domain::{FRAME_LEN, SealedFrame};
use identity::{Identity, OpenError, open_file, open_frame};
use proptest::prelude::*;
use seal::{
    Kind, OUTER_BODY_MAX, OUTER_LEN, SealError, age_file, seal_file, seal_frame, seal_packed,
};

use crate::actors::{INST, OTHER_INST, identity};

const KINDS: [Kind; 6] = [
    Kind::Cover,
    Kind::Tip,
    Kind::SealedInner,
    Kind::Reply,
    Kind::Record,
    Kind::Report,
];

/// Seals an outer plaintext that need not be well-formed.
fn frame_of(outer: &[u8], desk: &Identity) -> SealedFrame {
    let packed = seal_packed(desk.recipient(), outer, FRAME_LEN).unwrap();
    SealedFrame::try_from(packed).unwrap()
}

fn outer(version: u8, kind: u8, body: &[u8]) -> Vec<u8> {
    let mut outer = vec![version, kind];
    outer.extend_from_slice(INST.as_bytes());
    outer.extend_from_slice(&u32::try_from(body.len()).unwrap().to_be_bytes());
    outer.extend_from_slice(body);
    outer.resize(OUTER_LEN, 0);
    outer
}

fn error(desk: &Identity, frame: &SealedFrame) -> OpenError {
    let opened = open_frame(&[desk], frame, Kind::Tip, INST);
    opened.err().expect("it must not open")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_body_gives_exactly_one_length_and_comes_back(
        body in prop::collection::vec(any::<u8>(), 0..=OUTER_BODY_MAX),
        kind in prop::sample::select(&KINDS),
    ) {
        let desk = identity(1);
        let frame = seal_frame(desk.recipient(), kind, INST, &body).unwrap();
        prop_assert_eq!(frame.as_bytes().len(), 20_480);
        let opened = open_frame(&[&desk], &frame, kind, INST).unwrap();
        prop_assert_eq!(&*opened.body, &body);
    }

    #[test]
    fn foreign_bytes_never_open_and_never_panic(
        n in any::<u32>(),
        small in 0u32..30_000,
        bytes in prop::collection::vec(any::<u8>(), FRAME_LEN),
    ) {
        let desk = identity(1);
        for n in [n, small] {
            let mut bytes = bytes.clone();
            bytes[..4].copy_from_slice(&n.to_be_bytes());
            let frame = SealedFrame::try_from(bytes).unwrap();
            prop_assert!(open_frame(&[&desk], &frame, Kind::Tip, INST).is_err());
        }
    }
}

#[test]
fn the_longest_body_fits_and_one_byte_more_does_not() {
    let desk = identity(1);
    let body = vec![7; OUTER_BODY_MAX + 1];
    assert!(seal_frame(desk.recipient(), Kind::Tip, INST, &body[1..]).is_ok());
    let more = seal_frame(desk.recipient(), Kind::Tip, INST, &body);
    assert_eq!(more.err(), Some(SealError::TooLong));
}

#[test]
fn every_single_byte_change_is_refused() {
    let desk = identity(1);
    let frame = seal_frame(desk.recipient(), Kind::Tip, INST, b"what happened").unwrap();
    let mut bytes = frame.into_bytes();
    let mut opened = Vec::new();
    for position in 0..FRAME_LEN {
        // Another bit at every position, so that all eight are tried.
        let bit = 1 << (position % 8);
        bytes[position] ^= bit;
        let changed = SealedFrame::try_from(bytes.as_slice()).unwrap();
        if open_frame(&[&desk], &changed, Kind::Tip, INST).is_ok() {
            opened.push(position);
        }
        bytes[position] ^= bit;
    }
    assert_eq!(opened, [] as [usize; 0]);
    let unchanged = SealedFrame::try_from(bytes).unwrap();
    assert!(open_frame(&[&desk], &unchanged, Kind::Tip, INST).is_ok());
}

#[test]
fn the_identity_that_opened_is_named_and_a_stranger_opens_nothing() {
    let (triage, before, stranger) = (identity(1), identity(2), identity(3));
    let frame = seal_frame(triage.recipient(), Kind::Tip, INST, b"body").unwrap();
    let opened = open_frame(&[&before, &triage], &frame, Kind::Tip, INST).unwrap();
    assert_eq!((opened.by, opened.body.as_slice()), (1, b"body".as_slice()));
    assert_eq!(error(&stranger, &frame), OpenError::NotForUs);
    let none = open_frame::<Identity>(&[], &frame, Kind::Tip, INST);
    assert_eq!(none.err(), Some(OpenError::NotForUs));
}

#[test]
fn another_kind_or_installation_is_refused() {
    let desk = identity(1);
    let frame = seal_frame(desk.recipient(), Kind::Report, INST, b"body").unwrap();
    assert_eq!(error(&desk, &frame), OpenError::Misplaced);
    let elsewhere = open_frame(&[&desk], &frame, Kind::Report, OTHER_INST);
    assert_eq!(elsewhere.err(), Some(OpenError::Misplaced));
}

#[test]
fn an_outer_plaintext_that_breaks_a_rule_is_refused() {
    let desk = identity(1);
    let sound = outer(1, 1, b"body");
    assert!(open_frame(&[&desk], &frame_of(&sound, &desk), Kind::Tip, INST).is_ok());
    let mut filled = sound.clone();
    filled[OUTER_LEN - 1] = 1;
    let mut too_long = sound.clone();
    too_long[18..22].copy_from_slice(&[0, 0, 0x47, 0xeb]);
    let wrong = [
        outer(0, 1, b"body"),
        outer(2, 1, b"body"),
        outer(1, 100, b"body"),
        outer(1, 255, b"body"),
        filled,
        too_long,
        sound[..OUTER_LEN - 1].to_vec(),
        [&sound[..], &[0]].concat(),
        Vec::new(),
    ];
    for wrong in wrong {
        assert_eq!(error(&desk, &frame_of(&wrong, &desk)), OpenError::Malformed);
    }
}

#[test]
fn a_file_with_two_hybrid_stanzas_or_a_classic_one_beside_is_refused() {
    for vector in ["hybrid_multiple_recipients", "hybrid_and_x25519", "x25519"] {
        let (identities, file) = crate::cctv::hybrid_part(vector);
        let keys: Vec<&Identity> = identities.iter().collect();
        let opened = open_file(&keys, &file);
        assert_eq!(opened.err(), Some(OpenError::Malformed), "{vector}");
    }
    let (identities, file) = crate::cctv::hybrid_part("hybrid_grease");
    assert!(open_file(&[&identities[0]], &file).is_ok());
}

#[test]
fn a_file_from_outside_may_be_shorter_but_a_frame_has_its_least_length() {
    let desk = identity(1);
    let file = seal_file(desk.recipient(), b"").unwrap();
    assert!((1_672..=1_849).contains(&file.len()), "{}", file.len());
    let mut short = vec![0; FRAME_LEN];
    short[2..4].copy_from_slice(&1_499u16.to_be_bytes());
    assert!(age_file(&SealedFrame::try_from(short.clone()).unwrap()).is_err());
    short[2..4].copy_from_slice(&1_500u16.to_be_bytes());
    assert!(age_file(&SealedFrame::try_from(short).unwrap()).is_ok());
}

#[test]
fn every_failure_reads_the_same() {
    let all = [
        OpenError::NotForUs,
        OpenError::Malformed,
        OpenError::Misplaced,
        OpenError::Unsigned,
        OpenError::Older,
    ];
    let messages = all.map(|error| error.to_string());
    assert!(messages.iter().all(|message| *message == messages[0]));
}
