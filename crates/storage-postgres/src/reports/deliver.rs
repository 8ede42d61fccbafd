//! One report into its desk's inbox.

use crate::error::OrUnavailable;
use sqlx::PgConnection;
use storage::columns::key_of;
use storage::{DeliverError, NewReport};

/// Stores a report; the very same one stored before is no error.
pub(crate) async fn one(tx: &mut PgConnection, report: NewReport) -> Result<(), DeliverError> {
    let done = sqlx::query(
        "insert into report (key, id, desk, week, day, author, second_signer, review, frame)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict do nothing",
    )
    .bind(key_of(report.id.as_bytes()))
    .bind(report.id.as_bytes().as_slice())
    .bind(report.desk.to_string())
    .bind(report.week.to_string())
    .bind(i64::from(report.day.0))
    .bind(report.author.as_bytes().as_slice())
    .bind(
        report
            .second_signer
            .as_ref()
            .map(|id| id.as_bytes().as_slice()),
    )
    .bind(report.review.map(|day| i64::from(day.0)))
    .bind(report.frame.as_bytes())
    .execute(&mut *tx)
    .await
    .or_unavailable()?;
    match done.rows_affected() {
        0 => same(tx, &report).await,
        _ => Ok(()),
    }
}

async fn same(tx: &mut PgConnection, report: &NewReport) -> Result<(), DeliverError> {
    let same: bool = sqlx::query_scalar(
        "select exists (
            select 1
            from report
            where id = $1
              and desk = $2
              and week = $3
              and author = $4
              and frame = $5
         )",
    )
    .bind(report.id.as_bytes().as_slice())
    .bind(report.desk.to_string())
    .bind(report.week.to_string())
    .bind(report.author.as_bytes().as_slice())
    .bind(report.frame.as_bytes())
    .fetch_one(tx)
    .await
    .or_unavailable()?;
    same.then_some(()).ok_or(DeliverError::ReportIdTaken)
}
