//! The days on which what desks keep goes, and what is to be looked at before.

use domain::case::{Agency, CaseAct, Deed, FourP, Outcome};
use domain::console::{Answer, Ask, CardView, CaseRow, Failure, ReviewDeed};
use domain::work::{Act, CloseReason};
use domain::{Day, Desk, Due, EraseReason, RecordId, ReportId, Retention};

use crate::cases::{deed, routed, taken_on};
use crate::world::{LEEDS, Officer, World, ask, failure};

fn card(officer: &mut Officer, record: RecordId) -> CardView {
    match officer.ask(Ask::ListCards { desk: Desk::Triage }) {
        Answer::Cards { cards, .. } => {
            let mut cards = cards.into_iter();
            cards.find(|card| card.record == record).unwrap()
        }
        other => panic!("{other:?}"),
    }
}

fn case(officer: &mut Officer) -> CaseRow {
    match officer.ask(Ask::ListCases { desk: LEEDS }) {
        Answer::Cases { mut cases, .. } => cases.remove(0),
        other => panic!("{other:?}"),
    }
}

fn review(world: &World, record: RecordId) -> Option<Day> {
    world.server.borrow().records[&record].review
}

fn finish(world: &World, officer: &mut Officer, record: RecordId) {
    let came_of_it = Deed::Log {
        outcome: Outcome::Safeguarding,
        p: FourP::Protect,
        agency: Agency::Council,
        phase: None,
        day: world.today,
    };
    crate::cases::open(officer, record);
    deed(officer, record, came_of_it);
    let answer = deed(officer, record, Deed::Close);
    assert!(matches!(answer, Answer::Case(_)), "{answer:?}");
}

#[test]
fn a_finished_tip_is_due_two_weeks_before_it_goes() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("nothing much");
    let record = ann.take(tip);
    ann.open(record).unwrap();
    assert_eq!(card(&mut ann, record).due, None);
    ann.close(record, CloseReason::NoValue, "nothing to go on");
    assert_eq!(card(&mut ann, record).due, None);
    for (days, is_due) in [(15, false), (14, true), (0, true)] {
        let goes = world.today.plus(days);
        let mut server = world.server.borrow_mut();
        server.records.get_mut(&record).unwrap().review = Some(goes);
        drop(server);
        let due = is_due.then_some(Due::Goes(goes));
        assert_eq!(card(&mut ann, record).due, due, "{days}");
    }
}

/// Else it would stay for ever while the console says that it is being worked on.
#[test]
fn a_server_that_names_no_day_for_what_is_over_is_found_out() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let tip = world.send_tip("nothing much");
    let record = ann.take(tip);
    ann.open(record).unwrap();
    ann.close(record, CloseReason::NoValue, "nothing to go on");
    assert_eq!(card(&mut ann, record).due, None);
    let mut server = world.server.borrow_mut();
    let stored = server.records.get_mut(&record).unwrap();
    (stored.review, stored.closed) = (None, false);
    drop(server);
    let undated = Some(Due::Undated(world.today));
    assert_eq!(card(&mut ann, record).due, undated);
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    finish(&world, &mut cal, record);
    assert_eq!(case(&mut cal).due, None);
    let mut server = world.server.borrow_mut();
    server.records.get_mut(&record).unwrap().review = None;
    drop(server);
    assert_eq!(case(&mut cal).due, undated);
}

/// As long as a finished one would be kept, by the day its author signed; it never goes.
#[test]
fn a_case_nobody_finished_is_due_and_stays() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = taken_on(&mut cal, report);
    world.server.borrow_mut().retention = Retention {
        report_months: 3,
        ..Retention::default()
    };
    let written = world.today;
    assert_eq!(case(&mut cal).due, None, "signed in before");
    world.pass(90);
    let mut cal = world.anew(&cal);
    assert_eq!(case(&mut cal).due, Some(Due::Forgotten(written)));
    assert_eq!(review(&world, record), None);
}

