//! What desks kept goes on its day, and the log says how many before.

use domain::District;
use domain::log::{Object, Operation, RETENTION, THE_SERVICE};
use storage::NewReport;

use super::*;

const LEEDS: Desk = Desk::Bronze(District::Leeds);

async fn delivered(store: &dyn Store, number: u8, review: Day) {
    let report = NewReport {
        id: domain::ReportId::from_bytes([number; 16]),
        desk: LEEDS,
        week: EVENING.day().week(),
        frame: SealedFrame::try_from(vec![number; FRAME_LEN]).unwrap(),
        day: EVENING.day(),
        author: OfficerId::from_bytes([1; 16]),
        second_signer: None,
        review: Some(review),
    };
    store.deliver_message(report).await.unwrap();
}

/// Two records and a report that are over, and one of each that is not.
async fn house() -> House {
    let house = House::open().await;
    let (store, today) = (house.duties.store.clone(), EVENING.day());
    for (number, review) in [(10, today.plus(-1)), (20, today.plus(-9)), (30, today)] {
        accepted(&*store, number, EVENING, Some(review)).await;
    }
    delivered(&*store, 1, today.plus(-1)).await;
    delivered(&*store, 2, today).await;
    house
}

async fn left(house: &House) -> (usize, usize) {
    let store = &house.duties.store;
    let cards = store.cards(Desk::Triage, EVENING).await.unwrap();
    (cards.len(), store.inbox(LEEDS).await.unwrap().len())
}

#[tokio::test]
async fn what_goes_on_its_day_is_in_the_log_by_number_and_by_nobodys_hand() {
    let mut house = house().await;
    house.at(EVENING).await;
    assert_eq!(left(&house).await, (1, 1));
    let told = std::mem::take(&mut *house.log.told.lock().unwrap());
    let told: Vec<_> = told
        .iter()
        .map(|one| (one.desk, one.object, one.count))
        .collect();
    let expected = [
        (Desk::Triage, Object::RECORDS, 2),
        (LEEDS, Object::REPORTS, 1),
    ];
    assert_eq!(told, expected);
    house.at(EVENING.plus(PURGE_SECONDS)).await;
    assert_eq!(left(&house).await, (0, 0), "another day is over");
    let told = house.log.told.lock().unwrap();
    assert_eq!(told.len(), 2);
    for entry in told.iter() {
        assert_eq!((entry.officer, entry.count), (THE_SERVICE, 1));
        assert_eq!(entry.operation, Operation::Erasure);
        assert_eq!(
            (entry.purpose.as_str(), entry.is_sound()),
            (RETENTION, true)
        );
    }
}

#[tokio::test]
async fn what_cannot_be_recorded_is_not_deleted_and_nothing_is_recorded_where_nothing_goes() {
    let mut house = house().await;
    house.log.is_full.store(true, Ordering::SeqCst);
    house.at(EVENING).await;
    assert_eq!(left(&house).await, (3, 2));
    house.log.is_full.store(false, Ordering::SeqCst);
    let hour = EVENING.plus(PURGE_SECONDS);
    house.at(hour).await;
    assert_eq!(left(&house).await, (0, 0));
    let told = house.log.told.lock().unwrap().len();
    house.at(hour.plus(PURGE_SECONDS)).await;
    assert_eq!(house.log.told.lock().unwrap().len(), told);
}
