//! Where reports went.

use async_trait::async_trait;
use domain::{Day, RecordId};
use storage::columns::{Table, key_of};
use storage::{KeepTraceError, SealedCard, StoreError, Trace, TraceStore};

use crate::SqliteStore;
use crate::error::OrUnavailable;

const TRACE: Table = Table("trace");

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    card: Vec<u8>,
    quarter: String,
    wrapper: Vec<u8>,
    review: i64,
}

#[async_trait]
impl TraceStore for SqliteStore {
    async fn keep_trace(&self, trace: Trace) -> Result<(), KeepTraceError> {
        let mut tx = self.begin().await?;
        let kept = sqlx::query(
            "insert into trace (key, id, card, quarter, wrapper, review)
             values ($1, $2, $3, $4, $5, $6)
             on conflict do nothing",
        )
        .bind(key_of(trace.id.as_bytes()))
        .bind(trace.id.as_bytes().as_slice())
        .bind(trace.card.into_bytes())
        .bind(trace.quarter.to_string())
        .bind(trace.wrapper.into_bytes())
        .bind(trace.review.0)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        (kept.rows_affected() > 0)
            .then_some(())
            .ok_or(KeepTraceError::IdTaken)
    }

    async fn traces(&self, after: Option<RecordId>, most: u32) -> Result<Vec<Trace>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "select id, card, quarter, wrapper, review
             from trace
             where $1 is null
                or id > $1
             order by id
             limit $2",
        )
        .bind(after.map(|id| id.as_bytes().to_vec()))
        .bind(i64::from(most))
        .fetch_all(&self.readers)
        .await
        .or_unavailable()?;
        rows.into_iter().map(stored).collect()
    }

    async fn traces_over(&self, before: Day) -> Result<u32, StoreError> {
        let counted: i64 = sqlx::query_scalar(
            "select count(*)
             from trace
             where review < $1",
        )
        .bind(before.0)
        .fetch_one(&self.readers)
        .await
        .or_unavailable()?;
        TRACE.number("count", counted)
    }

    async fn purge_traces(&self, before: Day) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query("delete from trace where review < $1")
            .bind(before.0)
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        self.empty_logs().await?;
        Ok(gone.rows_affected())
    }
}

fn stored(row: Row) -> Result<Trace, StoreError> {
    Ok(Trace {
        id: TRACE.array("id", &row.id).map(RecordId::from_bytes)?,
        quarter: TRACE.text("quarter", &row.quarter)?,
        wrapper: TRACE.age_file("wrapper", row.wrapper)?,
        card: TRACE.read("card", SealedCard::try_from(row.card).ok())?,
        review: TRACE.day("review", row.review)?,
    })
}
