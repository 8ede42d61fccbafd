//! Two officers for every report: one writes it, another releases it.

use domain::console::{Answer, Ask, DraftDeed, DraftFace, DraftView, Failure, Quarantine};
use domain::wire::NewReport;
use domain::work::{Act, CloseReason, Threat, WorkState};
use domain::{Desk, DraftId, Period, Priority, RecordId, ReportId, Standing};
use seal::report::seal_report;
use unseal::draft::{ExpectedDraft, open_draft};

use crate::server::Delivered;
use crate::world::{BRADFORD, LEEDS, Officer, World, failure, finished};

const DESK: Desk = Desk::Triage;

fn handed_in(world: &mut World, ann: &mut Officer, desks: &[Desk]) -> (RecordId, DraftId) {
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let view = ann.hand_in(record, desks);
    (record, view.work.waits.unwrap().draft)
}

fn release(officer: &mut Officer, draft: DraftId) -> Answer {
    officer.on_draft(DraftDeed::Release { draft })
}

fn withdraw(officer: &mut Officer, record: RecordId) -> Answer {
    officer.on_draft(DraftDeed::Withdraw { desk: DESK, record })
}

fn open(officer: &mut Officer, desk: Desk, report: ReportId) -> Answer {
    officer.ask(Ask::OpenReport {
        desk,
        report,
        purpose: "action".into(),
    })
}

fn only(mut drafts: Vec<DraftView>) -> Result<Box<DraftFace>, Failure> {
    assert_eq!(drafts.len(), 1);
    drafts.remove(0).face
}

#[test]
fn a_second_officer_reads_what_every_desk_will_read_and_releases_it() {
    let (mut world, mut ann, mut bea, mut cal, mut dee) = World::staffed();
    let (record, draft) = handed_in(&mut world, &mut ann, &[LEEDS, BRADFORD]);
    let face = only(bea.drafts()).unwrap();
    assert_eq!((face.record, face.mine), (record, false));
    assert_eq!(face.desks, [LEEDS, BRADFORD]);
    let listed = release(&mut bea, draft);
    assert_eq!(listed, Answer::Drafts(vec![]));
    let view = ann.open(record).unwrap();
    assert_eq!(view.work.state, WorkState::Routed);
    let ids: Vec<ReportId> = view.routings.iter().map(|one| one.routing.report).collect();
    for (officer, desk, id) in [(&mut cal, LEEDS, ids[0]), (&mut dee, BRADFORD, ids[1])] {
        let Answer::Report(read) = open(officer, desk, id) else {
            panic!("{desk}")
        };
        assert_eq!(read.released_by, world.officer("bea"));
        assert_eq!((read.report.desk, read.report.report), (desk, id));
        assert_eq!(read.report.title, face.report.title);
    }
}

#[test]
fn nobody_releases_what_they_wrote_whatever_the_server_says() {
    let (mut world, mut ann, ..) = World::staffed();
    let (_, draft) = handed_in(&mut world, &mut ann, &[LEEDS]);
    assert!(only(ann.drafts()).unwrap().mine);
    assert_eq!(failure(release(&mut ann, draft)), Failure::OwnDraft);
    let mut elsewhere = world.anew(&ann);
    elsewhere.drafts();
    assert_eq!(failure(release(&mut elsewhere, draft)), Failure::OwnDraft);
    let bea = world.officer("bea");
    let server = world.server.clone();
    server.borrow_mut().drafts.get_mut(&draft).unwrap().0 = bea;
    let mut deceived = world.anew(&ann);
    let refused = only(deceived.drafts()).unwrap_err();
    assert_eq!(refused, Failure::Unexpected, "another\'s name on it");
    assert_eq!(failure(release(&mut deceived, draft)), Failure::OwnDraft);
    assert!(server.borrow().reports.is_empty());
}

#[test]
fn what_was_lost_anybody_of_triage_takes_back() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, draft) = handed_in(&mut world, &mut ann, &[LEEDS]);
    bea.open(record).unwrap();
    let refused = failure(withdraw(&mut bea, record));
    assert_eq!(refused, Failure::NotAllowed, "it waits");
    world.server.borrow_mut().drafts.remove(&draft);
    assert_eq!(bea.drafts(), vec![]);
    let Answer::Record(view) = withdraw(&mut bea, record) else {
        panic!("it can be written again")
    };
    assert_eq!(view.work.state, WorkState::InProgress);
    assert_eq!(view.work.waits, None);
}

/// What an officer of triage who is nobody's author could deliver if a second signature were not asked for.
#[test]
fn a_report_that_only_its_author_signed_is_not_shown() {
    let (mut world, mut ann, _bea, mut cal, _) = World::staffed();
    let (_, id) = handed_in(&mut world, &mut ann, &[LEEDS]);
    let (inst, week) = (world.inst, world.week());
    let frame = world.server.borrow().drafts[&id].1.frame.clone();
    let triage = world.epoch(DESK, Period::Week(week)).identity();
    let ann_id = world.officer("ann");
    let author = world.roster(DESK).member(ann_id).unwrap().key;
    let draft = id;
    let expected = ExpectedDraft { inst, draft, week };
    let opened = open_draft(triage, &frame, &expected, &|_, _| {
        Some((author, Standing::Serving))
    });
    let opened = opened.unwrap();
    let report = opened.draft.report.report;
    let leeds = world.epoch(LEEDS, Period::Week(week)).recipient();
    let frame = seal_report(leeds, inst, &opened.reports[0]).unwrap();
    let released_by = Some(world.officer("bea"));
    let delivered = NewReport {
        report,
        desk: LEEDS,
        week,
        frame,
    };
    let delivered = Delivered::new(delivered, released_by);
    world.server.borrow_mut().reports.push(delivered);
    let refused = failure(open(&mut cal, LEEDS, report));
    assert_eq!(refused, Failure::Quarantined(Quarantine::NotReleased));
}

