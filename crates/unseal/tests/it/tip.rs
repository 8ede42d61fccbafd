//! Tips: split, sealed, opened, put together.

use domain::answers::{ANSWERS_MAX, Details, ENTRIES_MAX};
use domain::question::{Field, STORY_MAX};
use domain::tip::{BundleSlot, ChampionSlot, Lane, ReplySlot, Tip, TipPart};
use domain::{BlobId, InstallationId, SealedFrame, TipId};
use minicbor::bytes::{ByteArray, ByteVec};
use proptest::prelude::*;
use seal::{Kind, SealError, TIP_BODY_LEN, TipRoute, cbor, seal_frame, seal_tip};
use unseal::tip::{Joined, join_parts, open_corruption, open_tip, strip_corruption};
use unseal::{Identity, OpenError};

use crate::actors::{INST, OTHER_INST, identity, tip, week};

fn sent(tip: &Tip, desk: &Identity) -> Vec<SealedFrame> {
    seal_tip(
        tip,
        TipRoute::Triage(desk.recipient()),
        week("2026-W47"),
        INST,
    )
    .unwrap()
}

fn opened(desk: &Identity, frame: &SealedFrame) -> Result<TipPart, OpenError> {
    open_tip(&[(week("2026-W47"), desk)], frame, INST)
}

fn received(desk: &Identity, frames: &[SealedFrame]) -> Joined {
    let parts = frames.iter().map(|frame| opened(desk, frame).unwrap());
    join_parts(parts.collect()).unwrap()
}

pub fn with_every_slot(text: &str) -> Tip {
    let mut tip = tip(text);
    tip.reply = Some(ReplySlot {
        recipient: ByteVec::from(identity(9).recipient().to_bytes()),
        addresses: [ByteArray::from([5; 32]); 8],
        sign: ByteArray::from([6; 32]),
        safe: true,
    });
    tip.bundle = Some(BundleSlot {
        blob: BlobId::from_bytes([7; 16]),
        seed: ByteArray::from([8; 32]),
        bucket: 3,
        sha256: ByteArray::from([9; 32]),
    });
    tip.champion = Some(ChampionSlot {
        period: 12,
        t: ByteArray::from([10; 32]),
        y: ByteArray::from([11; 64]),
    });
    tip
}

/// Seals a part that need not obey the rules.
fn sealed(part: &TipPart, desk: &Identity) -> SealedFrame {
    let mut body = cbor::to_deterministic(part).unwrap();
    body.resize(TIP_BODY_LEN, 0);
    seal_frame(desk.recipient(), Kind::Tip, INST, &body).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_comes_back_whole(text in "\\PC{0,11900}") {
        let desk = identity(1);
        let tip = tip(&text);
        let frames = sent(&tip, &desk);
        prop_assert!(frames.len() <= 4);
        prop_assert_eq!(received(&desk, &frames), Joined::Whole(Box::new(tip)));
    }
}

#[test]
fn a_short_tip_is_one_frame_and_every_slot_comes_back() {
    let desk = identity(1);
    let tip = with_every_slot("what happened");
    let frames = sent(&tip, &desk);
    assert_eq!(frames.len(), 1);
    assert_eq!(received(&desk, &frames), Joined::Whole(Box::new(tip)));
}

#[test]
fn a_full_part_of_text_fits_beside_every_slot() {
    let desk = identity(1);
    assert_eq!(sent(&with_every_slot(&"x".repeat(12_000)), &desk).len(), 1);
}

#[test]
fn a_long_tip_is_split_at_characters_with_the_answers_first() {
    let desk = identity(1);
    let long = with_every_slot(&"ک€x".repeat(7_900));
    let mut frames = sent(&long, &desk);
    assert_eq!(frames.len(), 4);
    let parts: Vec<_> = frames.iter().map(|f| opened(&desk, f).unwrap()).collect();
    assert!(parts[0].answers.is_some() && parts[0].reply.is_some());
    assert!(parts[1..].iter().all(|part| part.answers.is_none()));
    assert!(parts.iter().all(|part| part.text.len() <= 12_000));
    frames.reverse();
    frames.push(frames[1].clone());
    assert_eq!(received(&desk, &frames), Joined::Whole(Box::new(long)));
}

/// Answers about people, vehicles and accounts that take exactly so many bytes.
fn entries(bytes: usize) -> Details {
    let asked = Field::ALL.iter().filter(|field| is_entry(**field));
    let mut entries = Details::default();
    for field in asked {
        let left = bytes - cbor::to_deterministic(&entries).unwrap().len();
        // A key of three bytes, a list of one, and a text's length.
        let Some(longest) = left.checked_sub(7) else {
            break;
        };
        let line = "x".repeat(if longest < 600 { longest } else { 300 });
        entries.put(*field, &[&line]);
    }
    assert_eq!(cbor::to_deterministic(&entries).unwrap().len(), bytes);
    entries
}

