use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;

use storage::{IntakeStore, Store};
use tempfile::TempDir;

use super::*;
use crate::tests::{NOW, Two, column, populated, shared};

/// A snapshot of a database with rows in every table, and where it lies.
async fn taken(databases: &Two<'_>) -> (TempDir, std::path::PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("store.dump");
    let [store, _] = databases.addresses();
    snapshot(&store, &file).await.unwrap();
    (folder, file)
}

#[tokio::test]
async fn what_was_written_to_a_file_is_restored_into_an_empty_database() {
    let full = populated().await;
    full.open().await.close().await;
    let (_folder, file) = taken(&full).await;
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0);
    check(&file).unwrap();
    let empty = Two::of(shared());
    let [store, _] = empty.addresses();
    restore(&file, &store).await.unwrap();
    let restored: Arc<dyn Store> = Arc::new(empty.open().await);
    storage::conformance::populated::reads_back(&restored)
        .await
        .unwrap();
    let (_folder, again) = taken(&empty).await;
    assert!(fs::read(file).unwrap() == fs::read(again).unwrap());
}

#[tokio::test]
async fn every_table_but_what_migrations_fill_is_in_it() {
    let databases = Two::of(shared());
    let store = databases.open().await;
    let tables = "select relname::text
         from pg_class
         where relnamespace = 'public'::regnamespace
           and relkind = 'r'
           and relname not in ('_sqlx_migrations', 'reply_decoy')";
    let tables: BTreeSet<String> = column(&store, tables).await.into_iter().collect();
    let written = TABLES.iter().map(|(table, _)| (*table).to_owned());
    assert_eq!(written.collect::<BTreeSet<_>>(), tables);
}

/// Whatever part of it, down to the last byte.
#[tokio::test]
async fn a_file_that_was_cut_off_or_changed_in_its_making_is_refused() {
    let full = populated().await;
    full.open().await.close().await;
    let (folder, file) = taken(&full).await;
    let bytes = fs::read(&file).unwrap();
    let broken = folder.path().join("broken");
    let empty = Two::of(shared());
    let [store, _] = empty.addresses();
    for length in [0, 5, 19, 27, 40, 1_000, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&broken, &bytes[..length]).unwrap();
        assert!(matches!(check(&broken), Err(SnapshotError::NotASnapshot)));
        let refused = restore(&broken, &store).await;
        assert!(matches!(refused, Err(SnapshotError::NotASnapshot)));
    }
    fs::write(&broken, [&bytes[..], b"\n"].concat()).unwrap();
    assert!(matches!(check(&broken), Err(SnapshotError::NotASnapshot)));
    // A newer program's, were its tables the same.
    let newer = [&bytes[..19], &9_999_i64.to_be_bytes(), &bytes[27..]].concat();
    fs::write(&broken, newer).unwrap();
    let refused = restore(&broken, &store).await;
    assert!(matches!(refused, Err(SnapshotError::TooNew)));
    restore(&file, &store).await.unwrap();
}

#[tokio::test]
async fn nothing_is_restored_over_anything_and_nothing_written_over_a_file() {
    let full = populated().await;
    full.open().await.close().await;
    let (_folder, file) = taken(&full).await;
    let [store, _] = full.addresses();
    let refused = restore(&file, &store).await;
    assert!(
        matches!(refused, Err(SnapshotError::NotEmpty)),
        "{refused:?}"
    );
    let before = fs::read(&file).unwrap();
    let refused = snapshot(&store, &file).await;
    assert!(
        matches!(refused, Err(SnapshotError::Files(_))),
        "{refused:?}"
    );
    assert!(fs::read(&file).unwrap() == before);
}

/// The tables would be empty to who began to look before they were written anew.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_snapshot_taken_while_days_are_settled_misses_nothing() {
    let full = populated().await;
    let open = Arc::new(full.open().await);
    let settling = open.clone();
    let settle = tokio::spawn(async move {
        for later in 1..8 {
            settling.settle_intake(NOW.day().plus(later)).await.unwrap();
        }
    });
    let mut taken_meanwhile = 0;
    while !settle.is_finished() {
        let (_folder, file) = taken(&full).await;
        let empty = Two::of(shared());
        let [store, _] = empty.addresses();
        restore(&file, &store).await.unwrap();
        let restored: Arc<dyn Store> = Arc::new(empty.open().await);
        storage::conformance::populated::reads_back(&restored)
            .await
            .unwrap();
        taken_meanwhile += 1;
    }
    settle.await.unwrap();
    assert!(taken_meanwhile > 0);
}

#[tokio::test]
async fn an_older_store_is_not_written() {
    let databases = Two::of(shared());
    let [store, _] = databases.addresses();
    let folder = TempDir::new().unwrap();
    let refused = snapshot(&store, &folder.path().join("store.dump")).await;
    let why = OpenError::TooOld(Database::Store);
    assert!(matches!(refused, Err(SnapshotError::Open(found)) if found == why));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
