//! The monthly sheet: what of a desk's cases everybody may know, and that the server learns no more.

use domain::case::{Agency, Deed, FourP, Outcome};
use domain::console::{Answer, Ask, Failure, SheetView};
use domain::{Desk, Month, RecordId, Role};
use notes::{ReplyKey, SigningKey, UnverifiedSheet};

use opener::Serials;

use crate::cases::{deed, open, routed, taken_on};
use crate::server::Stored;
use crate::world::{LEEDS, Officer, REPLY_SEED, World, failure};

fn october() -> Month {
    "2026-10".parse().unwrap()
}

/// Leeds has a supervisor, and six cases: five with an arrest in October, two of them with a seizure.
fn counted_house() -> (World, Officer, Officer) {
    let mut world = World::new();
    let mut officers = [
        world.enrol("ann", &[Desk::Triage]),
        world.enrol("bea", &[Desk::Triage]),
        world.enrol("cal", &[LEEDS]),
        world.enrol_as("sue", Role::Supervisor, &[LEEDS]),
    ];
    world.hold_ceremony();
    for officer in &mut officers {
        officer.sign_in();
    }
    let [mut ann, mut bea, mut cal, sue] = officers;
    for number in 0..6 {
        let report = routed(&mut world, (&mut ann, &mut bea), |_| ());
        let record = taken_on(&mut cal, report);
        open(&mut cal, record);
        let mut log = |outcome, day: &str| {
            let logged = Deed::Log {
                outcome,
                p: FourP::Pursue,
                agency: Agency::Police,
                phase: None,
                day: day.parse().unwrap(),
            };
            assert!(matches!(deed(&mut cal, record, logged), Answer::Case(_)));
        };
        if number < 5 {
            log(Outcome::Arrest, "2026-10-31");
        }
        log(Outcome::Arrest, "2026-11-01");
        if number < 2 {
            log(Outcome::Seizure, "2026-10-01");
        }
    }
    (world, cal, sue)
}

fn make(officer: &mut Officer, desk: Desk, month: Month) -> Answer {
    officer.ask(Ask::MakeSheet { desk, month })
}

fn made(officer: &mut Officer) -> SheetView {
    match make(officer, LEEDS, october()) {
        Answer::Sheet(view) => view,
        other => panic!("{other:?}"),
    }
}

fn post(officer: &mut Officer) -> Answer {
    let (desk, month) = (LEEDS, october());
    officer.ask(Ask::PostSheet { desk, month })
}

#[test]
fn a_supervisor_publishes_what_was_counted_without_what_is_small() {
    let (world, _, mut sue) = counted_house();
    assert_eq!(failure(post(&mut sue)), Failure::NotOpened, "not looked at");
    let view = made(&mut sue);
    let counted: Vec<_> = view
        .cells
        .iter()
        .map(|one| (one.outcome, one.cases))
        .collect();
    assert_eq!(counted, [(Outcome::Arrest, 5), (Outcome::Seizure, 2)]);
    assert_eq!((view.unread, view.sent), (0, false));
    assert_eq!(post(&mut sue), Answer::Done);
    let server = world.server.borrow();
    let [text] = server.sheets.as_slice() else {
        panic!()
    };
    let key = SigningKey::from_seed(&REPLY_SEED).public();
    let listed = [ReplyKey { desk: LEEDS, key }];
    let sheet = UnverifiedSheet::parse(text).unwrap().verify(&listed);
    let sheet = sheet.unwrap();
    assert_eq!(
        (sheet.desk(), sheet.month, sheet.inst),
        (LEEDS, october(), world.inst)
    );
    assert_eq!(sheet.cells, view.cells[..1]);
    let heard = String::from_utf8_lossy(&server.heard).into_owned();
    assert!(heard.contains("arrest") && !heard.contains("seizure"));
}

#[test]
fn who_does_not_supervise_the_desk_counts_and_does_not_publish() {
    let (_, mut cal, _) = counted_house();
    assert_eq!(made(&mut cal).cells.len(), 2);
    assert_eq!(failure(post(&mut cal)), Failure::NotAllowed);
}

#[test]
fn no_month_is_counted_before_it_is_over_and_no_desk_but_a_districts() {
    let (_, _, mut sue) = counted_house();
    let this: Month = "2026-11".parse().unwrap();
    assert_eq!(failure(make(&mut sue, LEEDS, this)), Failure::NotAllowed);
    for desk in [Desk::Triage, Desk::Silver] {
        assert_eq!(
            failure(make(&mut sue, desk, october())),
            Failure::NotAllowed
        );
    }
}

#[test]
fn a_case_that_does_not_open_is_said_and_stops_the_sheet() {
    let (world, _, mut sue) = counted_house();
    {
        let mut server = world.server.borrow_mut();
        let mut of_leeds = server.records.values_mut().filter(|one| one.desk == LEEDS);
        let card = &mut of_leeds.next().unwrap().card.0;
        card[2_000] ^= 1;
    }
    assert_eq!(made(&mut sue).unread, 1);
    assert_eq!(failure(post(&mut sue)), Failure::NotAllowed);
    assert!(world.server.borrow().sheets.is_empty());
}

/// A server that answers "not now", holds a case back and has the month counted anew would learn from the
/// two sheets what that case is about.
#[test]
fn what_was_handed_in_is_not_counted_anew() {
    let (world, _, mut sue) = counted_house();
    let view = made(&mut sue);
    world.server.borrow_mut().is_down = true;
    assert_eq!(failure(post(&mut sue)), Failure::Unreachable);
    {
        let mut server = world.server.borrow_mut();
        server.is_down = false;
        let held_back = server.records.iter().find(|(_, one)| one.desk == LEEDS);
        let held_back = *held_back.unwrap().0;
        server.records.remove(&held_back);
    }
    let again = made(&mut sue);
    assert_eq!((again.cells, again.sent), (view.cells, true));
    assert_eq!(post(&mut sue), Answer::Done);
    assert!(world.server.borrow().sheets[0].contains("arrest 5"));
}

/// Nor does one that ends sessions instead.
#[test]
fn what_was_signed_in_a_session_before_is_not_signed_otherwise() {
    let (mut world, _, mut sue) = counted_house();
    made(&mut sue);
    world.server.borrow_mut().is_down = true;
    assert_eq!(failure(post(&mut sue)), Failure::Unreachable);
    world.server.borrow_mut().is_down = false;
    let kept = Serials::from_text(&sue.opener.seen().to_string());
    let held_back = {
        let mut server = world.server.borrow_mut();
        let of_leeds = |one: &(&RecordId, &Stored)| one.1.desk == LEEDS;
        let held_back = *server.records.iter().find(of_leeds).unwrap().0;
        server.records.remove_entry(&held_back).unwrap()
    };
    let mut again = world.anew_having_seen(&sue, kept.clone());
    made(&mut again);
    assert_eq!(failure(post(&mut again)), Failure::CountedOtherwise);
    assert!(world.server.borrow().sheets.is_empty());
    let (record, kept_one) = held_back;
    world.server.borrow_mut().records.insert(record, kept_one);
    let mut again = world.anew_having_seen(&sue, kept);
    made(&mut again);
    assert_eq!(post(&mut again), Answer::Done);
}

#[test]
fn a_month_published_before_is_said() {
    let (world, _, mut sue) = counted_house();
    made(&mut sue);
    world.server.borrow_mut().sheets.push("another".into());
    assert_eq!(failure(post(&mut sue)), Failure::AlreadyPublished);
}
