use std::fs;
use std::os::unix::fs::PermissionsExt;

use domain::{
    Day, Desk, District, FRAME_LEN, IntakeId, OfficerId, Period, SealedFrame, UnixSeconds,
};
use sqlx::{AssertSqlSafe, Connection, SqlSafeStr};
use storage::{
    AcceptError, Acceptance, DraftStore, EpochWrapper, InstallationStore, IntakeStore, IntakeView,
    ReportStore, SmallAgeFile, VaultStore, WrapperStore,
};
use tempfile::TempDir;

use super::*;
use crate::migrations::MIGRATIONS;

mod erased;
mod order;
mod traces;

/// One populated state for each migration: rows as the version before the next one wrote them.
const POPULATED: [&str; 15] = [
    include_str!("populated/0001.sql"),
    include_str!("populated/0002.sql"),
    include_str!("populated/0003.sql"),
    include_str!("populated/0004.sql"),
    include_str!("populated/0005.sql"),
    include_str!("populated/0006.sql"),
    include_str!("populated/0007.sql"),
    include_str!("populated/0011.sql"),
    include_str!("populated/0012.sql"),
    include_str!("populated/0014.sql"),
    include_str!("populated/0015.sql"),
    include_str!("populated/0016.sql"),
    include_str!("populated/0017.sql"),
    include_str!("populated/0018.sql"),
    include_str!("populated/0019.sql"),
];
const NOW: UnixSeconds = UnixSeconds(20_780 * 86_400);

async fn empty_store() -> (SqliteStore, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).await.unwrap();
    (store, folder)
}

/// Migrates to each version up to this one and writes what that version's rows look like.
async fn populate(file: &Path, up_to: usize) {
    let mut connection = SqliteConnection::connect_with(&options(file).create_if_missing(true))
        .await
        .unwrap();
    for (migration, rows) in MIGRATIONS.iter().zip(POPULATED).take(up_to) {
        MIGRATIONS
            .run_to(migration.version, &mut connection)
            .await
            .unwrap();
        sqlx::raw_sql(rows.into_sql_str())
            .execute(&mut connection)
            .await
            .unwrap();
    }
    connection.close().await.unwrap();
}

#[tokio::test]
async fn every_migration_applies_to_a_populated_database() {
    assert_eq!(MIGRATIONS.iter().count(), POPULATED.len());
    for up_to in 1..=POPULATED.len() {
        let folder = tempfile::tempdir().unwrap();
        populate(&folder.path().join("store.sqlite"), up_to).await;
        let store = SqliteStore::open(folder.path()).await.unwrap();
        let broken: Vec<(String,)> =
            sqlx::query_as("select \"table\" from pragma_foreign_key_check")
                .fetch_all(&store.readers)
                .await
                .unwrap();
        assert_eq!(broken, [], "after {up_to}");
        let health: String = sqlx::query_scalar("pragma integrity_check")
            .fetch_one(&store.readers)
            .await
            .unwrap();
        assert_eq!(health, "ok", "after {up_to}");
        assert!(store.installation().await.unwrap().is_some());
        store.close().await;
    }
}

#[tokio::test]
async fn rows_of_every_migration_read_back_after_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    populate(&folder.path().join("store.sqlite"), POPULATED.len()).await;
    let store = SqliteStore::open(folder.path()).await.unwrap();
    let store: std::sync::Arc<dyn storage::Store> = std::sync::Arc::new(store);
    storage::conformance::populated::reads_back(&store)
        .await
        .unwrap();
}

/// What had no day before there were any.
#[tokio::test]
async fn what_was_finished_or_delivered_before_gets_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("store.sqlite");
    let options = options(&file).create_if_missing(true);
    let connection = &mut SqliteConnection::connect_with(&options).await.unwrap();
    MIGRATIONS.run_to(16, &mut *connection).await.unwrap();
    for rows in [
        include_str!("populated/0003.sql"),
        include_str!("populated/0004.sql"),
        "update record set state = 'closed'",
    ] {
        sqlx::raw_sql(rows).execute(&mut *connection).await.unwrap();
    }
    MIGRATIONS.run_to(17, &mut *connection).await.unwrap();
    let (record, today): (i32, i32) =
        sqlx::query_as("select review, unixepoch() / 86400 from record")
            .fetch_one(&mut *connection)
            .await
            .unwrap();
    assert!((90..=96).contains(&(record - today)), "{}", record - today);
    assert_eq!(Day(record).week().plus(1).first_day(), Day(record + 1));
    let again = "update record set desk = 'silver', review = null";
    sqlx::raw_sql(again)
        .execute(&mut *connection)
        .await
        .unwrap();
    let step = MIGRATIONS.iter().find(|one| one.version == 17).unwrap();
    sqlx::raw_sql(step.sql.clone())
        .execute(&mut *connection)
        .await
        .unwrap();
    let both = "select review from record union all select review from report";
    let both: Vec<i32> = sqlx::query_scalar(both)
        .fetch_all(connection)
        .await
        .unwrap();
    let six_years = domain::Retention::default().reported(NOW.day());
    assert_eq!(both, [six_years.0; 2]);
}