/// Reports would be signed, and cases kept, by what it says.
#[test]
fn a_server_that_keeps_nothing_or_everything_is_not_worked_with() {
    let (mut world, mut ann, ..) = World::staffed();
    let terms = Retention::default();
    for (vault_days, report_months) in [(90, 0), (90, 2), (90, 121), (6, 72), (u16::MAX, 72)] {
        world.server.borrow_mut().retention = Retention {
            vault_days,
            report_months,
        };
        let refused = failure(ann.ask(Ask::Refresh));
        assert_eq!(refused, Failure::UnsoundRetention);
        let (name, passphrase) = (ann.name.clone(), ann.passphrase.clone());
        let mut console = world.console();
        let answer = ask(&mut console, Ask::SignIn { name, passphrase });
        assert_eq!(failure(answer), Failure::UnsoundRetention);
        assert_eq!(failure(ask(&mut console, Ask::Me)), Failure::SignedOut);
        world.server.borrow_mut().retention = terms;
    }
    let Answer::Me(me) = ann.ask(Ask::Refresh) else {
        panic!()
    };
    assert_eq!(me.retention, terms, "what it said before is kept");
}

#[test]
fn a_case_goes_at_the_end_of_the_month_its_report_says() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let wished = world.today.plus(200);
    let report = routed(&mut world, (&mut ann, &mut bea), |work| {
        work.review = Some(wished);
    });
    let record = taken_on(&mut cal, report);
    crate::cases::open(&mut cal, record);
    assert_eq!(review(&world, record), None);
    finish(&world, &mut cal, record);
    assert_eq!(review(&world, record), Some(wished.month().last_day()));
    assert_eq!(case(&mut cal).due, None);
    let answer = deed(&mut cal, record, Deed::Reopen);
    assert!(matches!(answer, Answer::Case(_)), "{answer:?}");
    assert_eq!(
        review(&world, record),
        None,
        "nothing goes that is worked on"
    );
}

#[test]
fn a_report_that_would_go_at_once_or_never_is_not_handed_in() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("nothing much");
    let record = ann.take(tip);
    let work = ann.open(record).unwrap().work;
    for review in [world.today.plus(27), world.today.plus(4_000)] {
        let mut work = crate::world::finished(work.clone(), &[LEEDS]);
        work.review = Some(review);
        let (desk, work) = (Desk::Triage, Box::new(work));
        let answer = ann.ask(Ask::Route { desk, record, work });
        assert!(matches!(answer, Answer::NotReady(_)), "{answer:?}");
        assert!(world.server.borrow().drafts.is_empty());
    }
}

/// The form is filled in with what the setting says, and every officer may shorten it.
#[test]
fn a_report_is_to_be_reviewed_when_the_setting_says() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("nothing much");
    let record = ann.take(tip);
    let review = ann.open(record).unwrap().work.review;
    assert_eq!(review, Some(world.today.month().plus(72).last_day()));
}

fn review_deed(officer: &mut Officer, desk: Desk, record: RecordId, deed: ReviewDeed) -> Answer {
    officer.ask(Ask::Review { desk, record, deed })
}

fn postpone(months: u16, reason: &str) -> ReviewDeed {
    let reason = reason.into();
    ReviewDeed::Postpone { months, reason }
}

#[test]
fn a_review_is_put_off_with_a_reason_that_only_the_desk_can_read() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("nothing much");
    let record = ann.take(tip);
    ann.open(record).unwrap();
    let desk = Desk::Triage;
    let open = review_deed(&mut ann, desk, record, postpone(3, "still open"));
    assert_eq!(failure(open), Failure::NotAllowed, "it does not go at all");
    ann.close(record, CloseReason::NoValue, "nothing to go on");
    let busy = review_deed(&mut bea, desk, record, postpone(3, "why"));
    assert_eq!(failure(busy), Failure::ClaimedByAnother);
    ann.ask(Ask::Release { desk, record });
    for (months, reason) in [(0, "why"), (13, "why"), (3, "  ")] {
        let refused = review_deed(&mut bea, desk, record, postpone(months, reason));
        assert_eq!(failure(refused), Failure::NotAllowed, "{months} {reason}");
    }
    let kept = review_deed(&mut bea, desk, record, postpone(3, " the trial is in May "));
    let until = world.today.month().plus(3).last_day();
    assert_eq!(kept, Answer::Postponed(until));
    assert_eq!(review(&world, record), Some(until));
    let sooner = review_deed(&mut bea, desk, record, postpone(2, "why"));
    assert_eq!(failure(sooner), Failure::NotAllowed);
    assert_eq!(review(&world, record), Some(until));
    let last = ann.open(record).unwrap().history.entries.pop().unwrap();
    let reason = "the trial is in May".to_owned();
    assert_eq!(last.act, Act::Postponed { until, reason });
    assert_eq!(last.officer, world.officer("bea"));
    let heard = world.server.borrow().heard.clone();
    assert!(!heard.windows(5).any(|part| part == b"trial"));
}