/// A tip with every slot, of so many letters and so many bytes of answers about people.
pub fn of_people(letters: usize, bytes: usize) -> Tip {
    let mut tip = with_every_slot(&"x".repeat(letters));
    tip.answers.details.join(entries(bytes));
    tip
}

fn is_entry(field: Field) -> bool {
    matches!(field, Field::Entry(_))
}

#[test]
fn the_longest_answers_and_story_fit_four_parts_beside_every_slot() {
    let desk = identity(1);
    for letter in ["a", "é", "ਗ", "🦆"] {
        let mut longest = with_every_slot(&letter.repeat(STORY_MAX / letter.len()));
        let besides = cbor::to_deterministic(&longest.answers).unwrap().len();
        // The map grows by a key and a map of one key, one list and its text's length.
        let line = "x".repeat(ANSWERS_MAX - besides - 7);
        longest.answers.details.put(Field::Times, &[&line]);
        let answers = cbor::to_deterministic(&longest.answers).unwrap().len();
        assert_eq!(answers, ANSWERS_MAX);
        longest.answers.details.join(entries(ENTRIES_MAX));
        let frames = sent(&longest, &desk);
        assert_eq!(frames.len(), 4);
        assert_eq!(received(&desk, &frames), Joined::Whole(Box::new(longest)));
    }
}

#[test]
fn what_was_said_of_people_goes_where_there_is_room() {
    let desk = identity(1);
    let parts_of = |letters: usize, bytes: usize| {
        let tip = of_people(letters, bytes);
        let frames = sent(&tip, &desk);
        let parts: Vec<_> = frames.iter().map(|f| opened(&desk, f).unwrap()).collect();
        assert_eq!(received(&desk, &frames), Joined::Whole(Box::new(tip)));
        parts
    };
    let short = parts_of(1_000, ENTRIES_MAX);
    assert_eq!(short.len(), 1);
    let two = parts_of(12_000, 6_000);
    assert_eq!(two.len(), 2);
    assert_eq!(two[0].text.len(), 12_000);
    assert!(!two[0].details().is_empty() && !two[1].more.is_empty());
    assert!(two[1].text.is_empty());
}

#[test]
fn a_part_that_answers_what_another_answers_is_not_joined() {
    let desk = identity(1);
    let frames = sent(&of_people(12_000, 6_000), &desk);
    let mut parts: Vec<_> = frames.iter().map(|f| opened(&desk, f).unwrap()).collect();
    parts[1].more = parts[0].details().clone();
    assert_eq!(join_parts(parts), Err(OpenError::Misplaced));
}

/// The bytes are of the first version of the form, and are never made anew.
#[test]
fn a_tip_sealed_before_there_were_details_is_read() {
    let body = include_bytes!("../../fuzz/tip-body/before-details");
    let answers = seal::read_tip_body(body).unwrap().answers.unwrap();
    assert_eq!(answers.place, "by the mill");
    assert!(answers.details.is_empty());
}

#[test]
fn more_than_four_parts_are_not_sealed() {
    let desk = identity(1);
    let text = "x".repeat(48_001);
    let route = TipRoute::Triage(desk.recipient());
    let sealed = seal_tip(&tip(&text), route, week("2026-W47"), INST);
    assert_eq!(sealed.err(), Some(SealError::TooLong));
}

#[test]
fn a_missing_part_is_named() {
    let desk = identity(1);
    let frames = sent(&tip(&"x".repeat(30_000)), &desk);
    assert_eq!(frames.len(), 3);
    let without = [frames[0].clone(), frames[2].clone()];
    assert_eq!(received(&desk, &without), Joined::Missing(vec![2]));
}

#[test]
fn parts_of_different_tips_or_that_contradict_are_not_joined() {
    let desk = identity(1);
    let frames = sent(&tip(&"x".repeat(13_000)), &desk);
    let parts: Vec<_> = frames.iter().map(|f| opened(&desk, f).unwrap()).collect();
    let mut strange = parts.clone();
    strange[1].tip = TipId::from_bytes([99; 16]);
    assert_eq!(join_parts(strange), Err(OpenError::Misplaced));
    let mut twice = parts.clone();
    twice.push(parts[1].clone());
    twice[2].text = "something else".into();
    assert_eq!(join_parts(twice), Err(OpenError::Misplaced));
    assert_eq!(join_parts(Vec::new()), Err(OpenError::Malformed));
}

