//! Reports taken back from their desks, and put back by another officer.

use domain::log::{Object, Operation};
use domain::wire::{Deliveries, DeliveryState, NewReport, OpenedReport};
use domain::{Desk, District, ReportId, Role};
use storage::{
    Audience, DeliveryState as State, MailKind, OutboxStore, RECALLS_AN_HOUR, ReportStore,
};

use crate::actors::{Browser, sealed};
use crate::drafts::{hand_in, release};
use crate::house::House;
use crate::log::told;
use crate::way::{purpose, triage_house};

const LEEDS: Desk = Desk::Bronze(District::Leeds);
const WAKEFIELD: Desk = Desk::Bronze(District::Wakefield);
const REPORT: ReportId = ReportId::from_bytes([4; 16]);
const RECALL: ReportId = ReportId::from_bytes([5; 16]);
const AGAIN: ReportId = ReportId::from_bytes([6; 16]);

/// Whoever released it; another officer of triage can take it back.
async fn released(house: &House, triage: &Browser) {
    let report = to(house, REPORT, LEEDS, 9);
    let author = Browser::of(house, "author", Role::Officer, &[Desk::Triage]).await;
    assert_eq!(hand_in(house, &author, 3).await, 204);
    assert_eq!(release(house, triage, 3, vec![report]).await.status, 204);
}

fn to(house: &House, report: ReportId, desk: Desk, frame: u8) -> NewReport {
    NewReport {
        report,
        desk,
        week: house.today().week(),
        frame: sealed(frame),
    }
}

#[actix_web::test]
async fn a_recalled_report_opens_no_more_and_its_desk_finds_the_notice() {
    let (house, triage) = triage_house(0).await;
    let leeds = Browser::of(&house, "leeds-1", Role::Officer, &[LEEDS]).await;
    released(&house, &triage).await;
    let inbox = "/api/inbox/bronze%2Fleeds";
    let open = |report: ReportId| format!("{inbox}/{report}/open");
    let opened = leeds.post(&house, &open(REPORT), purpose()).await;
    assert_eq!(opened.status, 200);
    let (notice, recall) = (
        ReportId::from_bytes([5; 16]),
        format!("/api/deliveries/bronze%2Fleeds/{REPORT}/recall"),
    );
    let elsewhere = to(&house, notice, WAKEFIELD, 8);
    assert_eq!(triage.post(&house, &recall, elsewhere).await.status, 422);
    let told = || to(&house, notice, LEEDS, 8);
    for _ in 0..2 {
        assert_eq!(triage.post(&house, &recall, told()).await.status, 204);
    }
    let other = to(&house, ReportId::from_bytes([6; 16]), LEEDS, 7);
    let again = triage.post(&house, &recall, other).await;
    assert_eq!(
        (again.status.as_u16(), again.fault().as_str()),
        (409, "recalled")
    );
    for path in [open(REPORT), format!("{inbox}/{REPORT}/acknowledge")] {
        assert_eq!(
            leeds.post(&house, &path, purpose()).await.fault(),
            "recalled"
        );
    }
    let read = leeds.post(&house, &open(notice), purpose()).await;
    assert_eq!(read.json::<OpenedReport>().frame, sealed(8));
    for (officer, path) in [(&leeds, inbox), (&triage, "/api/deliveries")] {
        let list: Deliveries = officer.get(&house, path).await.json();
        let mut rows = list.deliveries.iter();
        let row = rows.find(|one| one.report == REPORT).unwrap();
        assert_eq!(row.state, DeliveryState::Opened);
        let recalled = row.recalled.unwrap();
        assert_eq!((recalled.day, recalled.notice), (house.today(), notice));
    }
}

