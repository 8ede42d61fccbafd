//! The store as it is at one moment, in a file of its own; and whether a file is sound.

use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};

use crate::OpenError;
use crate::migrations::STORE;
use crate::open::{make_private, options};

/// Writes the store in this folder, as it is now, to a new file. Servers go on meanwhile.
///
/// Every table is written in the order of its keys and no freed page is taken along, so the file tells
/// less of when things came than the store itself. The wrappers lie in another file, which is not even
/// opened.
pub async fn snapshot(folder: &Path, into: &Path) -> Result<(), OpenError> {
    let mut connection = connect(&folder.join(STORE)).await?;
    make_private(into)?;
    sqlx::query("vacuum into $1")
        .bind(into.to_string_lossy().into_owned())
        .execute(&mut connection)
        .await?;
    Ok(connection.close().await?)
}

/// What is wrong with the pages and rows of this file, as `SQLite` says it; nothing if it is sound.
pub async fn complaints(file: &Path) -> Result<Vec<String>, OpenError> {
    let mut connection = connect(file).await?;
    let said: Vec<String> = sqlx::query_scalar("pragma quick_check(10)")
        .fetch_all(&mut connection)
        .await?;
    connection.close().await?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}

async fn connect(file: &Path) -> Result<SqliteConnection, OpenError> {
    let options: SqliteConnectOptions = options(file).create_if_missing(false);
    Ok(SqliteConnection::connect_with(&options).await?)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use domain::{Day, Desk, FRAME_LEN, IntakeId, OfficerId, Period, SealedFrame};
    use storage::{EpochWrapper, IntakeStore, IntakeView, SmallAgeFile, WrapperStore};

    use super::*;
    use crate::SqliteStore;

    const TODAY: Day = Day(20_780);
    const WRAPPED: &[u8] = b"a wrapper that no backup has";
    const FREED: &[u8] = b"a frame that was purged before";

    fn frame(with: &[u8], number: u8) -> SealedFrame {
        let mut bytes = vec![number; FRAME_LEN];
        bytes[100..100 + with.len()].copy_from_slice(with);
        SealedFrame::try_from(bytes).unwrap()
    }

    async fn populated(folder: &Path) -> SqliteStore {
        let store = SqliteStore::open(folder).await.unwrap();
        let old = vec![(IntakeId::from_random([1; 8]), frame(FREED, 1))];
        store.shuffle_in(old, TODAY.plus(-40)).await.unwrap();
        store.purge_intake(TODAY.plus(-28)).await.unwrap();
        let wrapper = EpochWrapper {
            desk: Desk::Triage,
            period: Period::Week(TODAY.week()),
            officer: OfficerId::from_bytes([1; 16]),
            wrapper: SmallAgeFile::try_from(WRAPPED.to_vec()).unwrap(),
        };
        store.put_wrappers(vec![wrapper]).await.unwrap();
        for number in 2..9 {
            let window = vec![(IntakeId::from_random([number; 8]), frame(b"", number))];
            store.shuffle_in(window, TODAY).await.unwrap();
        }
        store
    }

    fn holds(bytes: &[u8], needle: &[u8]) -> bool {
        bytes.windows(needle.len()).any(|window| window == needle)
    }

    #[tokio::test]
    async fn it_holds_everything_that_was_committed_and_neither_wrappers_nor_freed_pages() {
        let folder = tempfile::tempdir().unwrap();
        let store = populated(folder.path()).await;
        let other = tempfile::tempdir().unwrap();
        let into = other.path().join(STORE);
        snapshot(folder.path(), &into).await.unwrap();
        let mode = fs::metadata(&into).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
        let bytes = fs::read(&into).unwrap();
        assert!(!holds(&bytes, WRAPPED) && !holds(&bytes, FREED));
        assert_eq!(fs::read_dir(other.path()).unwrap().count(), 1);
        assert_eq!(complaints(&into).await.unwrap(), Vec::<String>::new());
        let copy = SqliteStore::open(other.path()).await.unwrap();
        let ids = |store: SqliteStore| async move {
            let ids = store.intake_ids(IntakeView::Triage).await;
            ids.unwrap()
        };
        let copied = ids(copy).await;
        assert_eq!((copied.len(), copied), (7, ids(store).await));
    }

    #[tokio::test]
    async fn it_is_written_over_nothing_and_of_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let into = folder.path().join("out");
        assert!(snapshot(folder.path(), &into).await.is_err());
        assert!(!into.exists());
        populated(folder.path()).await;
        fs::write(&into, b"something").unwrap();
        assert!(snapshot(folder.path(), &into).await.is_err());
        assert_eq!(fs::read(&into).unwrap(), b"something");
    }

    #[tokio::test]
    async fn a_damaged_file_is_complained_of() {
        let folder = tempfile::tempdir().unwrap();
        populated(folder.path()).await.close().await;
        let file = folder.path().join(STORE);
        let mut bytes = fs::read(&file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle..middle + 9_000].fill(0xaa);
        fs::write(&file, bytes).unwrap();
        let found = complaints(&file).await;
        assert!(found.map_or(true, |found| !found.is_empty()));
    }
}
