//! Replies: sealed to whoever comes back, signed for the desk, kept in the record.

use domain::RecordId;
use domain::console::{Answer, Ask, CanReply, Failure, FollowUp, RecordView};
use domain::work::{Act, HistoryEntry};
use domain::{Desk, InstallationId};
use mailbox::Mailbox;
use notes::{ReplyKey, SigningKey};
use phrase::{Phrase, PhraseKeys};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

use crate::world::{Officer, REPLY_SEED, World, failure};

pub fn keys(inst: InstallationId) -> PhraseKeys {
    let phrase = Phrase::make(&mut ChaCha20Rng::seed_from_u64(5));
    PhraseKeys::derive(&phrase, inst)
}

fn reply(officer: &mut Officer, record: RecordId, text: &str) -> Answer {
    officer.ask(Ask::Reply {
        desk: Desk::Triage,
        record,
        text: text.into(),
        lang: "pl".to_owned().try_into().unwrap(),
    })
}

fn view(answer: Answer) -> RecordView {
    match answer {
        Answer::Record(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_reply_opens_for_the_phrase_and_is_kept_in_the_record() {
    let (mut world, mut ann, ..) = World::staffed();
    world.phrase = Some(keys(world.inst));
    let tip = world.send_tip("a van");
    assert_eq!(ann.fetch(false).tips[0].reply, CanReply::Safe);
    let record = ann.accept(tip);
    ann.open(record).unwrap();
    view(reply(&mut ann, record, "Kiedy?"));
    let after = view(reply(&mut ann, record, "Gdzie?"));
    let said: Vec<_> = after
        .history
        .entries
        .iter()
        .filter_map(|entry| match &entry.act {
            Act::Replied { seq, text, .. } => Some((*seq, text.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(said, [(1, "Kiedy?"), (2, "Gdzie?")]);

    // The reporter's end: the first reply lies in the first slot, the second one in the last.
    let server = world.server.borrow();
    let mut answer = Vec::new();
    for (put, at) in server.replies.iter().zip([0, 7]) {
        answer.extend_from_slice(put.slots[at].frame.as_bytes());
    }
    answer.resize(8 * domain::FRAME_LEN, 3);
    let triage = ReplyKey {
        desk: Desk::Triage,
        key: SigningKey::from_seed(&REPLY_SEED).public(),
    };
    let fetched = Mailbox::of(&keys(world.inst)).open(&answer, &[triage]);
    let replies = fetched.unwrap().replies;
    let read: Vec<_> = replies
        .iter()
        .map(|one| (one.seq, one.text.as_str()))
        .collect();
    assert_eq!(read, [(1, "Kiedy?"), (2, "Gdzie?")]);
    let heard = String::from_utf8_lossy(&server.heard).into_owned();
    assert!(!heard.contains("Kiedy?"));
}

#[test]
fn nothing_is_replied_without_a_phrase_or_a_claim_or_while_every_place_is_taken() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("no phrase");
    ann.fetch(false);
    let record = ann.accept(tip);
    ann.open(record).unwrap();
    let refused = failure(reply(&mut ann, record, "x"));
    assert_eq!(refused, Failure::NotAllowed);
    world.phrase = Some(keys(world.inst));
    let tip = world.send_tip("with a phrase");
    ann.fetch(false);
    let record = ann.accept(tip);
    let refused = failure(reply(&mut bea, record, "x"));
    assert_eq!(refused, Failure::NotOpened);
    bea.open(record).unwrap();
    let refused = failure(reply(&mut bea, record, "x"));
    assert_eq!(refused, Failure::ClaimLost);
    world.server.borrow_mut().is_full = true;
    let before = ann.open(record).unwrap();
    let refused = failure(reply(&mut ann, record, "x"));
    assert_eq!(refused, Failure::MailboxFull);
    assert_eq!(ann.open(record).unwrap().history, before.history);
}

#[test]
fn a_reply_that_went_out_without_being_kept_is_told_so() {
    let (mut world, mut ann, ..) = World::staffed();
    world.phrase = Some(keys(world.inst));
    let tip = world.send_tip("a van");
    ann.fetch(false);
    let record = ann.accept(tip);
    ann.open(record).unwrap();
    let stored = |world: &World, step: fn(u32) -> u32| {
        let mut server = world.server.borrow_mut();
        let stored = server.records.get_mut(&record).unwrap();
        stored.version = step(stored.version);
    };
    stored(&world, |version| version + 1);
    let refused = failure(reply(&mut ann, record, "Kiedy?"));
    assert_eq!(refused, Failure::ReplyNotKept);
    assert_eq!(world.server.borrow().replies.len(), 1);
    stored(&world, |version| version - 1);
    let entries = ann.open(record).unwrap().history.entries;
    let replied = |entry: &HistoryEntry| matches!(entry.act, Act::Replied { .. });
    assert!(!entries.iter().any(replied));
}

#[test]
fn a_follow_up_is_proven_by_the_phrase_of_the_first_tip_and_by_no_copy_of_what_it_says() {
    let (mut world, mut ann, ..) = World::staffed();
    world.phrase = Some(keys(world.inst));
    let mut shown = Vec::new();
    for (text, copies) in [("first", false), ("second", false), ("copied", true)] {
        world.copies = copies;
        let tip = world.send_tip(text);
        ann.fetch(false);
        let record = ann.accept(tip);
        shown.push(ann.open(record).unwrap().follow_up);
    }
    let expected = [FollowUp::First, FollowUp::Proven, FollowUp::Unproven];
    assert_eq!(shown, expected);
}
