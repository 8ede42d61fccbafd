//! A report taken back or put back, and the notice of it in the same inbox.

use domain::{Day, Hour, OfficerId, ReportId};
use sqlx::SqliteConnection;
use storage::{
    DeliverError, Delivery, RECALLS_AN_HOUR, Recall, RecallError, Restore, RestoreError,
    StoreError, TakenBack,
};

use super::deliver::one;
use super::rows::find;
use crate::columns::Table;
use crate::error::OrUnavailable;

const RECALLING: Table = Table("recalling");

/// Takes back what a second officer released, once: another notice of it is refused, and one that told of
/// an earlier recall.
pub(super) async fn take_back(
    tx: &mut SqliteConnection,
    Recall {
        report,
        notice,
        hour,
    }: Recall,
) -> Result<(), RecallError> {
    let found = find(tx, notice.desk, report).await?;
    let found = found.filter(|found| found.second_signer.is_some());
    let found = found.ok_or(RecallError::NotFound)?;
    match found.recalled {
        Some((_, told)) if told != notice.id => return Err(RecallError::AlreadyRecalled),
        Some(_) => {}
        None if find(tx, notice.desk, notice.id).await?.is_some() => {
            return Err(RecallError::NoticeIdTaken);
        }
        None if !counted(tx, notice.author, hour).await? => return Err(RecallError::TooMany),
        None => mark(tx, report, (notice.day, notice.id)).await?,
    }
    one(tx, notice).await.map_err(untold)
}

/// Lets what another officer took back stand again, unless a correction took its place. A notice that told
/// of it before changes nothing.
pub(super) async fn put_back(
    tx: &mut SqliteConnection,
    Restore { report, notice }: Restore,
) -> Result<(), RestoreError> {
    let found = find(tx, notice.desk, report).await?;
    let found = found.filter(|found| found.second_signer.is_some());
    let found = found.ok_or(RestoreError::NotFound)?;
    match found.recalled {
        None if found.restored == Some(notice.id) => {}
        None => return Err(RestoreError::NotRecalled),
        Some(_) if find(tx, notice.desk, notice.id).await?.is_some() => {
            return Err(RestoreError::NoticeIdTaken);
        }
        Some((_, told)) => {
            let told = find(tx, notice.desk, told).await?;
            let told = told.ok_or(RestoreError::NotFound)?;
            if told.second_signer.is_some() {
                return Err(RestoreError::Corrected);
            }
            if told.author == notice.author {
                return Err(RestoreError::OwnRecall);
            }
            unmark(tx, report, notice.id).await?;
        }
    }
    one(tx, notice).await.map_err(unheard)
}

/// Takes back what another report, or a notice, was just delivered for; what was before stays so. Whether
/// this officer may take so many back in this hour.
pub(crate) async fn give_way(
    tx: &mut SqliteConnection,
    taken: TakenBack,
    by: OfficerId,
    (day, hour): (Day, Hour),
) -> Result<bool, StoreError> {
    let found = find(tx, taken.desk, taken.report).await?;
    let is_out = |found: &Delivery| found.second_signer.is_some() && found.recalled.is_none();
    if !found.as_ref().is_some_and(is_out) {
        return Ok(true);
    }
    mark(tx, taken.report, (day, taken.notice)).await?;
    counted(tx, by, hour).await
}

async fn mark(
    tx: &mut SqliteConnection,
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
    .bind(day.0)
    .bind(notice.as_bytes().as_slice())
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(())
}

async fn unmark(
    tx: &mut SqliteConnection,
    report: ReportId,
    notice: ReportId,
) -> Result<(), StoreError> {
    sqlx::query(
        "update report
         set recalled = null,
             notice = null,
             restored = $2
         where id = $1",
    )
    .bind(report.as_bytes().as_slice())
    .bind(notice.as_bytes().as_slice())
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(())
}

/// Counts one more report that an officer takes back in this hour. Whether that is not too many.
async fn counted(
    tx: &mut SqliteConnection,
    officer: OfficerId,
    hour: Hour,
) -> Result<bool, StoreError> {
    sqlx::query("delete from recalling where hour <> $1")
        .bind(hour.0)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
    let times: i64 = sqlx::query_scalar(
        "insert into recalling (officer, hour, times)
         values ($1, $2, 1)
         on conflict (officer) do update
         set times = recalling.times + 1
         returning times",
    )
    .bind(officer.as_bytes().as_slice())
    .bind(hour.0)
    .fetch_one(tx)
    .await
    .or_unavailable()?;
    let times: u32 = RECALLING.number("times", times)?;
    Ok(times <= RECALLS_AN_HOUR)
}

fn untold(error: DeliverError) -> RecallError {
    match error {
        DeliverError::ReportIdTaken => RecallError::NoticeIdTaken,
        DeliverError::WrongDesk => RecallError::NotFound,
        DeliverError::Store(error) => error.into(),
    }
}

fn unheard(error: DeliverError) -> RestoreError {
    match error {
        DeliverError::ReportIdTaken => RestoreError::NoticeIdTaken,
        DeliverError::WrongDesk => RestoreError::NotFound,
        DeliverError::Store(error) => error.into(),
    }
}
