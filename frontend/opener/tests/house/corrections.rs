//! Corrections of what was sent: two officers again, one case that goes on, and no way back.

use domain::case::{CaseAct, CaseState, DeedProblem, Withdrawn};
use domain::console::{Answer, Ask, CaseRow, DraftDeed, Failure, Quarantine, RecordView, SentDeed};
use domain::message::MessageKind;
use domain::report::Report;
use domain::wire::NewReport;
use domain::work::{Act, Routing, Work, WorkState};
use domain::{Desk, Period, RecordId, ReportId, Standing};
use seal::report::seal_report;
use unseal::draft::{ExpectedDraft, open_draft};

use crate::cases::{deed, note, open as open_case, plan, taken_on};
use crate::server::Delivered;
use crate::world::{BRADFORD, LEEDS, Officer, World, failure};

const CHANGED: &str = "The street was another one.";
const TEXT: &str = "Drugs are sold from a vehicle in Harehills Lane.";

fn on_sent(officer: &mut Officer, record: RecordId, deed: SentDeed) -> Answer {
    officer.ask(Ask::OnSent {
        desk: Desk::Triage,
        record,
        deed,
    })
}

/// Opened again to be written anew.
fn begun(officer: &mut Officer, record: RecordId) -> Work {
    officer.open(record).unwrap();
    match on_sent(officer, record, SentDeed::Correct) {
        Answer::Record(view) => view.work,
        other => panic!("{other:?}"),
    }
}

fn rewritten(mut work: Work, desks: &[Desk]) -> Work {
    work.what_changed = Some(CHANGED.into());
    work.items[0].text = TEXT.into();
    work.desks = desks.to_vec();
    work
}

fn correct(
    (ann, bea): (&mut Officer, &mut Officer),
    record: RecordId,
    desks: &[Desk],
) -> RecordView {
    let work = rewritten(begun(ann, record), desks);
    ann.hand_in_work(record, work);
    bea.release_all();
    ann.open(record).unwrap()
}

fn sent(world: &mut World, (ann, bea): (&mut Officer, &mut Officer), desks: &[Desk]) -> RecordView {
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    ann.route(bea, record, desks)
}

fn newest(view: &RecordView, desk: Desk) -> &Routing {
    let mut sent = view.work.sent();
    sent.find(|one| one.desk == desk).unwrap()
}

fn open(officer: &mut Officer, desk: Desk, report: ReportId) -> Answer {
    officer.ask(Ask::OpenReport {
        desk,
        report,
        purpose: "action".into(),
    })
}

fn read(officer: &mut Officer, desk: Desk, report: ReportId) -> Report {
    match open(officer, desk, report) {
        Answer::Report(view) => view.report,
        other => panic!("{other:?}"),
    }
}

