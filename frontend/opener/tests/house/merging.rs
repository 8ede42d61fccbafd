//! Two tips about the same become one piece of work, and two again.

use domain::console::{Answer, Ask, Failure, RecordView, Together};
use domain::work::{Act, CloseReason, WorkState};
use domain::{Desk, RecordId};

use crate::world::{LEEDS, Officer, World, failure, finished};

const DESK: Desk = Desk::Triage;
const FIRST: &str = "A grey van waits at the garages.";
const SECOND: &str = "They load boxes into it every evening after the shop has closed.";

fn on_another(officer: &mut Officer, record: RecordId, other: RecordId, deed: Together) -> Answer {
    officer.ask(Ask::OnAnother {
        desk: DESK,
        of: (record, other),
        deed,
    })
}

fn shown(answer: Answer) -> RecordView {
    match answer {
        Answer::Record(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// Two accepted tips; the first is on the officer's bench, the second is free.
fn two(world: &mut World, officer: &mut Officer) -> (RecordId, RecordId) {
    let (first, second) = (world.send_tip(FIRST), world.send_tip(SECOND));
    let (record, other) = (officer.take(first), officer.take(second));
    officer.open(record).unwrap();
    officer.ask(Ask::Release {
        desk: DESK,
        record: other,
    });
    (record, other)
}

#[test]
fn a_duplicate_is_closed_with_the_link_both_ways_and_parted_again() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, other) = two(&mut world, &mut ann);
    for _ in 0..2 {
        // The second time it is closed already, and nothing is written twice.
        let answer = on_another(&mut ann, record, other, Together::Merge);
        if let Answer::Record(view) = answer {
            assert_eq!(view.work.merged(), [other]);
        } else {
            assert_eq!(failure(answer), Failure::NotAllowed);
        }
    }
    let closed = bea.open(other).unwrap();
    let reason = CloseReason::Duplicate;
    assert_eq!(closed.work.state, WorkState::Closed(reason));
    assert_eq!(closed.work.merged_into, Some(record));
    assert!(world.server.borrow().records[&other].closed);
    let mine = ann.open(record).unwrap();
    let merged = Act::Merged { record: other };
    let noted = mine.history.entries.iter().filter(|one| one.act == merged);
    assert_eq!(noted.count(), 1);
    // What the console says of it does not count.
    let mut work = mine.work;
    work.merged = None;
    ann.save(record, work);
    assert_eq!(ann.open(record).unwrap().work.merged(), [other]);

    let view = shown(on_another(&mut ann, record, other, Together::Part));
    assert_eq!(view.work.merged(), []);
    let open = bea.open(other).unwrap();
    assert_eq!(open.work.state, WorkState::InProgress);
    assert_eq!(open.work.merged_into, None);
    assert!(!world.server.borrow().records[&other].closed);
}

#[test]
fn no_run_of_the_others_words_leaves_undecided_and_nothing_is_parted_after_that() {
    let (mut world, mut ann, ..) = World::staffed();
    let (record, other) = two(&mut world, &mut ann);
    shown(on_another(&mut ann, record, other, Together::Merge));
    // A console that was just loaded has opened only the first.
    ann.ask(Ask::Release { desk: DESK, record });
    let mut ann = world.anew(&ann);
    ann.ask(Ask::Claim { desk: DESK, record });
    let mut work = finished(ann.open(record).unwrap().work, &[LEEDS]);
    work.items[0].text = "Boxes are loaded every evening after the shop has closed.".into();
    let route = |work: &domain::work::Work| Ask::Route {
        desk: DESK,
        record,
        work: Box::new(work.clone()),
    };
    let answer = ann.ask(route(&work));
    assert!(matches!(answer, Answer::NotReady(_)), "{answer:?}");
    work.items[0].text = "Boxes are loaded at night.".into();
    let signed = shown(ann.ask(route(&work)));
    assert_eq!(signed.work.state, WorkState::Waiting);
    let parted = on_another(&mut ann, record, other, Together::Part);
    assert_eq!(failure(parted), Failure::NotAllowed);
}

#[test]
fn what_a_colleague_works_on_or_what_was_sent_is_not_taken_in() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, other) = two(&mut world, &mut ann);
    bea.ask(Ask::Claim {
        desk: DESK,
        record: other,
    });
    let held = on_another(&mut ann, record, other, Together::Merge);
    assert_eq!(failure(held), Failure::ClaimedByAnother);
    bea.open(other).unwrap();
    bea.hand_in(other, &[LEEDS]);
    let waits = on_another(&mut ann, record, other, Together::Merge);
    assert_eq!(failure(waits), Failure::NotAllowed);
    ann.release_all();
    bea.ask(Ask::Release {
        desk: DESK,
        record: other,
    });
    let sent = on_another(&mut ann, record, other, Together::Merge);
    assert_eq!(failure(sent), Failure::NotAllowed);
    let own = on_another(&mut ann, record, record, Together::Merge);
    assert_eq!(failure(own), Failure::NotAllowed);
    assert_eq!(ann.open(record).unwrap().work.merged(), []);
}