#[test]
fn of_two_drafts_neither_is_taken_for_the_other() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (_, one) = handed_in(&mut world, &mut ann, &[LEEDS]);
    let (_, two) = handed_in(&mut world, &mut ann, &[BRADFORD]);
    let server = world.server.clone();
    let frame = server.borrow().drafts[&two].1.frame.clone();
    server.borrow_mut().drafts.get_mut(&one).unwrap().1.frame = frame;
    let swapped = bea.drafts();
    let swapped = swapped.into_iter().find(|view| view.draft == one).unwrap();
    let another = Failure::Quarantined(Quarantine::Another);
    assert_eq!(swapped.face.unwrap_err(), another);
    assert_eq!(failure(release(&mut bea, one)), Failure::NotOpened);
    assert!(server.borrow().reports.is_empty());
}

#[test]
fn what_was_withdrawn_and_is_served_again_is_not_released() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, draft) = handed_in(&mut world, &mut ann, &[LEEDS]);
    let replayed = world.server.borrow().drafts[&draft].clone();
    let Answer::Record(view) = withdraw(&mut ann, record) else {
        panic!()
    };
    assert_eq!(view.work.state, WorkState::InProgress);
    assert_eq!(view.history.entries.last().unwrap().act, Act::Withdrawn);
    assert_eq!(bea.drafts(), []);
    let server = world.server.clone();
    server.borrow_mut().drafts.insert(draft, replayed);
    assert!(
        only(bea.drafts()).is_ok(),
        "its signature is as good as ever"
    );
    assert_eq!(failure(release(&mut bea, draft)), Failure::NotAwaited);
    ann.hand_in(record, &[LEEDS]);
    assert_eq!(failure(release(&mut bea, draft)), Failure::NotAwaited);
    assert!(server.borrow().reports.is_empty());
}

#[test]
fn what_is_given_back_says_why_in_its_record_and_is_written_again() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, draft) = handed_in(&mut world, &mut ann, &[LEEDS]);
    bea.drafts();
    let reason = "The planted street points to the source.".to_owned();
    let give_back = |reason: &str| DraftDeed::Return {
        draft,
        reason: reason.into(),
    };
    assert_eq!(failure(bea.on_draft(give_back(" "))), Failure::NotAllowed);
    assert_eq!(bea.on_draft(give_back(&reason)), Answer::Drafts(vec![]));
    ann.ask(Ask::Claim { desk: DESK, record });
    let view = ann.open(record).unwrap();
    assert_eq!(view.work.state, WorkState::InProgress);
    assert_eq!(
        view.history.entries.last().unwrap().act,
        Act::Returned { reason }
    );
    assert!(view.routings.is_empty());
    ann.hand_in(record, &[LEEDS]);
    let heard = String::from_utf8_lossy(&world.server.borrow().heard).into_owned();
    assert!(!heard.contains("planted") && heard.contains("/api/drafts/"));
}

#[test]
fn only_who_handed_it_in_withdraws_it_and_not_once_it_is_released() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, draft) = handed_in(&mut world, &mut ann, &[LEEDS]);
    bea.open(record).unwrap();
    assert_eq!(failure(withdraw(&mut bea, record)), Failure::NotAllowed);
    ann.open(record).unwrap();
    bea.drafts();
    release(&mut bea, draft);
    let stale = failure(withdraw(&mut ann, record));
    assert!(
        matches!(stale, Failure::NotAwaited | Failure::VersionMoved),
        "{stale:?}"
    );
    let view = ann.open(record).unwrap();
    assert_eq!(view.work.state, WorkState::Routed);
}

#[test]
fn a_release_that_could_not_be_noted_is_noted_by_who_opens_the_record_next() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, draft) = handed_in(&mut world, &mut ann, &[LEEDS]);
    ann.ask(Ask::Claim { desk: DESK, record });
    bea.drafts();
    assert_eq!(release(&mut bea, draft), Answer::Drafts(vec![]));
    assert!(!world.server.borrow().records[&record].closed);
    let view = ann.open(record).unwrap();
    assert_eq!(view.work.state, WorkState::Routed);
    let bea_id = world.officer("bea");
    let Act::Released { by, .. } = view.history.entries.last().unwrap().act else {
        panic!()
    };
    assert_eq!(by, Some(bea_id), "as the server says");
}

#[test]
fn what_waits_is_neither_written_on_nor_closed() {
    let (mut world, mut ann, ..) = World::staffed();
    let (record, _) = handed_in(&mut world, &mut ann, &[LEEDS]);
    ann.ask(Ask::Claim { desk: DESK, record });
    let work = ann.open(record).unwrap().work;
    assert_eq!(failure(ann.save(record, work)), Failure::NotAllowed);
    let closed = ann.close(record, CloseReason::Known, "");
    assert_eq!(failure(closed), Failure::NotAllowed);
}

#[test]
fn the_most_urgent_draft_comes_first() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    handed_in(&mut world, &mut ann, &[LEEDS]);
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let mut work = finished(ann.open(record).unwrap().work, &[LEEDS]);
    work.priority = Some(Priority::P1);
    work.threat = Some(Threat {
        is_one: Some(false),
        ..Threat::default()
    });
    ann.hand_in_work(record, work);
    let listed = bea.drafts();
    let records: Vec<_> = listed
        .iter()
        .map(|view| view.face.as_ref().unwrap().record)
        .collect();
    assert_eq!((records.len(), records[0]), (2, record));
}