fn cases(officer: &mut Officer) -> Vec<CaseRow> {
    match officer.ask(Ask::ListCases { desk: LEEDS }) {
        Answer::Cases { cases, .. } => cases,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_correction_needs_a_second_officer_and_its_case_goes_on_where_the_old_one_was() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let first = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let old_report = newest(&first, LEEDS).report;
    let old = taken_on(&mut cal, old_report);
    open_case(&mut cal, old);
    deed(&mut cal, old, plan());
    deed(&mut cal, old, note("first"));
    let view = correct((&mut ann, &mut bea), first.record, &[LEEDS]);
    assert_eq!(view.work.state, WorkState::Routed);
    let new_report = newest(&view, LEEDS).report;
    assert_eq!(newest(&view, LEEDS).version, Some(2));
    assert_eq!(view.work.routings[0].replaced, Some(true));
    let acts: Vec<&Act> = view.history.entries.iter().map(|one| &one.act).collect();
    assert!(acts.contains(&&Act::CorrectionBegun));
    assert_eq!(
        failure(open(&mut cal, LEEDS, old_report)),
        Failure::Recalled
    );
    let waiting = open_case(&mut cal, old);
    let said = waiting.said_recalled.unwrap();
    assert_eq!((said.notice, said.is_corrected), (new_report, true));
    assert_eq!(
        (waiting.case.recalled, waiting.case.replaced_by),
        (None, None)
    );

    let new = taken_on(&mut cal, new_report);
    let view = open_case(&mut cal, new);
    let report = &view.received.report;
    assert_eq!(report.reference, view.before.as_ref().unwrap().reference);
    assert_eq!((report.version(), report.what_changed()), (2, CHANGED));
    assert_eq!(
        view.before.unwrap().items[0].text,
        "Drugs are sold from a vehicle in the evenings."
    );
    assert_eq!((view.case.actions.len(), view.case.notes.len()), (1, 1));
    assert_eq!(view.case.corrects, Some(old));
    let last = view.history.entries.last().unwrap();
    assert_eq!(last.act, CaseAct::Corrected);
    assert!(matches!(
        deed(&mut cal, new, note("second")),
        Answer::Case(_)
    ));
    let ended = open_case(&mut cal, old);
    assert_eq!(ended.case.replaced_by, Some(new));
    assert_eq!(ended.case.state, CaseState::Closed);
    assert_eq!(
        deed(&mut cal, old, note("too late")),
        Answer::NotDone(DeedProblem::Replaced)
    );
    let rows = cases(&mut cal);
    let cards = rows.iter().map(|row| row.card.as_ref().unwrap());
    let mut withdrawn: Vec<_> = cards.map(|card| card.withdrawn).collect();
    withdrawn.sort_by_key(Option::is_some);
    assert_eq!(withdrawn, [None, Some(Withdrawn::Replaced)]);
    let heard = String::from_utf8_lossy(&world.server.borrow().heard).into_owned();
    assert!(!heard.contains("street") && !heard.contains("Harehills"));
}

#[test]
fn a_desk_that_drops_out_is_told_and_a_new_one_gets_it_as_new() {
    let (mut world, mut ann, mut bea, mut cal, mut dee) = World::staffed();
    let first = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let old = newest(&first, LEEDS).report;
    let view = correct((&mut ann, &mut bea), first.record, &[BRADFORD]);
    let new = newest(&view, BRADFORD).report;
    let report = read(&mut dee, BRADFORD, new);
    assert_eq!((report.version(), report.replaces()), (2, None));
    assert_eq!(report.what_changed(), "", "it never had what was changed");
    assert_eq!(newest(&view, LEEDS).recalled, Some(world.today));
    let told = {
        let server = world.server.borrow();
        let mut reports = server.reports.iter();
        let one = reports.find(|one| one.report.report == old).unwrap();
        one.recalled.unwrap().notice
    };
    let Answer::Message(notice) = open(&mut cal, LEEDS, told) else {
        panic!()
    };
    assert_eq!(notice.message.kind, MessageKind::Recall);
    assert_eq!(notice.message.name, "bea", "whoever released it");
    assert_eq!(notice.message.report, Some(old));
}

#[test]
fn a_correction_of_what_the_desk_never_read_is_a_case_like_any_other() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let first = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let view = correct((&mut ann, &mut bea), first.record, &[LEEDS]);
    let case = taken_on(&mut cal, newest(&view, LEEDS).report);
    let view = open_case(&mut cal, case);
    assert_eq!((view.case.corrects, view.before), (None, None));
    assert_eq!(view.history.entries.len(), 1);
    assert_eq!(cases(&mut cal).len(), 1);
}

#[test]
fn a_recalled_case_is_worked_on_again_once_the_correction_is_taken_on() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let first = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let old_report = newest(&first, LEEDS).report;
    let old = taken_on(&mut cal, old_report);
    let recalled = SentDeed::Recall {
        reports: vec![old_report],
        reason: "Wait for a correction.".into(),
    };
    assert!(matches!(
        on_sent(&mut ann, first.record, recalled),
        Answer::Record(_)
    ));
    assert!(open_case(&mut cal, old).case.recalled.is_some());
    let view = correct((&mut ann, &mut bea), first.record, &[LEEDS]);
    let new = taken_on(&mut cal, newest(&view, LEEDS).report);
    assert_eq!(open_case(&mut cal, new).case.recalled, None);
    assert!(matches!(deed(&mut cal, new, plan()), Answer::Case(_)));
}

