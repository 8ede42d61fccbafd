//! Taking a tip out of the intake, and putting it back.

use std::collections::BTreeSet;

use domain::{IntakeId, OfficerId, SealedFrame, UnixSeconds};
use sqlx::SqliteConnection;
use storage::{
    AcceptError, Acceptance, HeldClaim, Lease, LeaseNumber, NewRecord, PartsHash, PartsNonce,
    PutBackError, RecordVersion, StoreError, VersionHash,
};

use crate::claims::{self, RECORD};
use crate::columns::key_of;
use crate::error::OrUnavailable;
use crate::vault::keep_wrapper;

/// The ids in order, each once.
pub(crate) fn distinct(ids: &[IntakeId]) -> BTreeSet<IntakeId> {
    ids.iter().copied().collect()
}

/// Accepts every part, or fails and leaves the transaction to be rolled back.
pub(crate) async fn accept(
    tx: &mut SqliteConnection,
    acceptance: Acceptance,
) -> Result<Lease, AcceptError> {
    let parts = distinct(&acceptance.parts);
    let made_of = PartsHash::of(&acceptance.nonce, &acceptance.parts);
    if parts.is_empty() {
        return Err(AcceptError::NotInIntake);
    }
    for part in parts {
        accept_part(tx, part).await?;
    }
    let Acceptance {
        record,
        officer,
        now,
        ..
    } = acceptance;
    let lease = keep(tx, record, made_of, (officer, now)).await?;
    lease.ok_or(AcceptError::RecordIdTaken)
}

async fn accept_part(tx: &mut SqliteConnection, part: IntakeId) -> Result<(), AcceptError> {
    match is_accepted(tx, part).await? {
        None => Err(AcceptError::NotInIntake),
        Some(true) => Err(AcceptError::AlreadyAccepted),
        Some(false) => Ok(set_accepted(tx, part, true).await?),
    }
}

/// Whether a frame is accepted; none if it is not in the intake.
async fn is_accepted(
    tx: &mut SqliteConnection,
    part: IntakeId,
) -> Result<Option<bool>, StoreError> {
    sqlx::query_scalar(
        "select accepted
         from intake
         where id = $1",
    )
    .bind(part.get())
    .fetch_optional(tx)
    .await
    .or_unavailable()
}

/// Sets that one column: a row that stays as long as it was is overwritten where it lies, and tells
/// nothing of when.
async fn set_accepted(
    tx: &mut SqliteConnection,
    part: IntakeId,
    accepted: bool,
) -> Result<(), StoreError> {
    for statement in [
        "update intake_today
         set accepted = $2
         where id = $1",
        "update intake_settled
         set accepted = $2
         where id = $1",
    ] {
        sqlx::query(statement)
            .bind(part.get())
            .bind(accepted)
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
    }
    Ok(())
}

/// Stores a record with its frames and wrapper, claimed by the officer; nothing if its id is taken.
pub(crate) async fn keep(
    tx: &mut SqliteConnection,
    record: NewRecord,
    made_of: PartsHash,
    (officer, now): (OfficerId, UnixSeconds),
) -> Result<Option<Lease>, StoreError> {
    let key = key_of(record.id.as_bytes());
    let lease = Lease::starting(now, LeaseNumber(1));
    let hash = VersionHash::NONE.then(&record.frames, &record.card);
    let done = sqlx::query(
        "insert into record (
            key, id, desk, version, hash, card, state, day, review, lease, claimed_by,
            claimed_until, parts
         )
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         on conflict do nothing",
    )
    .bind(key)
    .bind(record.id.as_bytes().as_slice())
    .bind(record.desk.to_string())
    .bind(RecordVersion::FIRST.0)
    .bind(hash.0.as_slice())
    .bind(record.card.into_bytes())
    .bind(record.state.code())
    .bind(now.day().0)
    .bind(record.review.map(|day| day.0))
    .bind(lease.number.0)
    .bind(officer.as_bytes().as_slice())
    .bind(lease.until.0)
    .bind(made_of.0.as_slice())
    .execute(&mut *tx)
    .await
    .or_unavailable()?;
    if done.rows_affected() == 0 {
        return Ok(None);
    }
    keep_frames(tx, key, record.frames).await?;
    keep_wrapper(tx, key, record.quarter, record.wrapper).await?;
    Ok(Some(lease))
}

async fn keep_frames(
    tx: &mut SqliteConnection,
    key: i64,
    frames: [SealedFrame; 3],
) -> Result<(), StoreError> {
    let [original, work, history] = frames;
    sqlx::query(
        "insert into record_frames (key, original, work, history)
         values ($1, $2, $3, $4)",
    )
    .bind(key)
    .bind(original.into_bytes())
    .bind(work.into_bytes())
    .bind(history.into_bytes())
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(())
}

/// Undoes an acceptance, or fails and leaves the transaction to be rolled back.
pub(crate) async fn put_back(
    tx: &mut SqliteConnection,
    held: HeldClaim,
    parts: &[IntakeId],
    nonce: &PartsNonce,
) -> Result<(), PutBackError> {
    let key = claims::held_key(tx, held).await?;
    if made_of(tx, key).await? != PartsHash::of(nonce, parts) {
        return Err(PutBackError::NotItsParts);
    }
    for part in distinct(parts) {
        put_back_part(tx, part).await?;
    }
    claims::delete_record(tx, key).await?;
    Ok(())
}

async fn made_of(tx: &mut SqliteConnection, key: i64) -> Result<PartsHash, StoreError> {
    let hash: Vec<u8> = sqlx::query_scalar(
        "select parts
         from record
         where key = $1",
    )
    .bind(key)
    .fetch_one(tx)
    .await
    .or_unavailable()?;
    RECORD.array("parts", &hash).map(PartsHash)
}

async fn put_back_part(tx: &mut SqliteConnection, part: IntakeId) -> Result<(), PutBackError> {
    match is_accepted(tx, part).await? {
        None => Err(PutBackError::FrameGone),
        Some(false) => Err(PutBackError::NotItsParts),
        Some(true) => Ok(set_accepted(tx, part, false).await?),
    }
}
