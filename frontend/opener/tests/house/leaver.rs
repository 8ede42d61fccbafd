//! Somebody leaves: what they worked on is taken back at once, and nothing of it is lost.

use domain::console::{Answer, Ask, Failure, TakenAll};
use domain::work::{Act, CloseReason, HandedOver};
use domain::{Desk, OfficerId, RecordId};

use crate::world::{Officer, World, failure};

const DESK: Desk = Desk::Triage;
const REASON: &str = "ann has left";

fn take_all(officer: &mut Officer, from: OfficerId, to: Option<OfficerId>, reason: &str) -> Answer {
    officer.ask(Ask::TakeAll {
        desk: DESK,
        from,
        to,
        reason: reason.into(),
    })
}

fn taken(answer: Answer) -> TakenAll {
    match answer {
        Answer::TakenAll(taken) => taken,
        other => panic!("{other:?}"),
    }
}

fn accepted(world: &mut World, officer: &mut Officer) -> RecordId {
    let tip = world.send_tip("seen at night");
    let record = officer.take(tip);
    officer.open(record).unwrap();
    record
}

fn handed(officer: &mut Officer, record: RecordId) -> Option<HandedOver> {
    match officer.ask(Ask::ListCards { desk: DESK }) {
        Answer::Cards { cards, .. } => {
            let card = cards.into_iter().find(|card| card.record == record);
            card.unwrap().card.unwrap().handed
        }
        other => panic!("{other:?}"),
    }
}

fn sorted(mut records: Vec<RecordId>) -> Vec<RecordId> {
    records.sort();
    records
}

#[test]
fn what_a_leaver_worked_on_or_was_handed_is_taken_and_handed_on_in_one_go() {
    let (mut world, mut ann, mut bea, mut sue) = World::supervised();
    let (a, b, s) = (
        world.officer("ann"),
        world.officer("bea"),
        world.officer("sue"),
    );
    let claimed = accepted(&mut world, &mut ann);
    let saved = {
        let mut work = ann.open(claimed).unwrap().work;
        work.title = "Typed by ann".into();
        ann.save(claimed, work.clone());
        work
    };
    let given = accepted(&mut world, &mut bea);
    bea.ask(Ask::HandOver {
        desk: DESK,
        record: given,
        to: a,
        reason: "yours".into(),
    });
    let closed = accepted(&mut world, &mut ann);
    ann.close(closed, CloseReason::Known, "");
    ann.ask(Ask::Release {
        desk: DESK,
        record: closed,
    });
    let others = accepted(&mut world, &mut bea);
    let all = taken(take_all(&mut sue, a, Some(b), REASON));
    assert_eq!(sorted(all.taken), sorted(vec![claimed, given]));
    assert_eq!(all.left, []);
    let handed_on = Some(HandedOver { by: s, to: b });
    assert_eq!(handed(&mut bea, claimed), handed_on);
    assert_eq!(handed(&mut bea, given), handed_on);
    assert_eq!(handed(&mut bea, others), None);
    assert_eq!(failure(ann.save(claimed, saved)), Failure::ClaimLost);
    bea.ask(Ask::Claim {
        desk: DESK,
        record: claimed,
    });
    let view = bea.open(claimed).unwrap();
    assert_eq!(view.work.title, "Typed by ann");
    let acts: Vec<Act> = view
        .history
        .entries
        .into_iter()
        .map(|one| one.act)
        .collect();
    let (from, reason) = (Some(a), REASON.to_owned());
    let (back, to) = (Act::TakenBack { from, reason }, b);
    assert!(acts.contains(&back));
    let reason = REASON.to_owned();
    assert_eq!(acts.last(), Some(&Act::HandedOver { to, reason }));
    let heard = String::from_utf8_lossy(&world.server.borrow().heard).into_owned();
    assert!(!heard.contains(REASON));
}

#[test]
fn what_cannot_be_taken_is_named_and_the_rest_is_taken_all_the_same() {
    let (mut world, mut ann, mut bea, mut sue) = World::supervised();
    let (a, b) = (world.officer("ann"), world.officer("bea"));
    let good = accepted(&mut world, &mut ann);
    let broken = accepted(&mut world, &mut ann);
    let older = {
        let mut server = world.server.borrow_mut();
        let stored = server.records.get_mut(&broken).unwrap();
        let older = stored.frames.clone();
        stored.frames.swap(1, 2);
        older
    };
    let all = taken(take_all(&mut sue, a, None, REASON));
    assert_eq!(all.taken, [good]);
    assert_eq!(all.left.len(), 1);
    assert_eq!(all.left[0].0, broken);
    assert_eq!(handed(&mut bea, good), None);
    world
        .server
        .borrow_mut()
        .records
        .get_mut(&broken)
        .unwrap()
        .frames = older;
    let free = bea.ask(Ask::Claim {
        desk: DESK,
        record: broken,
    });
    assert!(matches!(free, Answer::Claimed(_)), "{free:?}");
    let all = taken(take_all(&mut sue, a, Some(b), REASON));
    assert_eq!((all.taken, all.left), (vec![], vec![]), "it is bea's now");
}

#[test]
fn only_a_supervisor_takes_all_with_a_reason_and_hands_it_to_somebody_who_opens_it() {
    let (mut world, mut ann, mut bea, mut sue) = World::supervised();
    let (a, s) = (world.officer("ann"), world.officer("sue"));
    let record = accepted(&mut world, &mut ann);
    let nobody = OfficerId::from_bytes([9; 16]);
    assert_eq!(
        failure(take_all(&mut bea, a, None, REASON)),
        Failure::NotAllowed
    );
    for (from, to, reason) in [
        (a, None, "  "),
        (a, Some(a), REASON),
        (a, Some(nobody), REASON),
        (s, None, REASON),
    ] {
        let refused = failure(take_all(&mut sue, from, to, reason));
        assert_eq!(refused, Failure::NotAllowed);
    }
    assert_eq!(world.server.borrow().records[&record].version, 1);
}
