use domain::answers::{ANSWERS_MAX, Answers, Danger, Details, ENTRIES_MAX, Knows};
use domain::question::{Field, PLACE_MAX, STORY_MAX};
use domain::tip::{ReplySlot, SealPath};
use domain::work::{Act, History, HistoryEntry, Original, Since, Work};
use domain::{Category, Day, Minute, OfficerId, ThreadId, TipId};
use proptest::collection::vec;
use proptest::prelude::{any, proptest};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;

use super::*;

fn unpack(slots: [&[u8]; 3]) -> Result<(Contents, Tail), Malformed> {
    super::unpack(slots)
}

fn contents(text: String, items: usize) -> Contents {
    let answers = Answers {
        danger: Danger::No,
        about: vec![Category::Fraud],
        place: "x".repeat(1_000),
        areas: vec![],
        details: Details::default(),
    };
    let mut work = Work::begin(&answers, Day(20_010));
    work.items[0].text = "y".repeat(items);
    let mut history = History::default();
    history.add(HistoryEntry {
        day: Day(20_000),
        officer: OfficerId::from_bytes([1; 16]),
        act: Act::Accepted,
    });
    let original = Original {
        tip: TipId::from_bytes([1; 16]),
        thread: ThreadId::from_bytes([2; 16]),
        day: Day(20_000),
        since: Since {
            minute: Minute(28_800_000),
            is_least: false,
        },
        hour: 480_000,
        answers,
        text,
        lang: "en".to_owned().try_into().unwrap(),
        knows: Knows::Saw,
        path: SealPath::Browser,
        parts: 4,
        missing: vec![],
        intake: vec![i64::MAX; 4],
        reply: None,
        bundle: None,
        champion: None,
        nonce: [7; 32].into(),
        signed_by: Some([4; 32].into()),
    };
    Contents {
        original,
        work,
        history,
    }
}

fn packed(contents: &Contents) -> Result<[Zeroizing<Vec<u8>>; 3], Failure> {
    let (original, tail) = pack_original(&contents.original)?;
    let [work, history] = pack(&contents.work, &contents.history, &tail)?;
    Ok([original, work, history])
}

fn returns(contents: &Contents) {
    let slots = packed(contents).unwrap();
    assert!(slots.iter().all(|slot| slot.len() <= KEPT_CONTENT_MAX));
    let [original, work, history] = &slots;
    let (read, tail) = unpack([original, work, history]).unwrap();
    assert_eq!(&read, contents);
    assert!(tail == pack_original(&contents.original).unwrap().1);
}

#[test]
fn an_ordinary_tip_and_the_longest_one_come_back() {
    returns(&contents("a short text".into(), 100));
    let longest = "People come and go at night. ".repeat(1_655);
    returns(&contents(longest, 14_000));
}

#[test]
fn the_longest_text_that_does_not_deflate_can_still_be_accepted() {
    returns(&contents(unlike_itself(12_000), 0));
}

/// Letters, digits and signs of one byte, drawn by chance: no writing deflates worse.
#[test]
fn the_longest_answers_beside_the_longest_story_can_still_be_accepted() {
    let mut rng = ChaCha20Rng::seed_from_u64(4);
    let mut drawn = |bytes: usize| -> String {
        let mut one = |()| char::from(rng.gen_range(b'!'..=b'~'));
        vec![(); bytes].into_iter().map(&mut one).collect()
    };
    let mut longest = contents(drawn(STORY_MAX), 0);
    longest.original.answers.place = drawn(PLACE_MAX);
    let answers = minicbor::to_vec(&longest.original.answers).unwrap().len();
    let line = drawn(ANSWERS_MAX + ENTRIES_MAX - answers - 7);
    longest.original.answers.details.put(Field::Times, &[&line]);
    longest.original.reply = Some(ReplySlot {
        recipient: drawn(1_216).into_bytes().into(),
        addresses: [[5; 32].into(); 8],
        sign: [6; 32].into(),
        safe: true,
    });
    returns(&longest);
}

/// So many characters of four bytes that do not deflate.
fn unlike_itself(characters: usize) -> String {
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    let mut one = |()| rng.gen_range('\u{20000}'..'\u{2ffff}');
    vec![(); characters].into_iter().map(&mut one).collect()
}

#[test]
fn what_three_frames_cannot_hold_is_said_to_be_too_large() {
    let refused = packed(&contents(String::new(), 18_000));
    assert_eq!(refused.unwrap_err(), Failure::TooLarge);
}

#[test]
fn slots_that_do_not_fit_together_are_refused() {
    let long = packed(&contents("ab ".repeat(15_000), 0)).unwrap();
    let other = packed(&contents("plain".into(), 0)).unwrap();
    let [original, _, _] = &long;
    let mixed = unpack([&original[..original.len() - 1], &other[1], &other[2]]);
    assert!(mixed.is_err());
}

#[test]
fn a_tail_that_is_not_the_originals_is_refused() {
    let long = contents(unlike_itself(11_000), 0);
    let (original, tail) = pack_original(&long.original).unwrap();
    assert!(!tail.0.is_empty());
    let mut changed = Tail(tail.0.clone());
    *changed.0.last_mut().unwrap() ^= 1;
    let mut longer = Tail(tail.0.clone());
    longer.0.push(0);
    for other in [changed, longer, Tail::default()] {
        let [work, history] = pack(&long.work, &long.history, &other).unwrap();
        assert!(unpack([&original, &work, &history]).is_err());
    }
    let later = contents(String::new(), 9_000);
    let [work, history] = pack(&later.work, &later.history, &tail).unwrap();
    let (read, _) = unpack([&original, &work, &history]).unwrap();
    assert_eq!((read.original, read.work), (long.original, later.work));
}

proptest! {
    #[test]
    fn foreign_slots_never_panic(
        original in vec(any::<u8>(), 0..200),
        cut in 0_usize..200,
        flip in any::<u8>(),
    ) {
        let sound = packed(&contents("ab ".repeat(9_000), 50)).unwrap();
        let _ = unpack([&original, &sound[1], &sound[2]]);
        let mut changed = sound[0].to_vec();
        let at = cut % changed.len();
        changed[at] ^= flip;
        let _ = unpack([&changed, &sound[1], &sound[2]]);
    }
}
