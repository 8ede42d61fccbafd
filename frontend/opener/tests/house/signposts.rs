//! Signposts: help that the reporter is told of, or that somebody at risk is referred to.

use domain::console::{Answer, Ask, Failure, RecordView, SignpostDeed};
use domain::work::{
    Act, CloseReason, Referral, Signpost, SignpostDecision, WorkProblem, WorkState,
};
use domain::{Category, Desk, RecordId};

use crate::replies::keys;
use crate::world::{LEEDS, Officer, World, failure, finished};

const DESK: Desk = Desk::Triage;
const CHILD: Signpost = Signpost::ChildSafeguarding;

fn signpost(
    officer: &mut Officer,
    record: RecordId,
    which: Signpost,
    deed: SignpostDeed,
) -> Answer {
    officer.ask(Ask::Signpost {
        desk: DESK,
        of: (record, which),
        deed: Box::new(deed),
    })
}

fn referral(world: &World) -> Referral {
    Referral {
        day: Some(world.today),
        to: " The planted front door ".into(),
        reference: "FD-1".into(),
        purpose: "Safeguarding".into(),
        basis: "The planted agreement".into(),
    }
}

fn shown(answer: Answer) -> RecordView {
    match answer {
        Answer::Record(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn fields(answer: Answer) -> Vec<String> {
    let Answer::NotReady(problems) = answer else {
        panic!("{answer:?}")
    };
    let name = |one: &WorkProblem| one.field.to_string();
    problems.iter().map(name).collect()
}

/// A record about a child, saved and claimed.
fn about_a_child(world: &mut World, officer: &mut Officer) -> RecordId {
    let tip = world.send_tip("a child is made to carry");
    let record = officer.take(tip);
    let mut work = finished(officer.open(record).unwrap().work, &[LEEDS]);
    work.category = Category::ChildExploitation;
    assert!(matches!(officer.save(record, work), Answer::Saved { .. }));
    record
}

fn route(officer: &mut Officer, record: RecordId) -> Answer {
    let work = Box::new(officer.open(record).unwrap().work);
    officer.ask(Ask::Route {
        desk: DESK,
        record,
        work,
    })
}

#[test]
fn a_child_at_risk_is_neither_sent_nor_closed_before_a_referral_is_written_down() {
    let (mut world, mut ann, ..) = World::staffed();
    let record = about_a_child(&mut world, &mut ann);
    assert_eq!(fields(route(&mut ann, record)), ["signpost-child"]);
    let closed = ann.close(record, CloseReason::Known, "");
    assert_eq!(fields(closed), ["signpost-child"]);
    let empty = SignpostDeed::Refer {
        referral: Referral::default(),
    };
    assert_eq!(fields(signpost(&mut ann, record, CHILD, empty)).len(), 5);
    let heard = world.server.borrow().heard.len();
    let deed = SignpostDeed::Refer {
        referral: referral(&world),
    };
    let view = shown(signpost(&mut ann, record, CHILD, deed));
    let decided = view.work.signposted(CHILD).unwrap();
    assert_eq!(decided.by, world.officer("ann"));
    let last = view.history.entries.last().unwrap();
    let decision = decided.decision.clone();
    assert_eq!(
        last.act,
        Act::Signposted {
            signpost: CHILD,
            decision: decision.clone()
        }
    );
    let SignpostDecision::Referred { referral } = decision else {
        panic!()
    };
    assert_eq!(referral.to, "The planted front door");
    let server = world.server.borrow().heard[heard..].to_vec();
    let heard = String::from_utf8_lossy(&server).into_owned();
    assert!(heard.contains("/refer"), "recorded as a disclosure");
    assert!(!heard.contains("planted"), "and no more than that");
    let sent = shown(route(&mut ann, record));
    assert_eq!(sent.work.state, WorkState::Waiting);
    assert!(sent.work.signposted(CHILD).is_some(), "it stays");
}

#[test]
fn nothing_needed_wants_a_reason_and_a_console_cannot_write_decisions_of_its_own() {
    let (mut world, mut ann, ..) = World::staffed();
    let record = about_a_child(&mut world, &mut ann);
    let blank = SignpostDeed::NotNeeded {
        because: "  ".into(),
    };
    let refused = signpost(&mut ann, record, CHILD, blank);
    assert_eq!(fields(refused), ["signpost-child-because"]);
    let deed = SignpostDeed::NotNeeded {
        because: "The child is known and safe.".into(),
    };
    let view = shown(signpost(&mut ann, record, CHILD, deed));
    let mut work = view.work.clone();
    work.signposts = None;
    assert!(matches!(ann.save(record, work), Answer::Saved { .. }));
    let kept = ann.open(record).unwrap().work;
    assert_eq!(kept.signposts, view.work.signposts);
    shown(ann.close(record, CloseReason::Known, ""));
}

#[test]
fn a_referral_that_cannot_be_recorded_is_not_written_down() {
    let (mut world, mut ann, ..) = World::staffed();
    let record = about_a_child(&mut world, &mut ann);
    let version = world.server.borrow().records[&record].version;
    world.server.borrow_mut().unrecorded = Some("log-full");
    let deed = SignpostDeed::Refer {
        referral: referral(&world),
    };
    failure(signpost(&mut ann, record, CHILD, deed));
    assert_eq!(world.server.borrow().records[&record].version, version);
}

#[test]
fn a_reporter_with_a_phrase_is_told_in_a_reply_and_the_record_names_it() {
    let (mut world, mut ann, ..) = World::staffed();
    let tell = || SignpostDeed::Tell {
        text: "Help is there".into(),
        lang: "en".to_owned().try_into().unwrap(),
    };
    let record = about_a_child(&mut world, &mut ann);
    let refused = signpost(&mut ann, record, CHILD, tell());
    assert_eq!(failure(refused), Failure::NotAllowed, "no phrase");
    world.phrase = Some(keys(world.inst));
    let tip = world.send_tip("a van");
    let record = ann.take(tip);
    ann.open(record).unwrap();
    let which = Signpost::VictimSupport;
    let view = shown(signpost(&mut ann, record, which, tell()));
    assert_eq!(world.server.borrow().replies.len(), 1);
    let decided = view.work.signposted(which).unwrap();
    assert_eq!(decided.decision, SignpostDecision::Told { seq: 1 });
    let heard = String::from_utf8_lossy(&world.server.borrow().heard).into_owned();
    assert!(!heard.contains("Help is there"));
}
