//! The log of operations: appended to, read, and after six years deleted.

use async_trait::async_trait;
use domain::Year;
use storage::{LOG_YEARS, LogFrame, LogStore, StoreError};

use crate::SqliteStore;
use crate::columns::Table;
use crate::error::OrUnavailable;
use crate::outbox::run;

const LOG: Table = Table("log_entry");

#[async_trait]
impl LogStore for SqliteStore {
    async fn append_log(&self, year: Year, entries: Vec<LogFrame>) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let first = "select coalesce(max(number) + 1, 0)
             from log_entry
             where year = $1";
        let first: i64 = sqlx::query_scalar(first)
            .bind(i64::from(year.0))
            .fetch_one(&mut *tx)
            .await
            .or_unavailable()?;
        for (number, entry) in (first..).zip(entries) {
            let new = sqlx::query(
                "insert into log_entry (year, number, frame)
                 values ($1, $2, $3)",
            );
            let new = new.bind(i64::from(year.0)).bind(number);
            run(&mut tx, new.bind(entry.into_bytes())).await?;
        }
        tx.commit().await.or_unavailable()?;
        LOG.read("number", u64::try_from(first).ok())
    }

    async fn read_log(
        &self,
        year: Year,
        from: u64,
        most: u32,
    ) -> Result<Vec<LogFrame>, StoreError> {
        let Ok(from) = i64::try_from(from) else {
            return Ok(Vec::new());
        };
        let rows: Vec<Vec<u8>> = sqlx::query_scalar(
            "select frame
             from log_entry
             where year = $1
               and number >= $2
             order by number
             limit $3",
        )
        .bind(i64::from(year.0))
        .bind(from)
        .bind(i64::from(most))
        .fetch_all(&self.readers)
        .await
        .or_unavailable()?;
        let entries = rows.into_iter();
        let entries = entries.map(|frame| LOG.read("frame", LogFrame::try_from(frame).ok()));
        entries.collect()
    }

    async fn log_size(&self, year: Year) -> Result<u64, StoreError> {
        let size: i64 = sqlx::query_scalar(
            "select coalesce(max(number) + 1, 0)
             from log_entry
             where year = $1",
        )
        .bind(i64::from(year.0))
        .fetch_one(&self.readers)
        .await
        .or_unavailable()?;
        LOG.read("number", u64::try_from(size).ok())
    }

    async fn purge_log(&self, now: Year) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let delete = sqlx::query("delete from log_entry where year < $1");
        let before = i64::from(now.plus(-LOG_YEARS).0);
        let gone = run(&mut tx, delete.bind(before)).await?;
        tx.commit().await.or_unavailable()?;
        self.empty_logs().await?;
        Ok(gone)
    }
}
