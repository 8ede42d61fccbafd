//! Reports at the desk they are for.

use domain::console::{Answer, Ask, Failure, Quarantine};
use domain::wire::NewReport;
use domain::{Desk, OfficerId, Period, ReportId};
use notes::SigningKey;
use seal::report::{SignedReport, seal_report};

use crate::server::Delivered;
use crate::world::{BRADFORD, LEEDS, Officer, World, failure, finished};

fn open(officer: &mut Officer, desk: Desk, report: ReportId) -> Answer {
    officer.ask(Ask::OpenReport {
        desk,
        report,
        purpose: "action".into(),
    })
}

/// A report sealed to Leeds by whoever has this key and says to be this officer.
fn forged(world: &World, author: OfficerId, key: &SigningKey) -> ReportId {
    let answers = domain::answers::Answers {
        danger: domain::answers::Danger::No,
        about: vec![],
        place: String::new(),
        areas: vec![],
        details: domain::answers::Details::default(),
    };
    let work = domain::work::Work::begin(&answers, world.today.plus(100));
    let draft = finished(work, &[LEEDS]).check(world.today).unwrap();
    let id = ReportId::from_bytes([9; 16]);
    let report = draft.made_out(world.inst, id, LEEDS, "GIN-26-AAAA-AAAA", author);
    let signed = SignedReport::sign(&report, key).unwrap();
    let week = world.week();
    let leeds = world.epoch(LEEDS, Period::Week(week)).recipient();
    let frame = seal_report(leeds, world.inst, &signed).unwrap();
    let report = NewReport {
        report: id,
        desk: LEEDS,
        week,
        frame,
    };
    let mut server = world.server.borrow_mut();
    server.reports.push(Delivered::new(report, None));
    id
}

#[test]
fn a_report_by_an_officer_nobody_rostered_is_not_shown() {
    let (world, _ann, _bea, mut cal, _dee) = World::staffed();
    let stranger = OfficerId::from_bytes([8; 16]);
    let id = forged(&world, stranger, &SigningKey::from_seed(&[8; 32]));
    let answer = open(&mut cal, LEEDS, id);
    let unknown = Failure::Quarantined(Quarantine::UnknownAuthor);
    assert_eq!(failure(answer), unknown);
}

#[test]
fn a_report_in_a_triage_officers_name_by_another_key_is_not_shown() {
    let (world, _ann, _bea, mut cal, _dee) = World::staffed();
    let ann = world.roster(Desk::Triage).members[0].officer;
    let id = forged(&world, ann, &SigningKey::from_seed(&[8; 32]));
    let forgery = Failure::Quarantined(Quarantine::BadSignature);
    assert_eq!(failure(open(&mut cal, LEEDS, id)), forgery);
    let desk = LEEDS;
    let report = id;
    let answer = cal.ask(Ask::Acknowledge { desk, report });
    assert_eq!(failure(answer), Failure::NotOpened);
}

#[test]
fn a_bronze_officer_cannot_write_reports_as_triage_does() {
    let (world, _ann, _bea, mut cal, _dee) = World::staffed();
    let cal_id = world.roster(LEEDS).members[0].officer;
    let id = forged(&world, cal_id, &SigningKey::from_seed(&[8; 32]));
    let unknown = Failure::Quarantined(Quarantine::UnknownAuthor);
    assert_eq!(failure(open(&mut cal, LEEDS, id)), unknown);
}

#[test]
fn each_desk_gets_a_report_of_its_own_that_no_other_desk_opens() {
    let (mut world, mut ann, mut bea, mut cal, mut dee) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let view = ann.route(&mut bea, record, &[LEEDS, BRADFORD]);
    let ids: Vec<ReportId> = view.routings.iter().map(|one| one.routing.report).collect();
    assert!(matches!(open(&mut cal, LEEDS, ids[0]), Answer::Report(_)));
    assert!(matches!(
        open(&mut dee, BRADFORD, ids[1]),
        Answer::Report(_)
    ));
    let answer = failure(open(&mut cal, LEEDS, ids[1]));
    assert_eq!(answer, Failure::Quarantined(Quarantine::Unreadable));
    let answer = failure(open(&mut cal, BRADFORD, ids[1]));
    assert!(matches!(answer, Failure::NoKey { .. }));
}

#[test]
fn a_report_served_under_another_reports_id_is_not_shown() {
    let (mut world, mut ann, mut bea, mut cal, _dee) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    ann.route(&mut bea, record, &[LEEDS]);
    let other = ReportId::from_bytes([7; 16]);
    world.server.borrow_mut().reports[0].report.report = other;
    let answer = failure(open(&mut cal, LEEDS, other));
    assert_eq!(answer, Failure::Quarantined(Quarantine::Another));
}

#[test]
fn words_that_point_to_the_source_are_sealed_only_with_a_reason_that_stays_at_triage() {
    let (mut world, mut ann, mut bea, mut cal, _dee) = World::staffed();
    let tip = world.send_tip("My cousin told me of a grey van.");
    let record = ann.take(tip);
    let opened = ann.open(record).unwrap();
    let mut work = finished(opened.work, &[LEEDS]);
    work.provenance = "A cousin of the driver.".into();
    let desk = Desk::Triage;
    let route = |work: &domain::work::Work| Ask::Route {
        desk,
        record,
        work: Box::new(work.clone()),
    };
    let Answer::NotReady(problems) = ann.ask(route(&work)) else {
        panic!()
    };
    assert_eq!(problems[0].field.to_string(), "keep-1");
    assert!(world.server.borrow().reports.is_empty());
    let pointer = work.pointers(&opened.original.story).remove(0);
    work.keep_words(&pointer, "Planted reason".into());
    let Answer::Record(sent) = ann.ask(route(&work)) else {
        panic!()
    };
    assert_eq!(sent.work.kept[0].reason, "Planted reason");
    let again = ann.open(record).unwrap();
    assert_eq!(again.work.kept, sent.work.kept, "sealed with the record");
    assert!(world.server.borrow().reports.is_empty());
    bea.release_all();
    let read = open(&mut cal, LEEDS, sent.routings[0].routing.report);
    let read = format!("{read:?}");
    assert!(read.contains("A cousin of the driver.") && !read.contains("Planted reason"));
}

#[test]
fn words_from_another_answer_than_the_story_are_not_sealed_undecided() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    for copied in [
        "It is behind the mill with two chimneys.",
        "He is the one with half a sleeve of roses tattooed.",
    ] {
        let mut work = finished(ann.open(record).unwrap().work, &[LEEDS]);
        work.provenance = copied.into();
        let answer = ann.ask(Ask::Route {
            desk: Desk::Triage,
            record,
            work: Box::new(work),
        });
        let Answer::NotReady(problems) = answer else {
            panic!("{copied}")
        };
        assert_eq!(problems[0].field.to_string(), "keep-1");
        assert!(world.server.borrow().reports.is_empty());
    }
}