#[actix_web::test]
async fn what_is_not_there_and_what_is_no_report_is_not_recalled() {
    let (house, triage) = triage_house(0).await;
    released(&house, &triage).await;
    let message = ReportId::from_bytes([7; 16]);
    let written = to(&house, message, LEEDS, 7);
    let sent = triage.post(&house, "/api/messages/triage", written).await;
    assert_eq!(sent.status, 204);
    let notice = ReportId::from_bytes([5; 16]);
    for (desk, report) in [
        (LEEDS, message),
        (LEEDS, ReportId::from_bytes([8; 16])),
        (WAKEFIELD, REPORT),
    ] {
        let desk_path = desk.to_string().replace('/', "%2F");
        let path = format!("/api/deliveries/{desk_path}/{report}/recall");
        let refused = triage
            .post(&house, &path, to(&house, notice, desk, 8))
            .await;
        assert_eq!(refused.status, 404, "{desk} {report}");
    }
}

fn path(report: ReportId, what: &str) -> String {
    format!("/api/deliveries/bronze%2Fleeds/{report}/{what}")
}

#[actix_web::test]
async fn another_officer_puts_a_report_back_which_its_desk_then_opens() {
    let (house, triage) = triage_house(0).await;
    let leeds = Browser::of(&house, "leeds-1", Role::Officer, &[LEEDS]).await;
    let other = Browser::of(&house, "other", Role::Officer, &[Desk::Triage]).await;
    released(&house, &triage).await;
    let (recall, restore) = (path(REPORT, "recall"), path(REPORT, "restore"));
    let told = || to(&house, AGAIN, LEEDS, 7);
    let early = other.post(&house, &restore, told()).await;
    assert_eq!(
        (early.status.as_u16(), early.fault().as_str()),
        (409, "not-recalled")
    );
    let taken_back = to(&house, RECALL, LEEDS, 8);
    assert_eq!(triage.post(&house, &recall, taken_back).await.status, 204);
    let own = triage.post(&house, &restore, told()).await;
    assert_eq!(
        (own.status.as_u16(), own.fault().as_str()),
        (409, "own-recall")
    );
    let elsewhere = to(&house, AGAIN, WAKEFIELD, 7);
    assert_eq!(other.post(&house, &restore, elsewhere).await.status, 422);
    for _ in 0..2 {
        assert_eq!(other.post(&house, &restore, told()).await.status, 204);
    }
    let inbox = "/api/inbox/bronze%2Fleeds";
    let opened = leeds
        .post(&house, &format!("{inbox}/{REPORT}/open"), purpose())
        .await;
    assert_eq!(opened.json::<OpenedReport>().frame, sealed(9));
    for (officer, list) in [(&leeds, inbox), (&triage, "/api/deliveries")] {
        let list: Deliveries = officer.get(&house, list).await.json();
        let row = list.deliveries.iter().find(|one| one.report == REPORT);
        let row = row.unwrap();
        assert_eq!((row.recalled, row.restored), (None, Some(AGAIN)));
    }
}

#[actix_web::test]
async fn supervisors_of_triage_and_of_the_desk_are_mailed_when_a_report_is_taken_back() {
    let (house, triage) = triage_house(0).await;
    released(&house, &triage).await;
    assert_eq!(house.store.mails().await.unwrap(), []);
    let missing = to(&house, RECALL, WAKEFIELD, 8);
    let path_there = format!("/api/deliveries/bronze%2Fwakefield/{REPORT}/recall");
    assert_eq!(triage.post(&house, &path_there, missing).await.status, 404);
    assert_eq!(
        house.store.mails().await.unwrap(),
        [],
        "nothing was taken back"
    );
    let told = to(&house, RECALL, LEEDS, 8);
    let recalled = triage.post(&house, &path(REPORT, "recall"), told).await;
    assert_eq!(recalled.status, 204);
    let mails = house.store.mails().await.unwrap();
    let mails: Vec<_> = mails.iter().map(|one| one.mail).collect();
    let desks: Vec<_> = mails.iter().map(|one| one.desk).collect();
    assert_eq!(desks, [LEEDS, Desk::Triage]);
    for mail in mails {
        let named = (mail.audience, mail.kind);
        assert_eq!(named, (Audience::Supervisors, MailKind::ReportRecalled));
    }
}

