//! The days on which what desks keep goes, and what is to be looked at before.

use domain::case::{Agency, Deed, FourP, Outcome};
use domain::console::{Answer, Ask, CardView, CaseRow};
use domain::work::CloseReason;
use domain::{Day, Desk, Due, RecordId, Retention};

use crate::cases::{deed, routed, taken_on};
use crate::world::{LEEDS, Officer, World};

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

/// As long as a finished one would be kept, by the day its author signed; it never goes.
#[test]
fn a_tip_nobody_finished_is_due_and_stays() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("nothing much");
    let record = ann.take(tip);
    world.server.borrow_mut().retention = Retention {
        vault_days: 14,
        ..Retention::default()
    };
    assert_eq!(card(&mut ann, record).due, None, "signed in before");
    ann.sign_in();
    let due = Some(Due::Forgotten(world.today));
    assert_eq!(card(&mut ann, record).due, due);
    assert_eq!(review(&world, record), None);
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
    let came_of_it = Deed::Log {
        outcome: Outcome::Safeguarding,
        p: FourP::Protect,
        agency: Agency::Council,
        phase: None,
        day: world.today,
    };
    deed(&mut cal, record, came_of_it);
    let answer = deed(&mut cal, record, Deed::Close);
    assert!(matches!(answer, Answer::Case(_)), "{answer:?}");
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

/// The form is filled in with what the setting says, and every officer may shorten it.
#[test]
fn a_report_is_to_be_reviewed_when_the_setting_says() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("nothing much");
    let record = ann.take(tip);
    let review = ann.open(record).unwrap().work.review;
    assert_eq!(review, Some(world.today.month().plus(72).last_day()));
}
