//! Whether the store's files still are where they were opened.
//!
//! A file that is deleted, or replaced by another, while it is open can still be written: what is
//! written then is gone with the process. `SQLite` itself does not notice.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use storage::StoreError;

use crate::migrations::{STORE, WRAPPERS};

/// Two files, as they were opened.
#[derive(Debug)]
pub(crate) struct Home([(PathBuf, Id); 2]);

/// Which file it is, whatever its name.
type Id = (u64, u64);

impl Home {
    /// The files of the store in this folder.
    pub(crate) fn of(folder: &Path) -> io::Result<Self> {
        let of = |name| {
            let path = folder.join(name);
            let id = id(&path)?;
            Ok::<_, io::Error>((path, id))
        };
        Ok(Self([of(STORE)?, of(WRAPPERS)?]))
    }

    /// Refuses to go on if one of them is gone, or another lies in its place.
    pub(crate) fn still_there(&self) -> Result<(), StoreError> {
        let is_same = |(path, opened): &(PathBuf, Id)| id(path).is_ok_and(|found| found == *opened);
        if self.0.iter().all(is_same) {
            Ok(())
        } else {
            let code = Some("its file was removed or replaced: restart the server".into());
            Err(StoreError::Unavailable { code })
        }
    }
}

#[cfg(unix)]
fn id(path: &Path) -> io::Result<Id> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).map(|file| (file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn id(path: &Path) -> io::Result<Id> {
    fs::metadata(path).map(|_| (0, 0))
}

#[cfg(test)]
mod tests {
    use domain::{Day, FRAME_LEN, IntakeId, SealedFrame};
    use storage::{InstallationStore, IntakeStore, IntakeView, ShuffleError};

    use super::*;
    use crate::SqliteStore;

    async fn arrive(store: &SqliteStore, number: u8) -> Result<u64, ShuffleError> {
        let frame = SealedFrame::try_from(vec![number; FRAME_LEN]).unwrap();
        let window = vec![(IntakeId::from_random([number; 8]), frame)];
        store.shuffle_in(window, Day(20_780)).await
    }

    #[tokio::test]
    async fn nothing_is_stored_in_a_file_that_was_removed_or_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).await.unwrap();
        assert_eq!(arrive(&store, 1).await, Ok(1));
        for name in [STORE, WRAPPERS] {
            let (file, away) = (folder.path().join(name), folder.path().join("away"));
            fs::rename(&file, &away).unwrap();
            assert!(arrive(&store, 2).await.is_err(), "{name} is gone");
            assert!(store.ready().await.is_err());
            fs::copy(&away, &file).unwrap();
            let refused = arrive(&store, 2).await.unwrap_err().to_string();
            assert!(refused.contains("restart the server"), "{refused}");
            fs::rename(&away, &file).unwrap();
            store.ready().await.unwrap();
        }
        assert_eq!(arrive(&store, 2).await, Ok(1));
        let kept = store.intake_ids(IntakeView::Triage).await.unwrap();
        assert_eq!(kept.len(), 2);
    }
}
