//! The days on which what desks keep goes, as the server gives them.

use domain::log::Operation;
use domain::wire::{
    Blob, CARD_LEN, CardRow, Cards, Claim, Erase, NewRecord, NewReport, Postpone, WriteRecord,
};
use domain::{Day, Desk, District, EraseReason, RecordId, ReportId, Role};
use storage::{NoteStore, ReportStore, StoredNote};

use crate::actors::{Browser, sealed};
use crate::drafts::{hand_in, release};
use crate::house::House;
use crate::log::entries;
use crate::way::{accept, purpose, triage_house};

const LEEDS: Desk = Desk::Bronze(District::Leeds);
/// What `accept` makes.
const RECORD: RecordId = RecordId::from_bytes([3; 16]);

async fn row(house: &House, officer: &Browser, desk: &str) -> CardRow {
    let cards: Cards = officer
        .get(house, &format!("/api/vault/{desk}"))
        .await
        .json();
    cards.cards.into_iter().next().unwrap()
}

/// Writes the next version; answers the day the record goes from then on.
async fn write(
    house: &House,
    officer: &Browser,
    desk: &str,
    closed: bool,
    review: Option<Day>,
) -> Option<Day> {
    let before = row(house, officer, desk).await;
    let path = format!("/api/vault/{desk}/{}", before.record);
    let lease = officer.post(house, &format!("{path}/claim"), ()).await;
    let write = WriteRecord {
        lease: lease.json::<Claim>().lease,
        after: before.version,
        frames: [sealed(8), sealed(9)],
        card: Blob(vec![7; CARD_LEN]),
        closed,
        review,
    };
    assert_eq!(officer.put(house, &path, write).await.status, 204);
    row(house, officer, desk).await.review
}

#[actix_web::test]
async fn a_tip_that_is_finished_goes_at_the_end_of_a_week_and_one_taken_up_again_does_not() {
    let (house, officer) = triage_house(1).await;
    let (frames, _) = officer.fetch(&house, 9, false).await;
    assert_eq!(accept(&house, &officer, vec![frames[0].0]).await, 204);
    assert_eq!(row(&house, &officer, "triage").await.record, RECORD);
    let wish = Some(house.today().plus(1_000));
    assert_eq!(write(&house, &officer, "triage", false, wish).await, None);
    let goes = write(&house, &officer, "triage", true, wish).await.unwrap();
    let left = goes.0 - house.today().0;
    assert!(
        (90..=96).contains(&left),
        "{left}: no browser keeps it longer"
    );
    assert_eq!(goes.plus(1).week().first_day(), goes.plus(1), "a Sunday");
    house.clock.forward(20 * 86_400);
    let officer = officer.begin_session(&house, 2).await;
    let later = write(&house, &officer, "triage", true, None).await;
    assert_eq!(later, Some(goes), "writing on does not put it off");
    assert_eq!(write(&house, &officer, "triage", false, None).await, None);
}

#[actix_web::test]
async fn a_case_goes_when_its_report_says_and_never_beyond_the_setting() {
    let house = House::open().await;
    let officer = Browser::of(&house, "leeds", Role::Officer, &[LEEDS]).await;
    let record = NewRecord {
        record: RECORD,
        quarter: house.today().quarter(),
        wrapper: Blob(vec![1; 300]),
        frames: [sealed(1), sealed(2), sealed(3)],
        card: Blob(vec![7; CARD_LEN]),
        closed: false,
    };
    let kept = officer
        .post(&house, "/api/cases/bronze%2Fleeds", record)
        .await;
    assert_eq!(kept.status, 200);
    let desk = "bronze%2Fleeds";
    assert_eq!(row(&house, &officer, desk).await.review, None);
    let longest = house.today().month().plus(72).last_day();
    for (asked, goes) in [
        (None, longest),
        (
            Some(house.today().plus(400)),
            house.today().plus(400).month().last_day(),
        ),
        (Some(Day(i32::MAX)), longest),
        (
            Some(house.today().plus(-400)),
            house.today().plus(90).month().last_day(),
        ),
    ] {
        assert_eq!(write(&house, &officer, desk, true, asked).await, Some(goes));
        assert_eq!(write(&house, &officer, desk, false, asked).await, None);
    }
}

