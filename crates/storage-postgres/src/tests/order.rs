//! What rows, their places and their files tell of the order in which things came.

use std::path::PathBuf;

use storage::conformance::order;
use storage::{IntakeView, NewReport, ReportStore, Store};

use super::*;
use crate::forget::of_tips;

/// The numbers of marked frames as they lie in the table's file of long values.
async fn on_disk(store: &PostgresStore, table: &str) -> Vec<u16> {
    sqlx::raw_sql("checkpoint")
        .execute(&store.pool)
        .await
        .unwrap();
    let file = format!(
        "select current_setting('data_directory') || '/' || pg_relation_filepath(reltoastrelid)
         from pg_class
         where oid = '{table}'::regclass"
    );
    let file: Vec<String> = column(store, &file).await;
    let file = PathBuf::from(&file[0]);
    order::numbers_in(&std::fs::read(file).unwrap())
}

async fn by_place(store: &PostgresStore, table: &str) -> Vec<u16> {
    let ids = column(store, &format!("select id from {table} order by ctid")).await;
    order::numbers_of(
        ids.into_iter()
            .map(|id: i64| IntakeId::from_column(id).unwrap()),
    )
}

/// By `ctid`, by place in the file and by id.
#[tokio::test]
async fn a_thousand_frames_lie_in_no_order_of_arrival_once_settled() {
    let (store, _databases) = empty_store().await;
    let shared: Arc<dyn Store> = store.clone();
    order::a_day_of_marked_frames(&shared, NOW.day())
        .await
        .unwrap();
    for today in [
        by_place(&store, "intake_today").await,
        on_disk(&store, "intake_today").await,
    ] {
        let told = order::correlation_with_arrival(&today);
        assert!(told > 0.8, "the windows' order is seen until then: {told}");
    }
    store.settle_intake(NOW.day().plus(1)).await.unwrap();
    let ids = store.intake_ids(IntakeView::Corruption).await.unwrap();
    for lying in [
        by_place(&store, "intake_settled").await,
        on_disk(&store, "intake_settled").await,
        order::numbers_of(ids.into_iter().map(|entry| entry.id)),
    ] {
        let told = order::correlation_with_arrival(&lying);
        assert!(told.abs() < 0.1, "{told}");
    }
}

/// Rows, hashes, records and reports of a day on which a lot happened.
async fn a_busy_day(store: &PostgresStore) {
    arrive(store, &(1..=30).collect::<Vec<_>>()).await;
    for number in [7, 3, 22, 15, 9, 28, 1] {
        accept(store, number).await;
        let report = NewReport {
            id: domain::ReportId::from_bytes(id(number)),
            desk: Desk::Silver,
            week: NOW.day().week(),
            frame: frame(number),
            day: NOW.day(),
            author: OfficerId::from_bytes([1; 16]),
            second_signer: None,
            review: None,
        };
        store.deliver_message(report).await.unwrap();
    }
}

/// What one transaction wrote names it: were a record and its frames of one, they would be joined.
#[tokio::test]
async fn no_frame_names_the_transaction_that_accepted_it_even_the_same_day() {
    let (store, _databases) = empty_store().await;
    a_busy_day(&store).await;
    let joined: Vec<i64> = column(
        &store,
        "select count(*)
         from record
         join (
            select xmin as written, xmax as locked from intake_today
            union all
            select xmin, xmax from intake_settled
            union all
            select xmin, xmax from seen
         ) as frame on record.xmin in (frame.written, frame.locked)",
    )
    .await;
    assert_eq!(joined, [0]);
    let sets: Vec<i64> = column(&store, "select count(*) from intake_accepted").await;
    assert_eq!(sets, [1], "one row for the day, not one for each frame");
}

/// Nor does the set it is in, or what it was before, once the window is over.
#[tokio::test]
async fn acceptances_name_no_record_once_the_window_is_over() {
    let (store, _databases) = empty_store().await;
    a_busy_day(&store).await;
    let named = "select count(*)
         from record
         join intake_accepted on intake_accepted.xmin in (record.xmin, record.xmax)";
    assert_eq!(column::<i64>(&store, named).await, [1], "the last one");
    assert_eq!(versions_with(&store, 7).await, 7);
    store.forget_acceptances().await.unwrap();
    assert_eq!(column::<i64>(&store, named).await, [0]);
    assert_eq!(versions_with(&store, 7).await, 1);
}

/// Somebody who reads, such as a backup, does not keep others waiting for long.
#[tokio::test]
async fn acceptances_are_forgotten_later_if_somebody_reads() {
    let (store, _databases) = empty_store().await;
    a_busy_day(&store).await;
    let mut reading = store.begin().await.unwrap();
    let read = sqlx::query("select day from intake_accepted");
    read.execute(&mut *reading).await.unwrap();
    assert!(store.forget_acceptances().await.is_err());
    assert_eq!(versions_with(&store, 7).await, 7);
    reading.rollback().await.unwrap();
    store.forget_acceptances().await.unwrap();
    assert_eq!(versions_with(&store, 7).await, 1);
}

/// How often the table's file says that this frame was accepted.
async fn versions_with(store: &PostgresStore, number: u8) -> usize {
    let checkpoint = sqlx::raw_sql("checkpoint");
    checkpoint.execute(&store.pool).await.unwrap();
    let file = "select current_setting('data_directory') || '/' ||
            pg_relation_filepath('intake_accepted')";
    let file: Vec<String> = column(store, file).await;
    let bytes = std::fs::read(&file[0]).unwrap();
    let id = IntakeId::from_random(id(number)).get().to_be_bytes();
    memchr::memmem::find_iter(&bytes, &id).count()
}

/// So what is stored decides alone, whatever the order it came in: every row names the same
/// transaction and lies in the order of its random key, and it was written there in that order, so
/// that the numbers of its long values tell no more.
#[tokio::test]
async fn once_settled_every_table_is_in_the_order_of_its_keys() {
    let (store, _databases) = empty_store().await;
    a_busy_day(&store).await;
    store.settle_intake(NOW.day().plus(1)).await.unwrap();
    let mut transactions = std::collections::BTreeSet::new();
    for crate::forget::Anew { table, key, .. } in of_tips(NOW.day()) {
        let named: Vec<String> =
            column(&store, &format!("select distinct xmin::text from {table}")).await;
        transactions.extend(named);
        let lying: Vec<String> = column(
            &store,
            &format!("select {key}::text from {table} order by ctid"),
        )
        .await;
        let sorted: Vec<String> = column(
            &store,
            &format!("select {key}::text from {table} order by {table}.{key}"),
        )
        .await;
        assert_eq!(lying, sorted, "{table}");
    }
    assert_eq!(transactions.len(), 1, "{transactions:?}");
}

/// The rest of what a busy day leaves: nothing of it was ever in an order worth hiding, but deleted
/// rows are gone.
#[tokio::test]
async fn no_table_keeps_deleted_rows_once_settled() {
    let (store, _databases) = empty_store().await;
    a_busy_day(&store).await;
    store.settle_intake(NOW.day().plus(1)).await.unwrap();
    store.purge_intake(NOW.day().plus(1)).await.unwrap();
    let pages = "select pg_relation_size(reltoastrelid)
         from pg_class
         where oid = 'intake_settled'::regclass";
    let purged: Vec<i64> = column(&store, pages).await;
    assert!(purged[0] > 500_000, "still there: {purged:?}");
    store.settle_intake(NOW.day().plus(1)).await.unwrap();
    let settled: Vec<i64> = column(&store, pages).await;
    assert_eq!(settled, [0]);
}
