//! The days on which what desks keep goes, as the server gives them.

use domain::wire::{Blob, CARD_LEN, CardRow, Cards, Claim, NewRecord, NewReport, WriteRecord};
use domain::{Day, Desk, District, RecordId, ReportId, Role};
use storage::ReportStore;

use crate::actors::{Browser, sealed};
use crate::drafts::{hand_in, release};
use crate::house::House;
use crate::way::{accept, triage_house};

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