#[test]
fn a_case_is_kept_longer_and_says_why() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let soon = world.today.plus(100);
    let report = routed(&mut world, (&mut ann, &mut bea), |work| {
        work.review = Some(soon);
    });
    let record = taken_on(&mut cal, report);
    let open = review_deed(&mut cal, LEEDS, record, postpone(3, "why"));
    assert_eq!(failure(open), Failure::NotAllowed);
    finish(&world, &mut cal, record);
    let kept = review_deed(&mut cal, LEEDS, record, postpone(12, "an appeal"));
    let until = world.today.month().plus(12).last_day();
    assert_eq!(kept, Answer::Postponed(until));
    let view = crate::cases::open(&mut cal, record);
    let put_off = view.case.put_off.unwrap();
    assert_eq!(
        (put_off.until, put_off.reason.as_str()),
        (until, "an appeal")
    );
    assert_eq!(view.history.entries.last().unwrap().act, CaseAct::PutOff);
}

#[test]
fn a_supervisor_erases_what_nobody_works_on_and_nobody_else_does() {
    let (mut world, mut ann, _, mut sue) = World::supervised();
    let tip = world.send_tip("nothing much");
    let record = ann.take(tip);
    let reason = EraseReason::Asked;
    let erase = || ReviewDeed::Erase { reason };
    let refused = review_deed(&mut ann, Desk::Triage, record, erase());
    assert_eq!(failure(refused), Failure::NotAllowed);
    let busy = review_deed(&mut sue, Desk::Triage, record, erase());
    assert_eq!(failure(busy), Failure::ClaimedByAnother);
    let desk = Desk::Triage;
    ann.ask(Ask::Release { desk, record });
    let done = review_deed(&mut sue, desk, record, erase());
    assert_eq!(done, Answer::Done);
    assert_eq!(world.server.borrow().erased, [(record, reason)]);
    assert_eq!(ann.open(record).unwrap_err(), Failure::NotFound);
}

/// Its reports would go out all the same.
#[test]
fn what_waits_for_a_second_officer_is_not_erased() {
    let (mut world, mut ann, _, mut sue) = World::supervised();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    ann.hand_in(record, &[LEEDS]);
    let reason = EraseReason::Slip;
    let erase = ReviewDeed::Erase { reason };
    let refused = review_deed(&mut sue, Desk::Triage, record, erase);
    assert_eq!(failure(refused), Failure::NotAllowed);
    assert!(world.server.borrow().erased.is_empty());
}

/// They would stay at their desks, and the list of where they went be gone.
#[test]
fn a_tip_whose_reports_are_with_desks_is_not_erased() {
    let (mut world, mut ann, mut bea, mut sue) = World::supervised();
    let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
    let record = world.only_record();
    let desk = Desk::Triage;
    ann.ask(Ask::Release { desk, record });
    let reason = EraseReason::Asked;
    let refused = review_deed(&mut sue, desk, record, ReviewDeed::Erase { reason });
    assert_eq!(failure(refused), Failure::NotAllowed);
    let (day, notice) = (world.today, ReportId::from_bytes([9; 16]));
    let mut server = world.server.borrow_mut();
    let mut sent = server.reports.iter_mut();
    let sent = sent.find(|one| one.report.report == report).unwrap();
    sent.recalled = Some(domain::wire::Recalled { day, notice });
    drop(server);
    let done = review_deed(&mut sue, desk, record, ReviewDeed::Erase { reason });
    assert_eq!(done, Answer::Done);
}
