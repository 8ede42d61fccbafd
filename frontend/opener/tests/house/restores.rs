//! Reports put back: by whom, what their desk believes, and what a lying server achieves.

use domain::case::{CaseAct, DeedProblem};
use domain::console::{Answer, Ask, Failure, RecordView, SentDeed};
use domain::message::MessageKind;
use domain::wire::Recalled;
use domain::work::Act;
use domain::{Desk, RecordId, ReportId};

use crate::cases::{deed, open as open_case, plan, taken_on};
use crate::recalls::{FORGED, claim_recalled, mark, notice, open, recall, recalled, sent};
use crate::world::{LEEDS, Officer, World, failure};

const WHY: &str = "The planted canary street was right after all.";

fn restore(officer: &mut Officer, record: RecordId, reports: &[ReportId]) -> Answer {
    officer.ask(Ask::OnSent {
        desk: Desk::Triage,
        record,
        deed: SentDeed::Restore {
            reports: reports.to_vec(),
            reason: WHY.into(),
        },
    })
}

fn restored(officer: &mut Officer, record: RecordId, reports: &[ReportId]) -> RecordView {
    officer.open(record).unwrap();
    match restore(officer, record, reports) {
        Answer::Record(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// Changes what the server says of a report.
fn says(world: &World, report: ReportId, marked: Option<Recalled>, restored: Option<ReportId>) {
    let mut server = world.server.borrow_mut();
    let mut reports = server.reports.iter_mut();
    let one = reports.find(|one| one.report.report == report).unwrap();
    (one.recalled, one.restored) = (marked, restored);
}

fn said_restored(world: &World, report: ReportId) -> Option<ReportId> {
    let server = world.server.borrow();
    let mut reports = server.reports.iter();
    reports
        .find(|one| one.report.report == report)
        .unwrap()
        .restored
}

#[test]
fn another_officer_puts_back_what_nobody_had_opened_and_its_desk_opens_it() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    recalled(&mut ann, record, &reports);
    let own = failure(restore(&mut ann, record, &reports));
    assert_eq!(own, Failure::OwnRecall);
    assert!(mark(&world, reports[0]).is_some());
    let view = restored(&mut bea, record, &reports);
    let routing = &view.work.routings[0];
    assert_eq!((routing.recalled, routing.told), (None, None));
    assert_eq!(routing.restored, Some(world.today));
    assert_eq!(
        view.history.entries.last().unwrap().act,
        Act::Restored {
            reference: routing.reference.clone(),
            desks: vec![LEEDS],
            reason: WHY.into(),
        }
    );
    assert_eq!(world.server.borrow().records[&record].claim, None);
    let heard = String::from_utf8_lossy(&world.server.borrow().heard).into_owned();
    assert!(!heard.contains("canary"));
    let told = said_restored(&world, reports[0]).unwrap();
    let message = notice(&mut cal, LEEDS, told).message;
    assert_eq!(
        (message.kind, message.report, message.text.as_str()),
        (MessageKind::Restored, Some(reports[0]), WHY)
    );
    let opened = open(&mut cal, LEEDS, reports[0]);
    assert!(matches!(opened, Answer::Report(_)));
    let again = failure(restore(&mut bea, record, &reports));
    assert_eq!(again, Failure::NotRecalled);
}

#[test]
fn the_case_goes_on_and_says_who_took_it_back_who_put_it_back_and_why() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    recalled(&mut ann, record, &reports);
    open_case(&mut cal, case);
    let refused = deed(&mut cal, case, plan());
    assert_eq!(refused, Answer::NotDone(DeedProblem::Recalled));
    restored(&mut bea, record, &reports);
    let view = open_case(&mut cal, case);
    assert_eq!((&view.case.recalled, view.said_restored), (&None, false));
    let [undone] = view.case.undone() else {
        panic!("one was put back")
    };
    assert_eq!(
        (undone.reason.as_str(), undone.by.name.as_str()),
        (WHY, "bea")
    );
    assert_eq!(undone.recalled.as_ref().unwrap().by.name, "ann");
    let acts: Vec<_> = view.history.entries.iter().map(|one| one.act).collect();
    assert_eq!(
        acts,
        [CaseAct::TakenOn, CaseAct::Recalled, CaseAct::Restored]
    );
    assert!(matches!(deed(&mut cal, case, plan()), Answer::Case(_)));
    let kept = open_case(&mut world.anew(&cal), case);
    assert_eq!(kept.case.undone().len(), 1, "kept once");
}

/// Nobody of the desk looked in between.
#[test]
fn what_was_taken_back_again_stays_so() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    recalled(&mut ann, record, &reports);
    open_case(&mut cal, case);
    restored(&mut bea, record, &reports);
    recalled(&mut bea, record, &reports);
    let view = open_case(&mut cal, case);
    assert_eq!(view.case.recalled.as_ref().unwrap().by.name, "bea");
    assert_eq!(view.case.undone().len(), 1);
    let refused = deed(&mut cal, case, plan());
    assert_eq!(refused, Answer::NotDone(DeedProblem::Recalled));
}