#[tokio::test]
async fn what_was_written_is_there_after_reopening() {
    let (store, folder) = empty_store().await;
    let (id, frame) = (IntakeId::from_random([1; 8]), canary_frame());
    store
        .shuffle_in(vec![(id, frame.clone())], NOW.day())
        .await
        .unwrap();
    store.close().await;
    let store = SqliteStore::open(folder.path()).await.unwrap();
    let kept = store.intake_frames(IntakeView::Corruption, &[id]).await;
    assert_eq!(kept.unwrap()[0].frame, frame);
}

#[tokio::test]
async fn the_live_writer_is_durable_and_forgets() {
    let (store, _folder) = empty_store().await;
    let mut writer = store.writer.acquire().await.unwrap();
    assert_durable(&mut writer).await.unwrap();
    for (setting, weaker, right) in [
        ("main.synchronous", "normal", "full"),
        ("wrappers.synchronous", "off", "full"),
        ("main.secure_delete", "off", "on"),
        ("wrappers.secure_delete", "off", "on"),
        ("foreign_keys", "off", "on"),
        ("main.journal_mode", "delete", "wal"),
        ("wrappers.journal_mode", "delete", "wal"),
    ] {
        // Whoever reads meanwhile keeps a log from being ended.
        store.readers.close().await;
        for (value, is_well) in [(weaker, false), (right, true)] {
            let set = sqlx::AssertSqlSafe(format!("pragma {setting} = {value}"));
            sqlx::raw_sql(set).execute(&mut *writer).await.unwrap();
            let found = assert_durable(&mut writer).await;
            assert_eq!(found.is_ok(), is_well, "{setting} = {value}");
            let said = found
                .err()
                .map(|error| error.to_string())
                .unwrap_or_default();
            assert!(is_well || said.contains(setting), "{setting}: {said}");
        }
    }
}

#[tokio::test]
async fn a_reader_cannot_write() {
    let (store, _folder) = empty_store().await;
    let written = sqlx::query("delete from seen")
        .execute(&store.readers)
        .await;
    assert!(written.is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_officers_at_two_processes_one_accepts() {
    let (store, folder) = empty_store().await;
    let other = SqliteStore::open(folder.path()).await.unwrap();
    let id = IntakeId::from_random([1; 8]);
    let window = vec![(id, canary_frame())];
    store.shuffle_in(window, NOW.day()).await.unwrap();
    let stores = [std::sync::Arc::new(store), std::sync::Arc::new(other)];
    let officers = (0..20).map(|officer| {
        let store = stores[usize::from(officer % 2)].clone();
        let acceptance = order::acceptance(id, officer, order::record(officer));
        tokio::spawn(async move { store.accept(acceptance).await })
    });
    let officers: Vec<_> = officers.collect();
    let mut answers = Vec::new();
    for officer in officers {
        answers.push(officer.await.unwrap());
    }
    let won = answers.iter().filter(|answer| answer.is_ok()).count();
    let told = Err(AcceptError::AlreadyAccepted);
    let lost = answers.iter().filter(|answer| **answer == told).count();
    assert_eq!((won, lost), (1, 19));
}

#[tokio::test]
async fn frames_and_acceptances_are_found_without_scanning() {
    let (store, _folder) = empty_store().await;
    let explained = format!("explain query plan {}", crate::intake::FRAME_FOR_TRIAGE);
    let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(AssertSqlSafe(explained))
        .bind(7)
        .fetch_all(&store.readers)
        .await
        .unwrap();
    let steps: Vec<_> = plan.into_iter().map(|(_, _, _, step)| step).collect();
    assert!(
        steps
            .iter()
            .any(|step| step.contains("SEARCH intake_today"))
    );
    assert!(!steps.iter().any(|step| step.contains("SCAN")), "{steps:?}");
}

fn canary_frame() -> SealedFrame {
    let mut bytes = vec![0; FRAME_LEN];
    bytes[9_000..9_000 + traces::CANARY.len()].copy_from_slice(traces::CANARY);
    SealedFrame::try_from(bytes).unwrap()
}
