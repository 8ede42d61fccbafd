//! Messages: a desk asks triage, triage answers.

use domain::console::{Answer, Ask, Failure, InboxRow, MessageView, Quarantine};
use domain::message::{MESSAGE_MAX, MessageKind};
use domain::wire::DeliveryState;
use domain::{Desk, ReportId};

use crate::world::{BRADFORD, LEEDS, Officer, World, failure};

const ASKED: &str = "May we visit the planted canary street?";

fn write(officer: &mut Officer, (from, to): (Desk, Desk), text: &str) -> Answer {
    officer.ask(Ask::WriteMessage {
        from,
        to,
        reference: "GIN-26-AAAA-AAAA".into(),
        report: None,
        text: text.into(),
        answers: None,
    })
}

fn rows(officer: &mut Officer, desk: Desk) -> Vec<InboxRow> {
    match officer.ask(Ask::Inbox { desk }) {
        Answer::Inbox { rows, .. } => rows,
        other => panic!("{other:?}"),
    }
}

fn open(officer: &mut Officer, desk: Desk, report: ReportId) -> Answer {
    officer.ask(Ask::OpenReport {
        desk,
        report,
        purpose: "review".into(),
    })
}

fn opened(officer: &mut Officer, desk: Desk) -> MessageView {
    let report = rows(officer, desk).remove(0).delivery.report;
    match open(officer, desk, report) {
        Answer::Message(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_question_reaches_triage_sealed_and_its_answer_the_desk() {
    let (world, mut ann, _bea, mut cal, _dee) = World::staffed();
    assert_eq!(write(&mut cal, (LEEDS, Desk::Triage), ASKED), Answer::Done);
    let heard = String::from_utf8_lossy(&world.server.borrow().heard).into_owned();
    assert!(!heard.contains("canary"));
    let asked = opened(&mut ann, Desk::Triage).message;
    assert_eq!((asked.kind, asked.from), (MessageKind::Question, LEEDS));
    assert_eq!((asked.text.as_str(), asked.name.as_str()), (ASKED, "cal"));
    let answer = ann.ask(Ask::WriteMessage {
        from: Desk::Triage,
        to: LEEDS,
        reference: asked.reference,
        report: None,
        text: "You may.".into(),
        answers: Some(asked.id),
    });
    assert_eq!(answer, Answer::Done);
    let at_triage = rows(&mut ann, Desk::Triage).remove(0);
    assert_eq!(at_triage.delivery.state, DeliveryState::Acknowledged);
    assert_eq!(at_triage.message.unwrap().text, ASKED);
    let answered = opened(&mut cal, LEEDS).message;
    assert_eq!(answered.kind, MessageKind::Answer);
    assert_eq!(answered.text, "You may.");
}

#[test]
fn a_question_leads_triage_to_the_tip_its_report_came_from_and_to_no_other() {
    let (mut world, mut ann, mut bea, mut cal, mut dee) = World::staffed();
    let tip = world.send_tip("the van behind the chapel");
    let record = ann.take(tip);
    let routed = ann.route(&mut bea, record, &[LEEDS]);
    let report = Some(routed.routings[0].routing.report);
    ann.ask(Ask::ListCards { desk: Desk::Triage });
    let ask = |officer: &mut Officer, from| {
        officer.ask(Ask::WriteMessage {
            from,
            to: Desk::Triage,
            reference: "GIN-26-AAAA-AAAA".into(),
            report,
            text: ASKED.into(),
            answers: None,
        })
    };
    assert_eq!(ask(&mut cal, LEEDS), Answer::Done);
    assert_eq!(ask(&mut dee, BRADFORD), Answer::Done);
    for row in rows(&mut ann, Desk::Triage) {
        let Answer::Message(view) = open(&mut ann, Desk::Triage, row.delivery.report) else {
            panic!()
        };
        let led = (view.message.from == LEEDS).then_some(record);
        assert_eq!(view.record, led, "Bradford was never sent it");
    }
}

#[test]
fn nobody_writes_in_the_name_of_a_desk_they_are_not_rostered_to() {
    let (world, mut ann, _bea, _cal, mut dee) = World::staffed();
    write(&mut dee, (LEEDS, Desk::Triage), ASKED);
    let id = world.server.borrow().reports[0].report.report;
    let refused = failure(open(&mut ann, Desk::Triage, id));
    assert_eq!(refused, Failure::Quarantined(Quarantine::BadSignature));
    assert!(rows(&mut ann, Desk::Triage)[0].message.is_none());
}

#[test]
fn what_is_empty_too_long_or_to_a_desk_one_may_not_write_to_is_not_sent() {
    let (world, _ann, _bea, mut cal, _dee) = World::staffed();
    let long = "x".repeat(MESSAGE_MAX + 1);
    for (to, text) in [
        (Desk::Triage, "  "),
        (Desk::Triage, long.as_str()),
        (BRADFORD, ASKED),
    ] {
        assert!(matches!(
            write(&mut cal, (LEEDS, to), text),
            Answer::Failed(_)
        ));
    }
    assert!(world.server.borrow().reports.is_empty());
}
