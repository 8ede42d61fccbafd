//! Closing without a report, undoing it, and a supervisor's look at it.

use domain::console::{Answer, Ask, CardView, Failure, RecordView};
use domain::work::{Act, CloseReason, Threat, ThreatState, WorkState};
use domain::{Desk, Minute, Priority, RecordId, Role};

use crate::world::{LEEDS, Officer, World, failure, finished};

const DESK: Desk = Desk::Triage;

fn shown(answer: Answer) -> RecordView {
    match answer {
        Answer::Record(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn reopen(officer: &mut Officer, record: RecordId, reason: &str) -> Answer {
    let (desk, reason) = (DESK, reason.to_owned());
    officer.ask(Ask::Reopen {
        desk,
        record,
        reason,
    })
}

fn card(officer: &mut Officer) -> CardView {
    match officer.ask(Ask::ListCards { desk: DESK }) {
        Answer::Cards { mut cards, .. } => cards.remove(0),
        other => panic!("{other:?}"),
    }
}

fn last(view: &RecordView) -> Act {
    view.history.entries.last().unwrap().act.clone()
}

fn accepted(world: &mut World, officer: &mut Officer) -> RecordId {
    let tip = world.send_tip("nothing much");
    let record = officer.take(tip);
    officer.open(record).unwrap();
    record
}

#[test]
fn a_record_is_closed_with_its_reason_and_undone_at_once_by_whoever_closed_it() {
    let (mut world, mut ann, ..) = World::staffed();
    let record = accepted(&mut world, &mut ann);
    let reason = CloseReason::Duplicate;
    let view = shown(ann.close(record, reason, " same as yesterday's "));
    assert_eq!(view.work.state, WorkState::Closed(reason));
    let note = Some("same as yesterday's".to_owned());
    assert_eq!(last(&view), Act::Closed { reason, note });
    assert!(view.may_undo && world.server.borrow().records[&record].closed);
    let view = shown(reopen(&mut ann, record, ""));
    assert_eq!(view.work.state, WorkState::InProgress);
    assert_eq!(last(&view), Act::Reopened { reason: None });
    assert!(!view.may_undo && !world.server.borrow().records[&record].closed);
    assert!(matches!(ann.save(record, view.work), Answer::Saved { .. }));
}

#[test]
fn outside_the_county_names_the_force() {
    let (mut world, mut ann, ..) = World::staffed();
    let record = accepted(&mut world, &mut ann);
    let answer = ann.close(record, CloseReason::Outside, "");
    assert!(matches!(answer, Answer::NotReady(_)), "{answer:?}");
    assert_eq!(world.server.borrow().records[&record].version, 1);
    shown(ann.close(record, CloseReason::Outside, "Lancashire"));
}

#[test]
fn a_threat_to_life_is_neither_closed_nor_sent_before_the_control_room_has_it() {
    let (mut world, mut ann, ..) = World::staffed();
    let record = accepted(&mut world, &mut ann);
    let mut work = finished(ann.open(record).unwrap().work, &[LEEDS]);
    work.priority = Some(Priority::P1);
    let mut threat = Threat {
        is_one: Some(true),
        told: "Force Control Room".into(),
        at: Some(Minute(29_800_000)),
        ..Threat::default()
    };
    work.threat = Some(threat.clone());
    ann.save(record, work.clone());
    assert_eq!(card(&mut ann).card.unwrap().threat, Some(ThreatState::Open));
    let closed = ann.close(record, CloseReason::Spam, "");
    let routed = ann.ask(Ask::Route {
        desk: DESK,
        record,
        work: Box::new(work.clone()),
    });
    for answer in [closed, routed] {
        let Answer::NotReady(problems) = answer else {
            panic!("{answer:?}")
        };
        let fields: Vec<_> = problems.iter().map(|one| one.field.to_string()).collect();
        assert_eq!(fields, ["threat-incident", "threat-by"]);
    }
    assert!(world.server.borrow().reports.is_empty());
    threat.incident = "1427".into();
    threat.acknowledged_by = "Call handler 12".into();
    work.threat = Some(threat.clone());
    ann.save(record, work);
    let face = card(&mut ann).card.unwrap();
    assert_eq!(face.threat, Some(ThreatState::Recorded));
    let view = shown(ann.close(record, CloseReason::Known, ""));
    assert_eq!(view.work.threat, Some(threat));
}

#[test]
fn a_supervisor_agrees_with_a_colleagues_closing_or_reopens_it_with_a_reason() {
    let (mut world, mut ann, mut bea, mut sue) = World::supervised();
    let record = accepted(&mut world, &mut ann);
    ann.close(record, CloseReason::Malicious, "");
    let desk = DESK;
    ann.ask(Ask::Release { desk, record });
    bea.open(record).unwrap();
    let refused = [
        bea.ask(Ask::Agree { desk, record }),
        ann.ask(Ask::Agree { desk, record }),
        reopen(&mut bea, record, "not so"),
    ];
    for answer in refused {
        assert_eq!(failure(answer), Failure::NotAllowed);
    }
    sue.open(record).unwrap();
    assert_eq!(failure(reopen(&mut sue, record, " ")), Failure::NotAllowed);
    let view = shown(sue.ask(Ask::Agree { desk, record }));
    assert_eq!(
        (last(&view), view.work.agreed.is_some()),
        (Act::Agreed, true)
    );
    assert!(view.work.state.is_over());
    assert!(world.server.borrow().records[&record].claim.is_none());
    assert_eq!(card(&mut ann).card.unwrap().agreed, view.work.agreed);
    let view = shown(reopen(&mut sue, record, "look at the plate again"));
    assert_eq!(
        (view.work.state, view.work.agreed),
        (WorkState::InProgress, None)
    );
    let reason = Some("look at the plate again".to_owned());
    assert_eq!(last(&view), Act::Reopened { reason });
}

#[test]
fn what_a_supervisor_agreed_with_is_not_undone_by_whoever_closed_it() {
    let (mut world, mut ann, mut bea, mut sue) = World::supervised();
    let record = accepted(&mut world, &mut ann);
    ann.close(record, CloseReason::Malicious, "");
    let desk = DESK;
    ann.ask(Ask::Release { desk, record });
    sue.open(record).unwrap();
    shown(sue.ask(Ask::Agree { desk, record }));
    assert_eq!(failure(reopen(&mut ann, record, "")), Failure::VersionMoved);
    ann.ask(Ask::Release { desk, record });
    assert!(!ann.open(record).unwrap().may_undo);
    assert_eq!(failure(reopen(&mut ann, record, "")), Failure::NotAllowed);
    // Nor after a version in between, which a supervisor did not sign.
    bea.ask(Ask::Claim { desk, record });
    let work = bea.open(record).unwrap().work;
    bea.save(record, work);
    bea.ask(Ask::Release { desk, record });
    let view = ann.open(record).unwrap();
    assert_eq!((view.work.agreed, view.may_undo), (None, false));
    assert_eq!(failure(reopen(&mut ann, record, "")), Failure::NotAllowed);
    assert!(world.server.borrow().records[&record].closed);
    sue.open(record).unwrap();
    let view = shown(reopen(&mut sue, record, "look again"));
    assert_eq!(view.work.state, WorkState::InProgress);
}

#[test]
fn an_agreement_stands_under_the_supervisors_own_signature_only() {
    let (mut world, mut ann, mut bea, mut sue) = World::supervised();
    let record = accepted(&mut world, &mut ann);
    ann.close(record, CloseReason::Malicious, "");
    let desk = DESK;
    ann.ask(Ask::Release { desk, record });
    let to_check = |officer: &mut Officer| card(officer).card.unwrap().to_check;
    assert!(to_check(&mut sue) && !to_check(&mut ann) && !to_check(&mut bea));
    assert!(sue.open(record).unwrap().to_check);
    shown(sue.ask(Ask::Agree { desk, record }));
    assert!(card(&mut bea).card.unwrap().agreed.is_some());
    bea.ask(Ask::Claim { desk, record });
    let work = bea.open(record).unwrap().work;
    assert!(matches!(bea.save(record, work), Answer::Saved { .. }));
    for officer in [&mut ann, &mut sue] {
        assert_eq!(card(officer).card.unwrap().agreed, None);
        assert_eq!(officer.open(record).unwrap().work.agreed, None);
    }
}

#[test]
fn which_closings_are_drawn_differs_from_supervisor_to_supervisor() {
    let mut world = World::new();
    let mut ann = world.enrol("ann", &[DESK]);
    let mut supervisors =
        ["sue", "tom"].map(|name| world.enrol_as(name, Role::Supervisor, &[DESK]));
    world.hold_ceremony();
    ann.sign_in();
    for _ in 0..40 {
        let record = accepted(&mut world, &mut ann);
        ann.close(record, CloseReason::NoValue, "");
    }
    let drawn = supervisors.each_mut().map(|officer| {
        officer.sign_in();
        let Answer::Cards { cards, .. } = officer.ask(Ask::ListCards { desk: DESK }) else {
            panic!("cards were asked for");
        };
        let drawn = cards
            .into_iter()
            .filter(|card| card.card.as_ref().unwrap().to_check);
        drawn.map(|card| card.record).collect::<Vec<_>>()
    });
    assert_ne!(drawn[0], drawn[1]);
    assert!(drawn.iter().all(|drawn| drawn.len() < 20), "{drawn:?}");
}

#[test]
fn a_server_that_calls_a_record_closed_takes_it_off_no_list() {
    let (mut world, mut ann, ..) = World::supervised();
    let record = accepted(&mut world, &mut ann);
    let says = |world: &World, closed| {
        world
            .server
            .borrow_mut()
            .records
            .get_mut(&record)
            .unwrap()
            .closed = closed;
    };
    says(&world, true);
    assert!(!card(&mut ann).closed);
    ann.close(record, CloseReason::Known, "");
    says(&world, false);
    assert!(card(&mut ann).closed);
}