#[actix_web::test]
async fn reports_and_messages_go_at_the_end_of_a_month() {
    let (house, triage) = triage_house(0).await;
    let today = house.today();
    let sent = |number, desk| NewReport {
        report: ReportId::from_bytes([number; 16]),
        desk,
        week: today.week(),
        frame: sealed(number),
    };
    let author = Browser::of(&house, "author", Role::Officer, &[Desk::Triage]).await;
    assert_eq!(hand_in(&house, &author, 3).await, 204);
    let released = release(&house, &triage, 3, vec![sent(4, LEEDS)]).await;
    assert_eq!(released.status, 204);
    let leeds = Browser::of(&house, "leeds", Role::Officer, &[LEEDS]).await;
    let asked = sent(5, Desk::Triage);
    let asked = leeds
        .post(&house, "/api/messages/bronze%2Fleeds", asked)
        .await;
    assert_eq!(asked.status, 204);
    for (last, left) in [
        (today.plus(90).month().last_day(), 1),
        (today.month().plus(72).last_day(), 1),
    ] {
        assert_eq!(house.store.purge_reports(last).await, Ok(0));
        assert_eq!(house.store.purge_reports(last.plus(1)).await, Ok(left));
    }
}

/// A tip that is finished, its path, and its next version under a claim.
async fn finished(house: &House, officer: &Browser) -> (String, WriteRecord) {
    let (frames, _) = officer.fetch(house, 9, false).await;
    assert_eq!(accept(house, officer, vec![frames[0].0]).await, 204);
    write(house, officer, "triage", true, None).await;
    let path = format!("/api/vault/triage/{RECORD}");
    let next = WriteRecord {
        lease: claimed(house, officer).await,
        after: 2,
        frames: [sealed(8), sealed(9)],
        card: Blob(vec![7; CARD_LEN]),
        closed: true,
        review: None,
    };
    (path, next)
}

async fn claimed(house: &House, officer: &Browser) -> u32 {
    let path = format!("/api/vault/triage/{RECORD}/claim");
    officer.post(house, &path, ()).await.json::<Claim>().lease
}

#[actix_web::test]
async fn a_review_is_put_off_by_a_year_at_most_and_the_log_says_so() {
    let (house, officer) = triage_house(1).await;
    let (path, write) = finished(&house, &officer).await;
    let path = format!("{path}/postpone");
    let until = house.today().month().plus(12).last_day();
    let postpone = |write: &WriteRecord, until| Postpone {
        write: write.clone(),
        until,
    };
    for wrong in [
        until.plus(-1),
        until.plus(31),
        house.today(),
        Day(i32::MAX),
        Day(i32::MIN),
    ] {
        let refused = officer.post(&house, &path, postpone(&write, wrong)).await;
        assert_eq!(refused.fault(), "unprocessable", "{wrong}");
    }
    let goes = row(&house, &officer, "triage").await.review.unwrap();
    let sooner = house.today().month().plus(1).last_day();
    assert!(sooner < goes);
    let refused = officer.post(&house, &path, postpone(&write, sooner)).await;
    assert_eq!(
        refused.fault(),
        "unprocessable",
        "no way to have it go sooner"
    );
    let open = WriteRecord {
        closed: false,
        ..write.clone()
    };
    let refused = officer.post(&house, &path, postpone(&open, until)).await;
    assert_eq!(refused.fault(), "unprocessable");
    let stale = WriteRecord {
        lease: 99,
        ..write.clone()
    };
    let refused = officer.post(&house, &path, postpone(&stale, until)).await;
    assert_eq!(refused.fault(), "claim-lost");
    let kept = officer.post(&house, &path, postpone(&write, until)).await;
    assert_eq!(kept.status, 204);
    let now = row(&house, &officer, "triage").await;
    assert_eq!((now.review, now.version), (Some(until), 3));
    let entry = entries(&house).await.pop().unwrap();
    let what = (entry.operation, entry.object, entry.purpose.as_str());
    assert_eq!(what, (Operation::Alteration, RECORD.into(), "postpone"));
}

