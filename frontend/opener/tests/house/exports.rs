//! A report for another force: written down, signed, and the server learns only that one went out.

use domain::case::{CaseAct, Deed, DeedProblem};
use domain::console::{Answer, Ask, Exported, ExportedFrom, Failure, ToExport};
use domain::export::Errand;
use domain::grade::{ActionCode, SanitisationCode};
use domain::message::MessageKind;
use domain::work::{Act, HandlingCode, Work};
use domain::{Day, Desk, OfficerId, RecordId, Standing};
use notes::{PublicKey, Roster};
use unseal::export::{Export, UnverifiedExport};

use crate::cases::{deed, open, routed, taken_on};
use crate::world::{BRADFORD, LEEDS, Officer, World, failure, finished};

const RECIPIENT: &str = "The planted constabulary";
const PURPOSE: &str = "A planted investigation";

fn export(officer: &mut Officer, record: RecordId, recipient: &str) -> Answer {
    let errand = Errand {
        recipient: recipient.into(),
        purpose: PURPOSE.into(),
    };
    let desk = if officer.name == "cal" {
        LEEDS
    } else {
        Desk::Triage
    };
    let what = Box::new(ToExport {
        desk,
        record,
        errand,
    });
    officer.ask(Ask::Export { what })
}

fn exported(answer: Answer) -> Exported {
    match answer {
        Answer::Exported(exported) => *exported,
        other => panic!("{other:?}"),
    }
}

/// The export if officers of these desks signed it.
fn verified(world: &World, file: &str, desk: Desk) -> (Export, OfficerId) {
    let (triage, desk) = (world.roster(Desk::Triage), world.roster(desk));
    let file = UnverifiedExport::parse(file).unwrap();
    let verified = file.verify(
        &|officer, day| key_in(&triage, officer, day),
        &|officer, day| key_in(&desk, officer, day),
    );
    verified.unwrap()
}

fn key_in(roster: &Roster, officer: OfficerId, day: Day) -> Option<(PublicKey, Standing)> {
    let signatory = roster.signatory(officer, day)?;
    Some((signatory.key, signatory.standing))
}

fn heard(world: &World) -> String {
    String::from_utf8_lossy(&world.server.borrow().heard).into_owned()
}

#[test]
fn an_exported_report_verifies_and_the_case_says_to_whom_it_went() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    let unopened = export(&mut cal, record, RECIPIENT);
    assert_eq!(failure(unopened), Failure::NotOpened);
    open(&mut cal, record);
    let Exported {
        kept,
        name,
        file,
        sheet,
    } = exported(export(&mut cal, record, RECIPIENT));
    let ExportedFrom::Case(case) = kept else {
        panic!()
    };
    assert_eq!(name, format!("{}.json", case.received.report.reference));
    let last = case.history.entries.last().unwrap();
    assert_eq!(last.act, CaseAct::Exported);
    let given = case.case.given.as_ref().unwrap().last().unwrap();
    assert_eq!(given.errand.recipient, RECIPIENT);
    let (export, released_by) = verified(&world, &file, LEEDS);
    assert_eq!(export.report, case.received.report);
    assert_eq!(export.recipient, RECIPIENT);
    assert_eq!(export.purpose, PURPOSE);
    assert_eq!(released_by, world.officer("bea"));
    assert_eq!(
        (sheet.report, sheet.released_by),
        (export.report, released_by)
    );
    assert_eq!(sheet.exporter_name, "cal");
    let heard = heard(&world);
    assert!(heard.contains("/disclose"));
    assert!(!heard.contains("planted") && !heard.contains(&case.received.report.title));
}

