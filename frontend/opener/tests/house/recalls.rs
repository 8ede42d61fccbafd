//! Reports taken back: who is told, what counts, and what a lying server achieves.

use domain::case::{CaseAct, DeedProblem, Withdrawn};
use domain::console::{Answer, Ask, Failure, MessageView, Quarantine, RecordView, SentDeed};
use domain::message::{MESSAGE_CONTEXT, Message, MessageKind};
use domain::wire::{NewReport, Recalled};
use domain::work::Act;
use domain::{Desk, OfficerId, Period, RecordId, ReportId};
use notes::SigningKey;
use seal::message::seal_message;

use crate::cases::{deed, note, open as open_case, plan, taken_on};
use crate::server::Delivered;
use crate::world::{BRADFORD, LEEDS, Officer, World, failure};

const WHY: &str = "It names the wrong planted canary street.";
pub const FORGED: ReportId = ReportId::from_bytes([9; 16]);

/// A tip routed to these desks: its record, and the reports.
pub fn sent(
    world: &mut World,
    (ann, bea): (&mut Officer, &mut Officer),
    desks: &[Desk],
) -> (RecordId, Vec<ReportId>) {
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let view = ann.route(bea, record, desks);
    let reports = view.routings.iter().map(|one| one.routing.report);
    (record, reports.collect())
}

pub fn recall(officer: &mut Officer, record: RecordId, reports: &[ReportId]) -> Answer {
    asked(officer, record, reports, WHY)
}

fn asked(officer: &mut Officer, record: RecordId, reports: &[ReportId], why: &str) -> Answer {
    officer.ask(Ask::OnSent {
        desk: Desk::Triage,
        record,
        deed: SentDeed::Recall {
            reports: reports.to_vec(),
            reason: why.into(),
        },
    })
}

pub fn recalled(officer: &mut Officer, record: RecordId, reports: &[ReportId]) -> RecordView {
    match recall(officer, record, reports) {
        Answer::Record(view) => *view,
        other => panic!("{other:?}"),
    }
}

pub fn open(officer: &mut Officer, desk: Desk, report: ReportId) -> Answer {
    officer.ask(Ask::OpenReport {
        desk,
        report,
        purpose: "action".into(),
    })
}

pub fn notice(officer: &mut Officer, desk: Desk, report: ReportId) -> MessageView {
    match open(officer, desk, report) {
        Answer::Message(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// What the server says of a report.
pub fn mark(world: &World, report: ReportId) -> Option<Recalled> {
    let server = world.server.borrow();
    let mut reports = server.reports.iter();
    reports.find(|one| one.report.report == report)?.recalled
}

/// Has the server say that a report was taken back, and that this notice tells of it.
pub fn claim_recalled(world: &World, report: ReportId, notice: ReportId) {
    let day = world.today;
    let mut server = world.server.borrow_mut();
    let mut reports = server.reports.iter_mut();
    let one = reports.find(|one| one.report.report == report).unwrap();
    one.recalled = Some(Recalled { day, notice });
}

#[test]
fn a_report_is_taken_back_from_one_desk_which_is_told_why_and_no_other() {
    let (mut world, mut ann, mut bea, mut cal, mut dee) = World::staffed();
    let both = [LEEDS, BRADFORD];
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &both);
    bea.open(record).unwrap();
    let view = recalled(&mut bea, record, &reports[..1]);
    assert_eq!(view.work.routings[0].recalled, Some(world.today));
    assert_eq!(view.work.routings[1].recalled, None);
    assert!(
        view.routings[0]
            .delivery
            .as_ref()
            .unwrap()
            .recalled
            .is_some()
    );
    assert_eq!(
        view.history.entries.last().unwrap().act,
        Act::Recalled {
            reference: view.routings[0].routing.reference.clone(),
            desks: vec![LEEDS],
            reason: WHY.into(),
        }
    );
    assert_eq!(world.server.borrow().records[&record].claim, None);
    let heard = String::from_utf8_lossy(&world.server.borrow().heard).into_owned();
    assert!(!heard.contains("canary"));
    assert_eq!(
        failure(open(&mut cal, LEEDS, reports[0])),
        Failure::Recalled
    );
    let told = mark(&world, reports[0]).unwrap().notice;
    let message = notice(&mut cal, LEEDS, told).message;
    assert_eq!(
        (message.kind, message.report, message.text.as_str()),
        (MessageKind::Recall, Some(reports[0]), WHY)
    );
    let other = open(&mut dee, BRADFORD, reports[1]);
    assert!(matches!(other, Answer::Report(_)));
    let again = failure(recall(&mut bea, record, &reports[..1]));
    assert_eq!(again, Failure::NotFound);
}

#[test]
fn without_a_reason_nothing_is_taken_back() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let refused = asked(&mut ann, record, &reports, "  ");
    assert_eq!(failure(refused), Failure::NotAllowed);
    assert_eq!(mark(&world, reports[0]), None);
}

#[test]
fn the_case_of_a_recalled_report_says_why_and_nothing_new_is_begun_in_it() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    assert_eq!(open_case(&mut cal, case).case.recalled, None);
    recalled(&mut ann, record, &reports);
    let view = open_case(&mut cal, case);
    let why = view.case.recalled.as_ref().unwrap();
    assert_eq!((why.reason.as_str(), why.by.name.as_str()), (WHY, "ann"));
    assert_eq!((why.by.day, why.read.name.as_str()), (world.today, "cal"));
    assert_eq!(view.said_recalled.unwrap().day, world.today);
    let last = view.history.entries.last().unwrap();
    assert_eq!((last.act, view.version), (CaseAct::Recalled, 2));
    assert_eq!(world.server.borrow().records[&case].claim, None);
    let refused = deed(&mut cal, case, plan());
    assert_eq!(refused, Answer::NotDone(DeedProblem::Recalled));
    let kept = deed(&mut cal, case, note("Our copies are destroyed."));
    assert!(matches!(kept, Answer::Case(_)));
    let Answer::Cases { cases, .. } = cal.ask(Ask::ListCases { desk: LEEDS }) else {
        panic!()
    };
    let card = cases[0].card.as_ref().unwrap();
    assert_eq!(card.withdrawn, Some(Withdrawn::Recalled));
    assert_eq!(open_case(&mut cal, case).version, 3, "kept once");
}

