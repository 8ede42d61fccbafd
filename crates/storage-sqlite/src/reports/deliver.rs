//! One report into its desk's inbox.

use sqlx::SqliteConnection;
use storage::{DeliverError, NewReport};

use crate::columns::key_of;
use crate::error::OrUnavailable;

/// Stores a report; the very same one stored before is no error.
pub(crate) async fn one(tx: &mut SqliteConnection, report: NewReport) -> Result<(), DeliverError> {
    let key = key_of(report.id.as_bytes());
    let done = sqlx::query(
        "insert into report (key, id, desk, week, day, author, second_signer, review)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict do nothing",
    )
    .bind(key)
    .bind(report.id.as_bytes().as_slice())
    .bind(report.desk.to_string())
    .bind(report.week.to_string())
    .bind(report.day.0)
    .bind(report.author.as_bytes().as_slice())
    .bind(
        report
            .second_signer
            .as_ref()
            .map(|id| id.as_bytes().as_slice()),
    )
    .bind(report.review.map(|day| day.0))
    .execute(&mut *tx)
    .await
    .or_unavailable()?;
    if done.rows_affected() == 0 {
        return same(tx, &report).await;
    }
    sqlx::query(
        "insert into report_frame (key, frame)
         values ($1, $2)",
    )
    .bind(key)
    .bind(report.frame.into_bytes())
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(())
}

async fn same(tx: &mut SqliteConnection, report: &NewReport) -> Result<(), DeliverError> {
    let same: bool = sqlx::query_scalar(
        "select exists (
            select 1
            from report
            join report_frame on report_frame.key = report.key
            where report.id = $1
              and report.desk = $2
              and report.week = $3
              and report.author = $4
              and report_frame.frame = $5
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
