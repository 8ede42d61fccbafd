use std::fs;

use crate::SqliteStore;

use super::*;

/// Brings the store to the version before the newest.
async fn to_the_version_before(folder: &Path) {
    let file = folder.join(STORE);
    let mut connection = SqliteConnection::connect_with(&options(&file).create_if_missing(true))
        .await
        .unwrap();
    let newest = MIGRATIONS.iter().map(|one| one.version).max().unwrap();
    MIGRATIONS
        .run_to(newest - 1, &mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn an_older_store_is_left_alone_until_it_is_brought_to_this_version() {
    let folder = tempfile::tempdir().unwrap();
    to_the_version_before(folder.path()).await;
    let before = fs::read(folder.path().join(STORE)).unwrap();
    let refused = SqliteStore::open_as_it_is(folder.path()).await.unwrap_err();
    assert!(matches!(refused, OpenError::TooOld(WRAPPERS)), "{refused}");
    assert!(refused.to_string().contains("ginnel migrate"));
    assert_eq!(fs::read(folder.path().join(STORE)).unwrap(), before);
    let done = run(folder.path()).await.unwrap();
    assert_eq!(done.len(), WRAPPER_MIGRATIONS.iter().count() + 1);
    assert_eq!(done.last().unwrap().file, STORE);
    assert_eq!(run(folder.path()).await.unwrap(), []);
    SqliteStore::open_as_it_is(folder.path()).await.unwrap();
}

#[tokio::test]
async fn a_store_a_newer_program_wrote_is_neither_opened_nor_changed() {
    let folder = tempfile::tempdir().unwrap();
    SqliteStore::open(folder.path())
        .await
        .unwrap()
        .close()
        .await;
    let file = folder.path().join(STORE);
    let mut connection = SqliteConnection::connect_with(&options(&file))
        .await
        .unwrap();
    sqlx::query(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (9999, 'of tomorrow', true, x'00', 0)",
    )
    .execute(&mut connection)
    .await
    .unwrap();
    connection.close().await.unwrap();
    for refused in [
        SqliteStore::open_as_it_is(folder.path()).await.map(drop),
        SqliteStore::open(folder.path()).await.map(drop),
        run(folder.path()).await.map(drop),
    ] {
        let refused = refused.unwrap_err();
        assert!(matches!(refused, OpenError::TooNew(STORE)), "{refused}");
    }
}

#[tokio::test]
async fn looking_for_a_store_that_is_not_there_makes_none() {
    let folder = tempfile::tempdir().unwrap();
    let steps = pending(folder.path()).await.unwrap();
    assert_eq!(
        steps.len(),
        WRAPPER_MIGRATIONS.iter().count() + MIGRATIONS.iter().count()
    );
    assert!(SqliteStore::open_as_it_is(folder.path()).await.is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