#[test]
fn a_part_of_another_installation_lane_or_week_is_refused() {
    let desk = identity(1);
    let frames = sent(&tip("x"), &desk);
    let other_week = open_tip(&[(week("2026-W46"), &desk)], &frames[0], INST);
    assert_eq!(other_week, Err(OpenError::Misplaced));
    let elsewhere = open_tip(&[(week("2026-W47"), &desk)], &frames[0], OTHER_INST);
    assert_eq!(elsewhere, Err(OpenError::Misplaced));
    let sound = opened(&desk, &frames[0]).unwrap();
    let misplaced: [fn(&mut TipPart); 2] = [
        |part| part.inst = InstallationId::from_bytes([66; 16]),
        |part| part.lane = Lane::Corruption,
    ];
    for change in misplaced {
        let mut part = sound.clone();
        change(&mut part);
        assert_eq!(
            opened(&desk, &sealed(&part, &desk)),
            Err(OpenError::Misplaced)
        );
    }
}

#[test]
fn a_part_that_breaks_a_rule_is_refused() {
    let desk = identity(1);
    let frames = sent(&with_every_slot("x"), &desk);
    let sound = opened(&desk, &frames[0]).unwrap();
    assert_eq!(opened(&desk, &sealed(&sound, &desk)).as_ref(), Ok(&sound));
    let broken: [fn(&mut TipPart); 10] = [
        |part| part.ctx = "ginnel/tip/v2".into(),
        |part| part.part = 0,
        |part| part.part = 2,
        |part| part.parts = 5,
        |part| part.text = "x".repeat(12_001),
        |part| part.answers = None,
        |part| part.more.put(Field::Times, &["twice"]),
        |part| (part.part, part.parts) = (2, 2),
        |part| part.bundle.as_mut().unwrap().bucket = 4,
        |part| part.reply.as_mut().unwrap().recipient = ByteVec::from(vec![0; 1_215]),
    ];
    for (number, change) in broken.iter().enumerate() {
        let mut part = sound.clone();
        change(&mut part);
        let outcome = opened(&desk, &sealed(&part, &desk));
        assert_eq!(outcome, Err(OpenError::Malformed), "change {number}");
    }
}

#[test]
fn cbor_written_any_other_way_is_refused() {
    let desk = identity(1);
    let part = opened(&desk, &sent(&tip("x"), &desk)[0]).unwrap();
    let sound = cbor::to_deterministic(&part).unwrap().to_vec();
    assert_eq!(sound[0] & 0xe0, 0xa0, "a map in its short form");
    let entries = sound[0] & 0x1f;
    let long_head = [&[0xb8, entries], &sound[1..]].concat();
    let indefinite = [&[0xbf], &sound[1..], &[0xff]].concat();
    let unknown_key = [&[sound[0] + 1], &sound[1..], &[0x18, 0x63, 0x00]].concat();
    let key_twice = [&[sound[0] + 1], &sound[1..], &[0x0c, 0x00]].concat();
    let trailing = [&sound[..], &[0x01]].concat();
    for wrong in [long_head, indefinite, unknown_key, key_twice, trailing] {
        let mut body = wrong.clone();
        body.resize(TIP_BODY_LEN, 0);
        let frame = seal_frame(desk.recipient(), Kind::Tip, INST, &body).unwrap();
        assert_eq!(
            opened(&desk, &frame),
            Err(OpenError::Malformed),
            "{wrong:02x?}"
        );
    }
    for len in [TIP_BODY_LEN - 1, TIP_BODY_LEN + 1] {
        let mut body = sound.clone();
        body.resize(len, 0);
        let frame = seal_frame(desk.recipient(), Kind::Tip, INST, &body).unwrap();
        assert_eq!(opened(&desk, &frame), Err(OpenError::Malformed));
    }
}

#[test]
fn a_corruption_tip_needs_both_desks() {
    let (a, b) = (identity(1), identity(2));
    let mut tip = with_every_slot("who took what");
    tip.lane = Lane::Corruption;
    let week = week("2026-W47");
    let route = TipRoute::Corruption {
        a: a.recipient(),
        b: b.recipient(),
    };
    let frames = seal_tip(&tip, route, week, INST).unwrap();
    assert_eq!(opened(&a, &frames[0]), Err(OpenError::Misplaced));
    assert!(strip_corruption(&[&b], &frames[0], INST).is_err());
    let inner = strip_corruption(&[&a], &frames[0], INST).unwrap();
    assert_eq!(
        open_corruption(&[(week, &a)], &inner, INST),
        Err(OpenError::NotForUs)
    );
    let part = open_corruption(&[(week, &b)], &inner, INST).unwrap();
    assert_eq!(join_parts(vec![part]), Ok(Joined::Whole(Box::new(tip))));
}

#[test]
fn a_tip_is_never_sealed_to_the_desks_of_another_lane() {
    let desk = identity(1);
    let mut tip = tip("x");
    tip.lane = Lane::Corruption;
    let route = TipRoute::Triage(desk.recipient());
    let sealed = seal_tip(&tip, route, week("2026-W47"), INST);
    assert_eq!(sealed.err(), Some(SealError::NotAllowed));
}