#[test]
fn a_desk_gives_nothing_away_that_has_conditions_whatever_it_says_was_agreed() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), conditional);
    let record = taken_on(&mut cal, report);
    open(&mut cal, record);
    let text = "Triage agreed by telephone".into();
    deed(&mut cal, record, Deed::Agree { text });
    let refused = export(&mut cal, record, RECIPIENT);
    assert_eq!(refused, Answer::NotDone(DeedProblem::OnlyOriginator));
    let nothing = "nothing was asked of the server";
    assert!(!heard(&world).contains("/disclose"), "{nothing}");
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    open(&mut cal, record);
    let refused = export(&mut cal, record, "  ");
    assert_eq!(refused, Answer::NotDone(DeedProblem::Missing));
    assert!(!heard(&world).contains("/disclose"), "{nothing}");
}

fn conditional(work: &mut Work) {
    work.grade.handling = Some(HandlingCode::C);
    work.grade.action = Some(ActionCode::A1);
    work.grade.sanitisation = Some(SanitisationCode::S2);
    work.grade.conditions = "Ask triage before any visit.".into();
}

#[test]
fn what_the_server_does_not_record_is_not_given_away() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    open(&mut cal, record);
    world.server.borrow_mut().unrecorded = Some("not-recorded");
    let refused = export(&mut cal, record, RECIPIENT);
    assert!(matches!(refused, Answer::Failed(_)), "{refused:?}");
    let view = open(&mut cal, record);
    assert_eq!(view.case.given, None, "nothing says that it went out");
}

#[test]
fn triage_exports_what_it_sent_whatever_its_conditions() {
    let (mut world, mut ann, mut bea, _, _) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let mut work = finished(ann.open(record).unwrap().work, &[LEEDS, BRADFORD]);
    conditional(&mut work);
    ann.hand_in_work(record, work);
    ann.open(record).unwrap();
    let unreleased = export(&mut ann, record, RECIPIENT);
    assert_eq!(unreleased, Answer::NotDone(DeedProblem::Unproven));
    bea.release_all();
    ann.open(record).unwrap();
    assert_eq!(
        export(&mut ann, record, " "),
        Answer::NotDone(DeedProblem::Missing)
    );
    let Exported {
        kept, name, file, ..
    } = exported(export(&mut ann, record, RECIPIENT));
    let ExportedFrom::Record(view) = kept else {
        panic!()
    };
    let reference = view.routings[0].routing.reference.clone();
    assert_eq!(name, format!("{reference}.json"));
    let last = &view.history.entries.last().unwrap().act;
    assert!(matches!(last, Act::Exported { errand, .. } if errand.purpose == PURPOSE));
    let (export, released_by) = verified(&world, &file, Desk::Triage);
    assert_eq!(export.report.reference, reference);
    assert_eq!(export.report.author, world.officer("ann"));
    assert_eq!(released_by, world.officer("bea"));
    assert!(!heard(&world).contains("planted"));
}

#[test]
fn triage_hears_to_whom_a_desk_gave_its_report_and_the_record_keeps_it_once() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let case = taken_on(&mut cal, report);
    open(&mut cal, case);
    exported(export(&mut cal, case, RECIPIENT));
    assert!(!heard(&world).contains("planted"));
    ann.ask(Ask::ListCards { desk: Desk::Triage });
    let Answer::Inbox { rows, .. } = ann.ask(Ask::Inbox { desk: Desk::Triage }) else {
        panic!()
    };
    let read = |officer: &mut Officer| {
        officer.ask(Ask::OpenReport {
            desk: Desk::Triage,
            report: rows[0].delivery.report,
            purpose: "review".into(),
        })
    };
    let Answer::Message(view) = read(&mut ann) else {
        panic!()
    };
    assert_eq!(view.message.kind, MessageKind::GivenAway);
    assert_eq!(
        (view.message.from, view.message.report),
        (LEEDS, Some(report))
    );
    let record = view.record.unwrap();
    read(&mut ann);
    let history = ann.open(record).unwrap().history.entries;
    let given = history.iter().filter_map(|entry| match &entry.act {
        Act::GivenAway { desk, errand, .. } => Some((*desk, errand.clone())),
        _ => None,
    });
    let errand = Errand {
        recipient: RECIPIENT.into(),
        purpose: PURPOSE.into(),
    };
    assert_eq!(given.collect::<Vec<_>>(), [(LEEDS, errand)]);
}
