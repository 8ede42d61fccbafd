//! Cases: reports taken on, worked on by one officer and another.

use domain::case::{Agency, CaseAct, Deed, DeedProblem, FourP, Outcome};
use domain::console::{Answer, Ask, CaseView, Failure, Proof};
use domain::grade::ActionCode;
use domain::work::{HandlingCode, Work};
use domain::{Desk, RecordId, ReportId};

use crate::world::{LEEDS, Officer, World, failure, finished};

const DESK: Desk = LEEDS;

/// Triage routes a tip to Leeds, two officers of it; answers the report.
pub fn routed(
    world: &mut World,
    (ann, bea): (&mut Officer, &mut Officer),
    change: impl Fn(&mut Work),
) -> ReportId {
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let mut work = finished(ann.open(record).unwrap().work, &[LEEDS]);
    change(&mut work);
    let view = ann.hand_in_work(record, work);
    bea.release_all();
    view.routings[0].routing.report
}

fn read(officer: &mut Officer, report: ReportId) {
    let answer = officer.ask(Ask::OpenReport {
        desk: DESK,
        report,
        purpose: "action".into(),
    });
    assert!(matches!(answer, Answer::Report(_)), "{answer:?}");
}

fn take_on(officer: &mut Officer, report: ReportId) -> Answer {
    officer.ask(Ask::Acknowledge { desk: DESK, report })
}

pub fn taken_on(officer: &mut Officer, report: ReportId) -> RecordId {
    read(officer, report);
    match take_on(officer, report) {
        Answer::Acknowledged { record, .. } => record,
        other => panic!("{other:?}"),
    }
}

pub fn open(officer: &mut Officer, record: RecordId) -> CaseView {
    let answer = officer.ask(Ask::OpenCase {
        desk: DESK,
        record,
        purpose: "action".into(),
    });
    match answer {
        Answer::Case(view) => *view,
        other => panic!("{other:?}"),
    }
}

pub fn deed(officer: &mut Officer, record: RecordId, deed: Deed) -> Answer {
    officer.ask(Ask::OnCase {
        desk: DESK,
        record,
        deed: Box::new(deed),
    })
}

pub fn note(text: &str) -> Deed {
    Deed::Note { text: text.into() }
}

pub fn plan() -> Deed {
    Deed::Plan {
        p: FourP::Protect,
        what: "Visit with the housing officer".into(),
        owner: Agency::Council,
        due: None,
        phase: None,
    }
}

/// A world with a second Leeds officer.
fn staffed() -> (World, Officer, Officer, Officer, Officer) {
    let mut world = World::new();
    let mut officers = [
        world.enrol("ann", &[Desk::Triage]),
        world.enrol("bea", &[Desk::Triage]),
        world.enrol("cal", &[LEEDS]),
        world.enrol("eve", &[LEEDS]),
    ];
    world.hold_ceremony();
    for officer in &mut officers {
        officer.sign_in();
    }
    let [ann, bea, cal, eve] = officers;
    (world, ann, bea, cal, eve)
}

#[test]
fn a_report_taken_on_is_a_case_every_officer_of_the_desk_can_read() {
    let (mut world, mut ann, mut bea, mut cal, mut eve) = staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    let view = open(&mut eve, record);
    assert_eq!(view.received.report.report, report);
    assert_eq!(view.received.taken_on.name, "cal");
    assert_eq!(view.history.entries[0].act, CaseAct::TakenOn);
    let Answer::Cases { cases, .. } = eve.ask(Ask::ListCases { desk: DESK }) else {
        panic!()
    };
    let card = cases[0].card.as_ref().unwrap();
    assert_eq!((cases.len(), card.report), (1, report));
    assert_eq!(card.title, "Drug dealing from a vehicle");
    assert!(!world.server.borrow().records[&record].closed);
}

#[test]
fn the_second_officer_to_take_a_report_on_is_told() {
    let (mut world, mut ann, mut bea, mut cal, mut eve) = staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    read(&mut eve, report);
    taken_on(&mut cal, report);
    let late = failure(take_on(&mut eve, report));
    assert_eq!(late, Failure::AlreadyAcknowledged);
    assert_eq!(
        world.server.borrow().records.len(),
        2,
        "triage's and the desk's"
    );
}

