//! The next version of a record, and the next wrapper.

use domain::{Desk, Quarter, RecordId};
use sqlx::PgConnection;
use storage::{
    RecordRewrite, RecordVersion, RewrapError, SmallAgeFile, VersionHash, WriteRecordError,
};

use crate::claims::RECORD;
use crate::error::OrUnavailable;

/// Writes the next version, if the record is still at the expected one.
pub(super) async fn version(
    tx: &mut PgConnection,
    key: i64,
    rewrite: RecordRewrite,
) -> Result<RecordVersion, WriteRecordError> {
    let (found, hash, review): (i64, Vec<u8>, Option<i64>) = sqlx::query_as(
        "select version, hash, review
         from record
         where key = $1",
    )
    .bind(key)
    .fetch_one(&mut *tx)
    .await
    .or_unavailable()?;
    if RECORD.number("version", found)? != rewrite.expected.0 {
        return Err(WriteRecordError::VersionMoved);
    }
    let review = rewrite.review.after(RECORD.maybe_day("review", review)?);
    let version = rewrite.expected.next();
    let hash = VersionHash(RECORD.array("hash", &hash)?).then(&rewrite.frames, &rewrite.card);
    let [work, history] = rewrite.frames;
    sqlx::query(
        "update record
         set version = $2,
             hash = $3,
             card = $4,
             state = $5,
             review = $6,
             work = $7,
             history = $8
         where key = $1",
    )
    .bind(key)
    .bind(i64::from(version.0))
    .bind(hash.0.as_slice())
    .bind(rewrite.card.into_bytes())
    .bind(rewrite.review.state().code())
    .bind(review.map(|day| i64::from(day.0)))
    .bind(work.into_bytes())
    .bind(history.into_bytes())
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(version)
}

/// Replaces the wrapper, if it is still the expected quarter's.
pub(super) async fn rewrap(
    tx: &mut PgConnection,
    desk: Desk,
    id: RecordId,
    expected: Quarter,
    (quarter, wrapper): (Quarter, SmallAgeFile),
) -> Result<(), RewrapError> {
    let row: Option<(i64, String)> = sqlx::query_as(
        "select key, quarter
         from record
         where id = $1
           and desk = $2
         for update",
    )
    .bind(id.as_bytes().as_slice())
    .bind(desk.to_string())
    .fetch_optional(&mut *tx)
    .await
    .or_unavailable()?;
    let (key, found) = row.ok_or(RewrapError::NotFound)?;
    if found != expected.to_string() {
        return Err(RewrapError::EpochMoved);
    }
    sqlx::query(
        "update record
         set quarter = $2,
             wrapper = $3
         where key = $1",
    )
    .bind(key)
    .bind(quarter.to_string())
    .bind(wrapper.into_bytes())
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(())
}