#[test]
fn an_old_notice_neither_takes_back_nor_puts_back_what_was_since() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    recalled(&mut ann, record, &reports);
    let first = mark(&world, reports[0]);
    restored(&mut bea, record, &reports);
    // The desk reads first that it stands again, and never what it had not read before.
    let undoing = said_restored(&world, reports[0]);
    open_case(&mut cal, case);
    says(&world, reports[0], first, None);
    let view = open_case(&mut cal, case);
    assert_eq!(view.case.recalled, None);
    assert_eq!(view.said_recalled.unwrap().day, world.today);
    says(&world, reports[0], None, undoing);
    recalled(&mut bea, record, &reports);
    open_case(&mut cal, case);
    says(&world, reports[0], None, undoing);
    let view = open_case(&mut cal, case);
    assert!(view.case.recalled.is_some());
    assert!(view.said_restored, "shown as what the server says");
}

#[test]
fn what_the_server_says_alone_lets_nothing_stand_again() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    recalled(&mut ann, record, &reports);
    open_case(&mut cal, case);
    for restored in [
        None,
        Some(FORGED),
        mark(&world, reports[0]).map(|one| one.notice),
    ] {
        says(&world, reports[0], None, restored);
        let view = open_case(&mut cal, case);
        assert!(view.case.recalled.is_some() && view.said_restored);
        let refused = deed(&mut cal, case, plan());
        assert_eq!(refused, Answer::NotDone(DeedProblem::Recalled));
    }
}

/// With the server's help.
#[test]
fn whoever_took_it_back_is_not_believed_to_put_it_back() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    recalled(&mut ann, record, &reports);
    let told = mark(&world, reports[0]).unwrap().notice;
    {
        let mut server = world.server.borrow_mut();
        let mut all = server.reports.iter_mut();
        let one = all.find(|one| one.report.report == told).unwrap();
        one.author = None;
    }
    open_case(&mut cal, case);
    restored(&mut ann, record, &reports);
    let view = open_case(&mut cal, case);
    assert!(view.case.recalled.is_some() && view.said_restored);
}

#[test]
fn a_notice_by_somebody_who_has_left_puts_nothing_back() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    let case = taken_on(&mut cal, reports[0]);
    recalled(&mut ann, record, &reports);
    open_case(&mut cal, case);
    restored(&mut bea, record, &reports);
    let today = world.today;
    world.leaves("bea", today);
    let view = open_case(&mut world.anew(&cal), case);
    assert!(view.case.recalled.is_some() && view.said_restored);
}

/// Then nobody's reason was delivered, and triage can tell the desk once the server lets it.
#[test]
fn what_the_server_says_was_taken_back_before_is_not_this_officers_word() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (record, reports) = sent(&mut world, (&mut ann, &mut bea), &[LEEDS]);
    claim_recalled(&world, reports[0], FORGED);
    let Answer::Record(view) = recall(&mut ann, record, &reports) else {
        panic!()
    };
    let routing = &view.work.routings[0];
    assert_eq!((routing.recalled, routing.told), (None, None));
    let mut acts = view.history.entries.iter().map(|one| &one.act);
    assert!(!acts.clone().any(|act| matches!(act, Act::Recalled { .. })));
    let found = Act::FoundRecalled {
        reference: routing.reference.clone(),
        desks: vec![LEEDS],
    };
    assert_eq!(acts.next_back(), Some(&found));
    says(&world, reports[0], None, None);
    recalled(&mut ann, record, &reports);
    let told = mark(&world, reports[0]).unwrap().notice;
    assert_eq!(notice(&mut cal, LEEDS, told).message.name, "ann");
}
