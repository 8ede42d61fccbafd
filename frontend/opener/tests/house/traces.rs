//! What stays of a tip whose record is gone: where its reports went, so that they can be taken back.

use domain::console::{
    Answer, Ask, Failure, InboxRow, MessageView, Quarantine, SentDeed, TraceDeed, TraceView,
};
use domain::message::MessageKind;
use domain::{Desk, RecordId, ReportId};

use crate::world::{BRADFORD, LEEDS, Officer, PLANTED, World, failure, finished};

const WHY: &str = "The source is in danger.";
/// Longer than the record stays.
const MONTHS: i32 = 120;

fn list(officer: &mut Officer) -> Vec<TraceView> {
    traces(officer, TraceDeed::List)
}

fn traces(officer: &mut Officer, deed: TraceDeed) -> Vec<TraceView> {
    match officer.ask(Ask::OnTraces { deed }) {
        Answer::Traces(traces) => traces,
        other => panic!("{other:?}"),
    }
}

fn recall(trace: RecordId, reports: &[ReportId]) -> TraceDeed {
    TraceDeed::Recall {
        trace,
        reports: reports.to_vec(),
        reason: WHY.into(),
    }
}

/// A tip went to two desks, its record went on its day, and months have passed.
fn gone(world: &mut World, (ann, bea): (&mut Officer, &mut Officer)) -> (Officer, Vec<ReportId>) {
    let tip = world.send_tip(PLANTED);
    let record = ann.take(tip);
    let view = ann.route(bea, record, &[LEEDS, BRADFORD]);
    let reports = view.routings.iter().map(|one| one.routing.report).collect();
    assert_eq!(list(ann), [], "its record tells of it");
    world.server.borrow_mut().records.remove(&record);
    world.pass(MONTHS);
    (world.anew(ann), reports)
}

#[test]
fn a_report_is_taken_back_when_nothing_is_left_of_its_tip() {
    let (mut world, mut ann, mut bea, cal, _) = World::staffed();
    let sent = world.today;
    let (mut ann, reports) = gone(&mut world, (&mut ann, &mut bea));
    let listed = list(&mut ann);
    let [trace] = listed.as_slice() else {
        panic!("{listed:?}")
    };
    let says = trace.says.clone().unwrap();
    assert!(says.reference.starts_with("GIN-26-"));
    assert_eq!(says.written, sent);
    let went = says.sent.iter();
    let went: Vec<_> = went
        .map(|(one, _)| (one.report, one.desk, one.day))
        .collect();
    let expected = [(reports[0], LEEDS, sent), (reports[1], BRADFORD, sent)];
    assert_eq!(went, expected);
    let after = traces(&mut ann, recall(trace.trace, &reports[..1]));
    let sent = after[0].says.clone().unwrap().sent;
    let recalled = |at: usize| sent[at].1.as_ref().unwrap().recalled;
    assert!(recalled(0).is_some() && recalled(1).is_none());
    let mut cal = world.anew(&cal);
    let read = notice(&mut cal);
    assert_eq!(
        (read.message.kind, read.message.report),
        (MessageKind::Recall, Some(reports[0]))
    );
    assert_eq!(read.message.text, WHY);
    assert_eq!(read.message.reference, says.reference);
}

