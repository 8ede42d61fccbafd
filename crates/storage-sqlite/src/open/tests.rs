use std::fs;
use std::os::unix::fs::PermissionsExt;

use domain::{
    Day, Desk, District, FRAME_LEN, IntakeId, OfficerId, Period, SealedFrame, UnixSeconds,
};
use sqlx::SqlSafeStr;
use storage::{
    EpochWrapper, IntakeStore, IntakeView, NoteKind, NoteStore, OfficerStore, ReportStore,
    SmallAgeFile, TokenHash, VaultStore, WrapperStore,
};
use storage::{InstallationStore, SessionStore};
use tempfile::TempDir;

use super::*;

/// One populated state for each migration: rows as the version before the next one wrote them.
const POPULATED: [&str; 5] = [
    include_str!("populated/0001.sql"),
    include_str!("populated/0002.sql"),
    include_str!("populated/0003.sql"),
    include_str!("populated/0004.sql"),
    include_str!("populated/0005.sql"),
];
const NOW: UnixSeconds = UnixSeconds(20_780 * 86_400);
const CANARY: &[u8] = b"the canary that must not stay";

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
    let leeds = Desk::Bronze(District::Leeds);
    let roster = store.note(NoteKind::Roster(leeds)).await.unwrap().unwrap();
    assert_eq!((roster.serial, roster.text.as_str()), (7, "signed text"));
    let ids = store.intake_ids(IntakeView::Triage).await.unwrap();
    let ids: Vec<_> = ids.into_iter().map(|entry| entry.id.get()).collect();
    assert_eq!(ids, [11, 13]);
    let cards = store.cards(Desk::Triage, NOW).await.unwrap();
    let id = cards[0].id;
    let record = store.open_record(Desk::Triage, id, NOW).await.unwrap();
    assert_eq!(record.unwrap().row, cards[0]);
    let inbox = store.inbox(leeds).await.unwrap();
    assert!(inbox[0].opened.is_some());
    let signed_in = store.session(TokenHash([0; 32]), NOW).await.unwrap();
    assert_eq!(signed_in.unwrap().officer.desks, [Desk::Triage]);
    assert_eq!(store.invitations(NOW).await.unwrap().len(), 1);
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
    for weaker in [
        "pragma wrappers.secure_delete = off",
        "pragma main.synchronous = normal",
    ] {
        sqlx::query(weaker).execute(&mut *writer).await.unwrap();
        assert!(assert_durable(&mut writer).await.is_err(), "{weaker}");
        sqlx::raw_sql("pragma main.synchronous = full; pragma wrappers.secure_delete = on")
            .execute(&mut *writer)
            .await
            .unwrap();
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

#[tokio::test]
async fn the_files_are_for_this_user_alone() {
    let (store, folder) = empty_store().await;
    store.purge_intake(Day(0)).await.unwrap();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{:?}", entry.file_name());
    }
}

#[tokio::test]
async fn purged_frames_are_in_no_file() {
    let (store, folder) = empty_store().await;
    let (today, id) = (NOW.day(), IntakeId::from_random([1; 8]));
    store
        .shuffle_in(vec![(id, canary_frame())], today)
        .await
        .unwrap();
    assert_ne!(files_with_canary(&folder), Vec::<String>::new());
    store.settle_intake(today.plus(1)).await.unwrap();
    store.purge_intake(today.plus(1)).await.unwrap();
    assert_eq!(files_with_canary(&folder), Vec::<String>::new());
}

#[tokio::test]
async fn wrappers_lie_in_their_own_file_and_leave_no_trace_when_destroyed() {
    let (store, folder) = empty_store().await;
    let week = NOW.day().week();
    let wrapper = EpochWrapper {
        desk: Desk::Triage,
        period: Period::Week(week),
        officer: OfficerId::from_bytes([1; 16]),
        wrapper: SmallAgeFile::try_from(CANARY.to_vec()).unwrap(),
    };
    store.put_wrappers(vec![wrapper]).await.unwrap();
    store.empty_logs().await.unwrap();
    assert_eq!(files_with_canary(&folder), ["wrappers.sqlite"]);
    store.destroy_desk_epochs(week.plus(1)).await.unwrap();
    assert_eq!(files_with_canary(&folder), Vec::<String>::new());
}

#[tokio::test]
async fn an_acceptance_is_joined_to_nothing() {
    let (store, _folder) = empty_store().await;
    let columns: Vec<String> = sqlx::query_scalar("select name from pragma_table_info('accepted')")
        .fetch_all(&store.readers)
        .await
        .unwrap();
    assert_eq!(columns, ["intake_id"]);
}

#[tokio::test]
async fn what_cannot_be_read_back_is_named_and_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    populate(&folder.path().join("store.sqlite"), POPULATED.len()).await;
    let store = SqliteStore::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    sqlx::query("update record set desk = 'triage', state = 'haunted'")
        .execute(&mut *tx)
        .await
        .unwrap();
    sqlx::query("drop table report_frame")
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let broken = store.cards(Desk::Triage, NOW).await.unwrap_err();
    let (table, column) = ("record", "state");
    assert_eq!(broken, StoreError::Inconsistency { table, column });
    let leeds = Desk::Bronze(District::Leeds);
    let (id, officer) = (
        store.inbox(leeds).await.unwrap()[0].id,
        OfficerId::from_bytes([3; 16]),
    );
    let failed = store
        .open_report(leeds, id, officer, NOW.day())
        .await
        .unwrap_err();
    assert_eq!(failed.to_string(), "the store is unavailable (code 1)");
}

fn canary_frame() -> SealedFrame {
    let mut bytes = vec![0; FRAME_LEN];
    bytes[9_000..9_000 + CANARY.len()].copy_from_slice(CANARY);
    SealedFrame::try_from(bytes).unwrap()
}

fn files_with_canary(folder: &TempDir) -> Vec<String> {
    let files = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap());
    let holding = files.filter(|file| {
        let bytes = fs::read(file.path()).unwrap();
        bytes.windows(CANARY.len()).any(|window| window == CANARY)
    });
    holding
        .map(|file| file.file_name().into_string().unwrap())
        .collect()
}
