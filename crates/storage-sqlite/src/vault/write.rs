//! The next version of a record, and the next wrapper.

use domain::{Desk, Quarter, RecordId, SealedFrame};
use sqlx::SqliteConnection;
use storage::{
    RecordRewrite, RecordVersion, RewrapError, SmallAgeFile, StoreError, VersionHash,
    WriteRecordError,
};

use crate::claims::RECORD;
use crate::error::OrUnavailable;

/// Writes the next version, if the record is still at the expected one.
pub(super) async fn version(
    tx: &mut SqliteConnection,
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
    sqlx::query(
        "update record
         set version = $2,
             hash = $3,
             card = $4,
             state = $5,
             review = $6
         where key = $1",
    )
    .bind(key)
    .bind(version.0)
    .bind(hash.0.as_slice())
    .bind(rewrite.card.into_bytes())
    .bind(rewrite.review.state().code())
    .bind(review.map(|day| day.0))
    .execute(&mut *tx)
    .await
    .or_unavailable()?;
    frames(tx, key, rewrite.frames).await?;
    Ok(version)
}

async fn frames(
    tx: &mut SqliteConnection,
    key: i64,
    frames: [SealedFrame; 2],
) -> Result<(), StoreError> {
    let [work, history] = frames;
    sqlx::query(
        "update record_frames
         set work = $2,
             history = $3
         where key = $1",
    )
    .bind(key)
    .bind(work.into_bytes())
    .bind(history.into_bytes())
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(())
}

/// Replaces the wrapper, if it is still the expected quarter's.
pub(super) async fn rewrap(
    tx: &mut SqliteConnection,
    desk: Desk,
    id: RecordId,
    expected: Quarter,
    (quarter, wrapper): (Quarter, SmallAgeFile),
) -> Result<(), RewrapError> {
    let row: Option<(i64, String)> = sqlx::query_as(
        "select record.key, record_wrapper.quarter
         from record
         join record_wrapper on record_wrapper.key = record.key
         where record.id = $1
           and record.desk = $2",
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
    keep_wrapper(tx, key, quarter, wrapper).await?;
    Ok(())
}

/// Keeps a record's wrapper, in place of the one it has.
pub(crate) async fn keep_wrapper(
    tx: &mut SqliteConnection,
    key: i64,
    quarter: Quarter,
    wrapper: SmallAgeFile,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into record_wrapper (key, quarter, wrapper)
         values ($1, $2, $3)
         on conflict (key) do update
         set quarter = excluded.quarter,
             wrapper = excluded.wrapper",
    )
    .bind(key)
    .bind(quarter.to_string())
    .bind(wrapper.into_bytes())
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(())
}