#[test]
fn whoever_reads_the_notice_keeps_it_in_the_case() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    cal.ask(Ask::ListCases { desk: LEEDS });
    recalled(&mut ann, record, &reports);
    let told = mark(&world, reports[0]).unwrap().notice;
    notice(&mut cal, LEEDS, told);
    assert_eq!(world.server.borrow().records[&case].version, 2);
    let view = open_case(&mut world.anew(&cal), case);
    assert_eq!(view.case.recalled.unwrap().reason, WHY);
}

#[test]
fn what_the_server_says_alone_is_shown_as_that_and_stops_nothing() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (_, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    claim_recalled(&world, reports[0], FORGED);
    let view = open_case(&mut cal, case);
    assert_eq!(view.said_recalled.unwrap().day, world.today);
    assert_eq!((view.case.recalled, view.version), (None, 1));
    assert!(matches!(deed(&mut cal, case, plan()), Answer::Case(_)));
}

/// Delivers to Leeds what says to be a notice by this officer of that desk.
fn forge(world: &World, from: Desk, author: OfficerId, report: ReportId) {
    let message = Message {
        ctx: MESSAGE_CONTEXT.into(),
        inst: world.inst,
        id: FORGED,
        from,
        to: LEEDS,
        kind: MessageKind::Recall,
        created: world.today,
        author,
        name: "ann".into(),
        reference: "GIN-26-AAAA-AAAA".into(),
        text: WHY.into(),
        report: Some(report),
        undoes: None,
    };
    let week = world.week();
    let leeds = world.epoch(LEEDS, Period::Week(week)).recipient();
    let key = SigningKey::from_seed(&[8; 32]);
    let frame = seal_message(leeds, world.inst, &message, &key).unwrap();
    let notice = NewReport {
        report: FORGED,
        desk: LEEDS,
        week,
        frame,
    };
    let mut server = world.server.borrow_mut();
    server.reports.push(Delivered::new(notice, None));
}

#[test]
fn a_notice_that_no_officer_of_triage_signed_is_not_shown_and_changes_no_case() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (_, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    claim_recalled(&world, reports[0], FORGED);
    for author in ["cal", "dee", "ann"] {
        forge(&world, Desk::Triage, world.officer(author), reports[0]);
        let shown = failure(open(&mut cal, LEEDS, FORGED));
        let unsigned = Failure::Quarantined(Quarantine::BadSignature);
        assert_eq!(shown, unsigned, "{author}");
        let view = open_case(&mut cal, case);
        assert_eq!((view.case.recalled, view.version), (None, 1), "{author}");
        world.server.borrow_mut().reports.pop();
    }
}

#[test]
fn a_notice_of_another_report_takes_nothing_back() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, first) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let (_, second) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, second[0]);
    ann.open(record).unwrap();
    recalled(&mut ann, record, &first);
    claim_recalled(&world, second[0], mark(&world, first[0]).unwrap().notice);
    let view = open_case(&mut cal, case);
    assert_eq!((view.case.recalled, view.version), (None, 1));
    assert_eq!(view.said_recalled.unwrap().day, world.today);
}

#[test]
fn what_one_desk_cannot_be_told_the_others_are_and_the_record_says_which() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let both = [LEEDS, BRADFORD];
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &both);
    world.server.borrow_mut().reports.remove(0);
    let refused = failure(recall(&mut ann, record, &reports));
    assert_eq!(refused, Failure::NotFound);
    let view = ann.open(record).unwrap();
    let recalled: Vec<_> = view.work.routings.iter().map(|one| one.recalled).collect();
    assert_eq!(recalled, [None, Some(world.today)]);
    assert_eq!(world.server.borrow().records[&record].claim, None);
}

/// The case was opened before, and no version of it has moved since.
#[test]
fn nothing_is_planned_with_what_was_taken_back_since_the_case_was_opened() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    cal.ask(Ask::ListCases { desk: LEEDS });
    open_case(&mut cal, case);
    recalled(&mut ann, record, &reports);
    let refused = deed(&mut cal, case, plan());
    assert_eq!(refused, Answer::NotDone(DeedProblem::Recalled));
}

#[test]
fn a_notice_by_somebody_who_has_left_changes_no_case() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    recalled(&mut ann, record, &reports);
    let today = world.today;
    world.leaves("ann", today);
    let view = open_case(&mut world.anew(&cal), case);
    assert_eq!((view.case.recalled, view.version), (None, 1));
    assert!(
        view.said_recalled.is_some(),
        "shown as what the server says"
    );
}