/// Who took it back may have known of a danger: their supervisors hear of it.
#[actix_web::test]
async fn supervisors_are_mailed_when_a_report_is_put_back() {
    let (house, triage) = triage_house(0).await;
    let other = Browser::of(&house, "other", Role::Officer, &[Desk::Triage]).await;
    released(&house, &triage).await;
    let notice = storage::NewReport {
        id: RECALL,
        desk: LEEDS,
        week: house.today().week(),
        frame: sealed(8),
        day: house.today(),
        author: triage.officer.unwrap(),
        second_signer: None,
        review: None,
    };
    let recall = storage::Recall {
        report: REPORT,
        notice,
        hour: domain::Clock::now(&*house.clock).hour(),
    };
    house.store.recall(recall).await.unwrap();
    assert_eq!(house.store.mails().await.unwrap(), []);
    let told = to(&house, AGAIN, LEEDS, 7);
    let restored = other.post(&house, &path(REPORT, "restore"), told).await;
    assert_eq!(restored.status, 204);
    let mails = house.store.mails().await.unwrap();
    let desks: Vec<_> = mails.iter().map(|one| one.mail.desk).collect();
    assert_eq!(desks, [LEEDS, Desk::Triage]);
}

/// Another officer goes on, and so does the same one in the next hour.
#[actix_web::test]
async fn whoever_takes_too_many_back_is_told_to_ask_another_officer() {
    let (house, triage) = triage_house(0).await;
    let other = Browser::of(&house, "other", Role::Officer, &[Desk::Triage]).await;
    let most = u8::try_from(RECALLS_AN_HOUR).unwrap();
    let id = |number: u8| ReportId::from_bytes([number; 16]);
    let report = |number| storage::NewReport {
        id: id(number),
        desk: LEEDS,
        week: house.today().week(),
        frame: sealed(9),
        day: house.today(),
        author: other.officer.unwrap(),
        second_signer: triage.officer,
        review: None,
    };
    for report in (1..=most + 1).map(report) {
        house.store.deliver_message(report).await.unwrap();
    }
    for number in 1..=most {
        let notice = to(&house, id(number + 100), LEEDS, 8);
        let recalled = triage
            .post(&house, &path(id(number), "recall"), notice)
            .await;
        assert_eq!(recalled.status, 204, "{number}");
    }
    let last = path(id(most + 1), "recall");
    let notice = || to(&house, id(200), LEEDS, 8);
    let refused = triage.post(&house, &last, notice()).await;
    assert_eq!(
        (refused.status.as_u16(), refused.fault().as_str()),
        (429, "too-many-recalls")
    );
    let inbox = house.store.inbox(LEEDS).await.unwrap();
    let row = inbox.iter().find(|one| one.id == id(most + 1)).unwrap();
    assert_eq!((row.recalled, row.state), (None, State::New));
    assert_eq!(other.post(&house, &last, notice()).await.status, 204);
}

#[actix_web::test]
async fn taking_back_and_putting_back_are_recorded_before_they_are_done() {
    let (house, triage) = triage_house(0).await;
    let other = Browser::of(&house, "other", Role::Officer, &[Desk::Triage]).await;
    released(&house, &triage).await;
    let before = told(&house).await.len();
    for (officer, what, notice) in [(&triage, "recall", RECALL), (&other, "restore", AGAIN)] {
        let notice = to(&house, notice, LEEDS, 8);
        let done = officer.post(&house, &path(REPORT, what), notice).await;
        assert_eq!(done.status, 204, "{what}");
    }
    let (report, recall, again): (Object, Object, Object) =
        (REPORT.into(), RECALL.into(), AGAIN.into());
    assert_eq!(
        told(&house).await[before..],
        [
            (Operation::Alteration, report, "recall".into(), 1),
            (Operation::Disclosure, recall, "recall".into(), 1),
            (Operation::Alteration, report, "restore".into(), 1),
            (Operation::Disclosure, again, "restore".into(), 1),
        ]
    );
}