#[test]
fn what_was_acknowledged_but_not_kept_is_kept_when_it_is_taken_on_again() {
    let (mut world, mut ann, mut bea, mut cal, mut eve) = staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    world.server.borrow_mut().records.remove(&record);
    assert_eq!(taken_on(&mut eve, report), record, "the same for everybody");
    assert_eq!(open(&mut cal, record).received.taken_on.name, "eve");
}

#[test]
fn what_two_officers_write_one_after_the_other_is_all_there() {
    let (mut world, mut ann, mut bea, mut cal, mut eve) = staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    open(&mut cal, record);
    open(&mut eve, record);
    assert!(matches!(
        deed(&mut cal, record, note("first")),
        Answer::Case(_)
    ));
    let Answer::Case(view) = deed(&mut eve, record, note("second")) else {
        panic!()
    };
    let texts: Vec<&str> = view
        .case
        .notes
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(texts, ["first", "second"]);
    assert_eq!(view.case.notes[1].by.name, "eve");
    assert_eq!(view.version, 3);
    let stored = &world.server.borrow().records[&record];
    assert_eq!(stored.claim, None, "given up at once");
}

#[test]
fn while_a_colleague_writes_nothing_is_written_over() {
    let (mut world, mut ann, mut bea, mut cal, mut eve) = staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    open(&mut eve, record);
    let cal_id = world.officer("cal");
    let server = world.server.clone();
    server.borrow_mut().records.get_mut(&record).unwrap().claim = Some(cal_id);
    let refused = failure(deed(&mut eve, record, plan()));
    assert_eq!(refused, Failure::ClaimedByAnother);
    server.borrow_mut().records.get_mut(&record).unwrap().claim = None;
    assert!(matches!(deed(&mut eve, record, plan()), Answer::Case(_)));
}

#[test]
fn an_action_on_a_report_with_a1_is_not_written_before_the_originator_agrees() {
    let (mut world, mut ann, mut bea, mut cal, _) = staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |work| {
        work.grade.handling = Some(HandlingCode::C);
        work.grade.action = Some(ActionCode::A1);
        work.grade.sanitisation = Some(domain::grade::SanitisationCode::S2);
        work.grade.conditions = "Ask triage before any visit.".into();
    });
    let record = taken_on(&mut cal, report);
    open(&mut cal, record);
    let refused = deed(&mut cal, record, plan());
    assert_eq!(refused, Answer::NotDone(DeedProblem::NotAgreed));
    assert_eq!(world.server.borrow().records[&record].version, 1);
    let text = "Triage agreed by telephone".into();
    deed(&mut cal, record, Deed::Agree { text });
    assert!(matches!(deed(&mut cal, record, plan()), Answer::Case(_)));
}

#[test]
fn a_closed_case_is_closed_for_the_server_too_and_its_words_never_reach_it() {
    let (mut world, mut ann, mut bea, mut cal, _) = staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    open(&mut cal, record);
    deed(&mut cal, record, note("the planted canary of a note"));
    let outcome = Deed::Log {
        outcome: Outcome::Safeguarding,
        p: FourP::Protect,
        agency: Agency::Council,
        phase: None,
        day: world.today,
    };
    deed(&mut cal, record, outcome);
    assert!(matches!(
        deed(&mut cal, record, Deed::Close),
        Answer::Case(_)
    ));
    let server = world.server.borrow();
    assert!(server.records[&record].closed);
    let heard = String::from_utf8_lossy(&server.heard);
    assert!(!heard.contains("canary") && !heard.contains("safeguarding"));
}

#[test]
fn a_case_shows_whether_officers_of_triage_signed_its_report() {
    let (mut world, mut ann, mut bea, mut cal, mut eve) = staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    assert_eq!(open(&mut eve, record).proof, Proof::Signed);
    let ann_left = world.today;
    world.leaves("ann", ann_left);
    assert_eq!(open(&mut world.anew(&eve), record).proof, Proof::Signed);
    world.former.clear();
    world.hold_ceremony();
    assert_eq!(
        open(&mut world.anew(&eve), record).proof,
        Proof::Bad,
        "nobody of triage signed it"
    );
}
