//! Work from hand to hand.

use domain::console::{Answer, Ask, Failure};
use domain::work::{Act, HandedOver};
use domain::{Desk, OfficerId, RecordId};

use crate::world::{Officer, World, failure};

const DESK: Desk = Desk::Triage;

fn colleague(officer: &mut Officer, name: &str) -> OfficerId {
    match officer.ask(Ask::Colleagues { desk: DESK }) {
        Answer::Colleagues(all) => all.iter().find(|one| one.name == name).unwrap().officer,
        other => panic!("{other:?}"),
    }
}

fn handed(officer: &mut Officer) -> Option<HandedOver> {
    match officer.ask(Ask::ListCards { desk: DESK }) {
        Answer::Cards { cards, .. } => cards[0].card.as_ref().unwrap().handed,
        other => panic!("{other:?}"),
    }
}

fn hand_over(officer: &mut Officer, record: RecordId, to: OfficerId, reason: &str) -> Answer {
    officer.ask(Ask::HandOver {
        desk: DESK,
        record,
        to,
        reason: reason.into(),
    })
}

#[test]
fn what_is_handed_over_says_so_until_the_colleague_works_on_it() {
    let (mut world, mut ann, mut bea, mut sue) = World::supervised();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    ann.open(record).unwrap();
    let (by, to) = (colleague(&mut bea, "ann"), colleague(&mut ann, "bea"));
    for (to, reason) in [
        (to, " "),
        (by, "to myself"),
        (OfficerId::from_bytes([9; 16]), "gone"),
    ] {
        let refused = failure(hand_over(&mut ann, record, to, reason));
        assert_eq!(refused, Failure::NotAllowed, "{reason}");
    }
    assert_eq!(
        hand_over(&mut ann, record, to, "my shift ends"),
        Answer::Done
    );
    assert_eq!(handed(&mut bea), Some(HandedOver { by, to }));
    let desk = DESK;
    let claimed = bea.ask(Ask::Claim { desk, record });
    assert!(matches!(claimed, Answer::Claimed(_)), "{claimed:?}");
    let view = bea.open(record).unwrap();
    let reason = "my shift ends".to_owned();
    let entry = view.history.entries.last().unwrap();
    assert_eq!(
        (entry.officer, &entry.act),
        (by, &Act::HandedOver { to, reason })
    );
    bea.save(record, view.work);
    assert_eq!(handed(&mut sue), None);
    let work = bea.open(record).unwrap().work;
    assert_eq!(failure(ann.save(record, work)), Failure::ClaimLost);
}

#[test]
fn a_supervisor_takes_work_back_with_a_reason_and_hands_it_on() {
    let (mut world, mut ann, mut bea, mut sue) = World::supervised();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let work = ann.open(record).unwrap().work;
    let (desk, from) = (DESK, colleague(&mut sue, "ann"));
    let take_back = |officer: &mut Officer, reason: &str| {
        let reason = reason.into();
        officer.ask(Ask::TakeBack {
            desk,
            record,
            reason,
        })
    };
    assert_eq!(failure(take_back(&mut bea, "now")), Failure::NotAllowed);
    assert_eq!(failure(take_back(&mut sue, "")), Failure::NotAllowed);
    let Answer::Record(view) = take_back(&mut sue, "ann is away") else {
        panic!()
    };
    let reason = "ann is away".to_owned();
    let from = Some(from);
    let last = &view.history.entries.last().unwrap().act;
    assert_eq!(*last, Act::TakenBack { from, reason });
    assert_eq!(failure(ann.save(record, work)), Failure::ClaimLost);
    let told = ann.ask(Ask::Claim { desk, record });
    assert_eq!(failure(told), Failure::ClaimedByAnother);
    let bea_id = colleague(&mut sue, "bea");
    assert_eq!(
        hand_over(&mut sue, record, bea_id, "yours now"),
        Answer::Done
    );
    assert_eq!(handed(&mut ann).map(|handed| handed.to), Some(bea_id));
}