/// Not work that goes on, and not longer than any report without a supervisor.
#[actix_web::test]
async fn beyond_what_reports_are_kept_a_supervisor_puts_a_review_off() {
    let (house, officer) = triage_house(1).await;
    let (path, write) = finished(&house, &officer).await;
    let path = format!("{path}/postpone");
    house.clock.forward(6 * 366 * 86_400);
    let until = house.today().month().plus(12).last_day();
    let officer = officer.begin_session(&house, 2).await;
    let postpone = |lease| Postpone {
        write: WriteRecord {
            lease,
            ..write.clone()
        },
        until,
    };
    let own = postpone(claimed(&house, &officer).await);
    let refused = officer.post(&house, &path, own).await;
    assert_eq!(refused.fault(), "forbidden");
    let triage = [Desk::Triage];
    let supervisor = Browser::of(&house, "supervisor", Role::Supervisor, &triage).await;
    house.clock.forward(700);
    let own = postpone(claimed(&house, &supervisor).await);
    let named = crate::log::named(&[house.today().year().0]);
    house
        .store
        .put_note(StoredNote { serial: 2, ..named })
        .await
        .unwrap();
    assert_eq!(supervisor.post(&house, &path, own).await.status, 204);
    let now = row(&house, &supervisor, "triage").await;
    assert_eq!(now.review, Some(until));
}

#[actix_web::test]
async fn a_supervisor_erases_a_record_and_the_log_says_why() {
    let (house, officer) = triage_house(1).await;
    let (path, write) = finished(&house, &officer).await;
    let erase = |lease| Erase {
        lease,
        reason: EraseReason::Asked,
    };
    let erased = format!("{path}/erase");
    let refused = officer.post(&house, &erased, erase(write.lease)).await;
    assert_eq!(refused.fault(), "forbidden");
    let leeds = Browser::of(&house, "leeds", Role::Supervisor, &[LEEDS]).await;
    let elsewhere = format!("/api/vault/bronze%2Fleeds/{RECORD}/erase");
    let unknown = leeds.post(&house, &elsewhere, erase(write.lease)).await;
    assert_eq!(
        (unknown.status.as_u16(), unknown.fault().as_str()),
        (404, "not-found")
    );
    let triage = [Desk::Triage];
    let supervisor = Browser::of(&house, "supervisor", Role::Supervisor, &triage).await;
    let refused = supervisor.post(&house, &erased, erase(write.lease)).await;
    assert_eq!(refused.fault(), "claim-lost", "they hold it first");
    let taken = supervisor
        .post(&house, &format!("{path}/take-back"), ())
        .await;
    let lease = taken.json::<Claim>().lease;
    assert_eq!(
        supervisor.post(&house, &erased, erase(lease)).await.status,
        204
    );
    let cards: Cards = supervisor.get(&house, "/api/vault/triage").await.json();
    assert!(cards.cards.is_empty());
    let opened = officer
        .post(&house, &format!("{path}/open"), purpose())
        .await;
    assert_eq!(opened.fault(), "not-found");
    let mut entries = entries(&house).await;
    entries.retain(|entry| entry.operation == Operation::Erasure);
    let last = entries.pop().unwrap();
    assert_eq!(
        (last.object, last.purpose.as_str()),
        (RECORD.into(), "erase-asked")
    );
    assert_eq!(
        (Some(last.officer), last.desk),
        (supervisor.officer, Desk::Triage)
    );
}
