//! Kept records: versions, claims, closing.

use domain::Desk;
use domain::console::{Answer, Ask, Failure};
use domain::mailbox::REPLY_TEXT_MAX;
use domain::work::{Act, CloseReason, WorkState};

use crate::replies::keys;
use crate::world::{LEEDS, World, failure};

const TRIAGE: Desk = Desk::Triage;

#[test]
fn a_draft_is_saved_again_and_again_and_read_by_a_colleague() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let mut work = ann.open(record).unwrap().work;
    for version in 2..5 {
        work.note = format!("note {version}");
        let Answer::Saved { version: saved, .. } = ann.save(record, work.clone()) else {
            panic!()
        };
        assert_eq!(saved, version);
    }
    let view = bea.open(record).unwrap();
    assert_eq!((view.version, view.work.note.as_str()), (4, "note 4"));
    assert_eq!(view.work.state, WorkState::InProgress);
    assert_eq!(view.history.entries.len(), 2, "one entry a day and officer");
    let Answer::Cards { cards, .. } = bea.ask(Ask::ListCards { desk: TRIAGE }) else {
        panic!()
    };
    assert_eq!(cards[0].card.as_ref().unwrap().note, "note 4");
}

#[test]
fn only_who_holds_the_claim_writes() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let work = bea.open(record).unwrap().work;
    assert_eq!(failure(bea.save(record, work.clone())), Failure::ClaimLost);
    let desk = TRIAGE;
    let claim = bea.ask(Ask::Claim { desk, record });
    assert_eq!(failure(claim), Failure::ClaimedByAnother);
    assert_eq!(ann.ask(Ask::Release { desk, record }), Answer::Done);
    assert!(matches!(
        bea.ask(Ask::Claim { desk, record }),
        Answer::Claimed(_)
    ));
    assert!(matches!(bea.save(record, work), Answer::Saved { .. }));
    ann.open(record).unwrap();
    let work = ann.open(record).unwrap().work;
    assert_eq!(failure(ann.save(record, work)), Failure::ClaimLost);
}

#[test]
fn a_record_that_moved_on_is_not_written_over() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let work = ann.open(record).unwrap().work;
    bea.open(record).unwrap();
    ann.save(record, work.clone());
    let desk = TRIAGE;
    ann.ask(Ask::Release { desk, record });
    bea.ask(Ask::Claim { desk, record });
    assert_eq!(
        failure(bea.save(record, work.clone())),
        Failure::VersionMoved
    );
    bea.open(record).unwrap();
    assert!(matches!(bea.save(record, work), Answer::Saved { .. }));
    assert_eq!(world.server.borrow().records[&record].version, 3);
}

#[test]
fn work_that_is_not_ready_is_not_routed_and_nothing_is_written() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let work = Box::new(ann.open(record).unwrap().work);
    let desk = TRIAGE;
    let answer = ann.ask(Ask::Route { desk, record, work });
    let Answer::NotReady(problems) = answer else {
        panic!("{answer:?}")
    };
    let fields: Vec<String> = problems.iter().map(|one| one.field.to_string()).collect();
    assert!(fields.contains(&"item-1-text".to_owned()));
    let server = world.server.borrow();
    assert!(server.reports.is_empty());
    assert_eq!(server.records[&record].version, 1);
}

#[test]
fn what_was_routed_is_not_put_back() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    ann.hand_in(record, &[LEEDS]);
    let desk = TRIAGE;
    let answer = failure(ann.ask(Ask::PutBack { desk, record }));
    assert_eq!(answer, Failure::NotAllowed);
    bea.release_all();
    ann.open(record).unwrap();
    let answer = failure(ann.ask(Ask::PutBack { desk, record }));
    assert_eq!(answer, Failure::NotAllowed);
    assert_eq!(world.server.borrow().records.len(), 1);
}

#[test]
fn a_report_that_did_not_arrive_shows_as_not_arrived() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    ann.route(&mut bea, record, &[LEEDS]);
    world.server.borrow_mut().reports.clear();
    let view = ann.open(record).unwrap();
    assert_eq!(view.routings.len(), 1);
    assert_eq!(view.routings[0].delivery, None);
    let desk = TRIAGE;
    ann.ask(Ask::Claim { desk, record });
    let mut work = view.work;
    work.what_changed = Some("Sent again: it had not arrived.".into());
    ann.hand_in_work(record, work);
    bea.release_all();
    let view = ann.open(record).unwrap();
    assert!(view.routings[0].delivery.is_none());
    assert!(view.routings[1].delivery.is_some());
}

/// Reasons and replies fill the third frame many times over.
#[test]
fn a_record_with_the_longest_history_is_still_saved_and_closed() {
    let (mut world, mut ann, ..) = World::supervised();
    world.phrase = Some(keys(world.inst));
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    ann.open(record).unwrap();
    let desk = TRIAGE;
    for seq in 1..=4 {
        let answer = ann.ask(Ask::Reply {
            desk,
            record,
            text: "x".repeat(REPLY_TEXT_MAX),
            lang: "en".to_owned().try_into().unwrap(),
        });
        let Answer::Record(view) = answer else {
            panic!("reply {seq}: {answer:?}")
        };
        assert_eq!(view.history.next_reply(), seq + 1);
    }
    for number in 0..60 {
        let note = format!("{number} {}", "x".repeat(290));
        let closed = ann.close(record, CloseReason::Outside, &note);
        assert!(matches!(closed, Answer::Record(_)), "{closed:?}");
        let reason = String::new();
        let again = ann.ask(Ask::Reopen {
            desk,
            record,
            reason,
        });
        assert!(matches!(again, Answer::Record(_)), "{again:?}");
    }
    let view = ann.open(record).unwrap();
    let forgotten = view.history.forgotten.unwrap();
    assert!(forgotten.entries > 3 && forgotten.last_reply >= 3);
    assert_eq!(view.history.next_reply(), 5);
    assert_eq!(view.history.entries[0].act, Act::Accepted);
    assert!(matches!(ann.save(record, view.work), Answer::Saved { .. }));
    let answer = ann.close(record, CloseReason::Known, "");
    assert!(matches!(answer, Answer::Record(_)), "{answer:?}");
}
