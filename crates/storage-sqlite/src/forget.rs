//! Making the files forget in which order things were written.

use std::path::Path;
use std::time::Duration;

use sqlx::{AssertSqlSafe, SqliteConnection};
use storage::StoreError;

use crate::SqliteStore;
use crate::error::OrUnavailable;

/// How often the logs are tried to be emptied before that is said to have failed.
const TRIES: u32 = 50;
const BETWEEN_TRIES: Duration = Duration::from_millis(100);

impl SqliteStore {
    /// Empties the write-ahead logs, so that pages deleted or overwritten before are gone from them.
    pub(crate) async fn empty_logs(&self) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            if self.try_to_empty_logs().await? {
                return Ok(());
            }
            // Another process is at it; `SQLite` itself does not wait for that.
            tokio::time::sleep(BETWEEN_TRIES).await;
        }
        Err(StoreError::Unavailable {
            code: Some("log in use".into()),
        })
    }

    /// Empties the write-ahead logs if that is possible now: what was done before stays done if not,
    /// and the next purge empties them.
    pub(crate) async fn try_empty_logs(&self) {
        let _ = self.try_to_empty_logs().await;
    }

    async fn try_to_empty_logs(&self) -> Result<bool, StoreError> {
        let busy: i64 = sqlx::query_scalar("pragma wal_checkpoint(truncate)")
            .fetch_one(&self.writer)
            .await
            .or_unavailable()?;
        Ok(busy == 0)
    }

    /// Writes the whole file anew, each table in the order of its keys, and empties the logs: which
    /// page or place a row has is then a matter of what is stored, and not of when it came.
    ///
    /// For it `SQLite` makes a temporary file as large as the store, beside it, with no name anybody
    /// could open it by; the log grows as large. Whoever writes waits meanwhile.
    pub(crate) async fn rewrite_in_key_order(&self) -> Result<(), StoreError> {
        let mut writer = self.writer.acquire().await.or_unavailable()?;
        let rewritten = vacuum(&mut writer, &self.folder).await.or_unavailable();
        let restored = sqlx::query("pragma temp_store = memory")
            .execute(&mut *writer)
            .await
            .or_unavailable();
        drop(writer);
        rewritten.and(restored.map(drop))?;
        self.empty_logs().await
    }
}

/// In a file and not in memory, since the store may be larger than that; and in its own folder, since
/// another disk may be smaller, or not as well encrypted.
async fn vacuum(writer: &mut SqliteConnection, folder: &Path) -> Result<(), sqlx::Error> {
    let folder = folder.to_string_lossy().replace('\'', "''");
    let beside = format!("pragma temp_store_directory = '{folder}'");
    for statement in ["pragma temp_store = file", &beside, "vacuum main"] {
        let statement = AssertSqlSafe(statement.to_owned());
        sqlx::raw_sql(statement).execute(&mut *writer).await?;
    }
    Ok(())
}