fn notice(officer: &mut Officer) -> MessageView {
    let Answer::Inbox { rows, .. } = officer.ask(Ask::Inbox { desk: LEEDS }) else {
        panic!()
    };
    let is_out = |row: &&InboxRow| row.delivery.recalled.is_none();
    let report = rows.iter().find(is_out).unwrap().delivery.report;
    let answer = officer.ask(Ask::OpenReport {
        desk: LEEDS,
        report,
        purpose: "action".into(),
    });
    match answer {
        Answer::Message(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// Neither which record it was of, nor which reports it names.
#[test]
fn a_trace_says_nothing_of_its_tip_and_names_nothing_in_the_clear() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (mut ann, reports) = gone(&mut world, (&mut ann, &mut bea));
    let says = format!("{:?}", list(&mut ann));
    let work = finished(
        domain::work::Work::begin(&answers(), world.today.plus(100)),
        &[LEEDS],
    );
    for word in [PLANTED, work.title.as_str(), work.items[0].text.as_str()] {
        assert!(!says.contains(word), "{word}");
    }
    let server = world.server.borrow();
    let kept: Vec<u8> = server
        .traces
        .values()
        .flat_map(|one| serde_json::to_vec(one).unwrap())
        .collect();
    for report in reports {
        assert!(!String::from_utf8_lossy(&kept).contains(&report.to_string()));
    }
}

fn answers() -> domain::answers::Answers {
    domain::answers::Answers {
        danger: domain::answers::Danger::No,
        about: vec![],
        place: String::new(),
        areas: vec![],
        details: domain::answers::Details::default(),
    }
}

/// A record gets a day on which it goes only once it says that its reports went out.
#[test]
fn no_record_is_over_before_its_trace_is_kept() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip(PLANTED);
    let record = ann.take(tip);
    ann.hand_in(record, &[LEEDS]);
    world.server.borrow_mut().untraced = Some("unavailable");
    bea.release_all();
    ann.open(record).unwrap();
    let over = |world: &World| world.server.borrow().records[&record].review;
    assert_eq!(over(&world), None);
    world.server.borrow_mut().untraced = None;
    ann.open(record).unwrap();
    assert!(over(&world).is_some());
    let view = ann.open(record).unwrap();
    assert_eq!(view.work.routings[0].traced, Some(true));
    assert_eq!(world.server.borrow().traces.len(), 1);
}

/// A second release is traced beside the first, and two officers who note one release leave one trace.
#[test]
fn every_release_leaves_one_trace() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip(PLANTED);
    let record = ann.take(tip);
    ann.route(&mut bea, record, &[LEEDS]);
    bea.open(record).unwrap();
    assert_eq!(world.server.borrow().traces.len(), 1);
    let (desk, deed) = (Desk::Triage, SentDeed::Correct);
    ann.ask(Ask::Claim { desk, record });
    let corrected = ann.ask(Ask::OnSent { desk, record, deed });
    assert!(matches!(corrected, Answer::Record(_)), "{corrected:?}");
    let mut work = finished(ann.open(record).unwrap().work, &[LEEDS]);
    work.what_changed = Some("The street.".into());
    ann.hand_in_work(record, work);
    bea.release_all();
    ann.open(record).unwrap();
    assert_eq!(world.server.borrow().traces.len(), 2);
    world.server.borrow_mut().records.remove(&record);
    let mut versions: Vec<u32> = list(&mut ann)
        .into_iter()
        .map(|one| one.says.unwrap().sent[0].0.version)
        .collect();
    versions.sort_unstable();
    assert_eq!(versions, [1, 2]);
}

#[test]
fn what_a_lying_server_lists_is_not_taken_for_a_trace() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (mut ann, reports) = gone(&mut world, (&mut ann, &mut bea));
    let real = world
        .server
        .borrow()
        .traces
        .values()
        .next()
        .cloned()
        .unwrap();
    // Under another id, so that it would be listed twice.
    let mut other = real.clone();
    other.id = RecordId::from_bytes([0xff; 16]);
    world
        .server
        .borrow_mut()
        .traces
        .insert(other.id, other.clone());
    let listed = list(&mut ann);
    let bad: Vec<_> = listed.iter().filter(|one| one.says.is_err()).collect();
    let another = Err(Failure::Quarantined(Quarantine::Another));
    assert_eq!(
        bad.iter().map(|one| one.trace).collect::<Vec<_>>(),
        [other.id]
    );
    assert_eq!(bad[0].says, another);
    let deed = recall(other.id, &reports);
    let refused = failure(ann.ask(Ask::OnTraces { deed }));
    assert_eq!(refused, Failure::Quarantined(Quarantine::Another));
    // A report that the trace does not name.
    let deed = recall(real.id, &[ReportId::from_bytes([7; 16])]);
    assert_eq!(failure(ann.ask(Ask::OnTraces { deed })), Failure::NotFound);
    let nothing_said = TraceDeed::Recall {
        trace: real.id,
        reports,
        reason: "  ".into(),
    };
    let refused = failure(ann.ask(Ask::OnTraces { deed: nothing_said }));
    assert_eq!(refused, Failure::NotAllowed);
}