/// Kept by the server, and served as if nothing had come after it.
#[test]
fn an_older_version_that_is_served_again_does_not_win() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let first = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let old = newest(&first, LEEDS).report;
    let view = correct((&mut ann, &mut bea), first.record, &[LEEDS]);
    read(&mut cal, LEEDS, newest(&view, LEEDS).report);
    for one in &mut world.server.borrow_mut().reports {
        one.recalled = None;
    }
    let report = old;
    read(&mut cal, LEEDS, old);
    let new = taken_on(&mut cal, newest(&view, LEEDS).report);
    let older = Failure::Quarantined(Quarantine::Older);
    assert_eq!(failure(open(&mut cal, LEEDS, old)), older);
    let desk = LEEDS;
    let late = failure(cal.ask(Ask::Acknowledge { desk, report }));
    assert_eq!(late, older);
    let mut anew = world.anew(&cal);
    assert_eq!(failure(open(&mut anew, LEEDS, old)), older);
    let rows = cases(&mut anew);
    assert_eq!((rows.len(), rows[0].record), (1, new));
}

#[test]
fn a_correction_that_only_its_author_signed_is_not_shown() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let first = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, newest(&first, LEEDS).report);
    let work = rewritten(begun(&mut ann, first.record), &[LEEDS]);
    let view = ann.hand_in_work(first.record, work);
    let draft = view.work.waits.unwrap().draft;
    let (inst, week) = (world.inst, world.week());
    let frame = world.server.borrow().drafts[&draft].1.frame.clone();
    let triage = world.epoch(Desk::Triage, Period::Week(week)).identity();
    let author = world.officer("ann");
    let author = world.roster(Desk::Triage).member(author).unwrap().key;
    let expected = ExpectedDraft { inst, draft, week };
    let opened = open_draft(triage, &frame, &expected, &|_, _| {
        Some((author, Standing::Serving))
    });
    let opened = opened.unwrap();
    let leeds = world.epoch(LEEDS, Period::Week(week)).recipient();
    let frame = seal_report(leeds, inst, &opened.reports[0]).unwrap();
    let report = opened.draft.report.report;
    let alone = NewReport {
        report,
        desk: LEEDS,
        week,
        frame,
    };
    let by = Some(world.officer("bea"));
    world
        .server
        .borrow_mut()
        .reports
        .push(Delivered::new(alone, by));
    let refused = failure(open(&mut cal, LEEDS, report));
    assert_eq!(refused, Failure::Quarantined(Quarantine::NotReleased));
    let desk = LEEDS;
    let not_read = failure(cal.ask(Ask::Acknowledge { desk, report }));
    assert_eq!(not_read, Failure::NotOpened);
    assert_eq!(open_case(&mut cal, case).version, 1);
}

#[test]
fn what_changed_must_be_said_and_shows_no_word_of_the_source_undecided() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let first = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let mut work = rewritten(begun(&mut ann, first.record), &[LEEDS]);
    for (changed, field) in [
        (None, "changed"),
        (Some("   "), "changed"),
        (Some("My cousin named another street."), "keep-1"),
    ] {
        work.what_changed = changed.map(Into::into);
        let answer = ann.ask(Ask::Route {
            desk: Desk::Triage,
            record: first.record,
            work: Box::new(work.clone()),
        });
        let Answer::NotReady(problems) = answer else {
            panic!("{changed:?}")
        };
        assert_eq!(problems[0].field.to_string(), field);
    }
}

#[test]
fn a_correction_is_given_up_given_back_or_taken_back_and_what_was_sent_stays() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let first = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let (record, report) = (first.record, newest(&first, LEEDS).report);
    begun(&mut ann, record);
    let closed = ann.close(record, domain::work::CloseReason::NoValue, "");
    assert_eq!(failure(closed), Failure::NotAllowed, "it was sent");
    let Answer::Record(left) = on_sent(&mut ann, record, SentDeed::Leave) else {
        panic!()
    };
    assert_eq!(left.work.state, WorkState::Routed);
    assert_eq!(world.server.borrow().records[&record].claim, None);
    let work = rewritten(begun(&mut ann, record), &[LEEDS]);
    ann.hand_in_work(record, work);
    let draft = bea.drafts().remove(0).draft;
    let reason = "Say which street.".into();
    bea.on_draft(DraftDeed::Return { draft, reason });
    let back = ann.open(record).unwrap();
    assert_eq!(back.work.state, WorkState::InProgress);
    assert_eq!(back.work.what_changed.as_deref(), Some(CHANGED));
    read(&mut cal, LEEDS, report);
    assert_eq!(newest(&back, LEEDS).report, report);
}
