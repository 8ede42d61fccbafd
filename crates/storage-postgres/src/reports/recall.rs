//! A report taken back, and the notice of it in the same inbox.

use domain::{Day, ReportId};
use sqlx::PgConnection;
use storage::{DeliverError, Delivery, Recall, RecallError, StoreError, TakenBack};

use super::deliver::one;
use super::rows::find;
use crate::error::OrUnavailable;

/// Takes back what a second officer released, once: another notice of it is refused.
pub(super) async fn take_back(
    tx: &mut PgConnection,
    Recall { report, notice }: Recall,
) -> Result<(), RecallError> {
    let found = find(tx, notice.desk, report).await?;
    let found = found.filter(|found| found.second_signer.is_some());
    let found = found.ok_or(RecallError::NotFound)?;
    match found.recalled {
        Some((_, told)) if told != notice.id => return Err(RecallError::AlreadyRecalled),
        Some(_) => {}
        None => mark(tx, report, (notice.day, notice.id)).await?,
    }
    one(tx, notice).await.map_err(untold)
}

/// Takes back what another report, or a notice, was just delivered for; what was before stays so.
pub(crate) async fn give_way(
    tx: &mut PgConnection,
    taken: TakenBack,
    day: Day,
) -> Result<(), StoreError> {
    let found = find(tx, taken.desk, taken.report).await?;
    let is_out = |found: &Delivery| found.second_signer.is_some() && found.recalled.is_none();
    if found.as_ref().is_some_and(is_out) {
        mark(tx, taken.report, (day, taken.notice)).await?;
    }
    Ok(())
}

async fn mark(
    tx: &mut PgConnection,
    report: ReportId,
    (day, notice): (Day, ReportId),
) -> Result<(), StoreError> {
    sqlx::query(
        "update report
         set recalled = $2,
             notice = $3
         where id = $1",
    )
    .bind(report.as_bytes().as_slice())
    .bind(i64::from(day.0))
    .bind(notice.as_bytes().as_slice())
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(())
}

fn untold(error: DeliverError) -> RecallError {
    match error {
        DeliverError::ReportIdTaken => RecallError::NoticeIdTaken,
        DeliverError::WrongDesk => RecallError::NotFound,
        DeliverError::Store(error) => error.into(),
    }
}
