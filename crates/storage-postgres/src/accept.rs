//! Taking a tip out of the intake, and putting it back.

use std::collections::BTreeSet;

use domain::{IntakeId, OfficerId, UnixSeconds};
use sqlx::PgConnection;
use storage::columns::key_of;
use storage::{
    AcceptError, Acceptance, HeldClaim, Lease, LeaseNumber, NewRecord, PartsHash, PartsNonce,
    PutBackError, RecordVersion, StoreError, VersionHash,
};

use crate::accepted::{Accepted, days_of};
use crate::claims::{self, RECORD};
use crate::error::OrUnavailable;

/// Accepts every part, or fails and leaves the transaction to be rolled back.
pub(crate) async fn accept(
    tx: &mut PgConnection,
    acceptance: Acceptance,
) -> Result<Lease, AcceptError> {
    let parts: BTreeSet<IntakeId> = acceptance.parts.iter().copied().collect();
    let days = days_of(tx, &parts).await?;
    if parts.is_empty() || days.len() < parts.len() {
        return Err(AcceptError::NotInIntake);
    }
    let mut accepted = Accepted::locked(tx, days.values().copied()).await?;
    for (part, day) in days {
        if !accepted.insert(day, part) {
            return Err(AcceptError::AlreadyAccepted);
        }
    }
    accepted.write(tx).await?;
    let made_of = PartsHash::of(&acceptance.nonce, &acceptance.parts);
    let by = (acceptance.officer, acceptance.now);
    let lease = keep(tx, acceptance.record, made_of, by).await?;
    lease.ok_or(AcceptError::RecordIdTaken)
}

/// Stores a record, claimed by the officer; nothing if its id is taken.
pub(crate) async fn keep(
    tx: &mut PgConnection,
    record: NewRecord,
    made_of: PartsHash,
    (officer, now): (OfficerId, UnixSeconds),
) -> Result<Option<Lease>, StoreError> {
    let lease = Lease::starting(now, LeaseNumber(1));
    let hash = VersionHash::NONE.then(&record.frames, &record.card);
    let [original, work, history] = record.frames;
    let done = sqlx::query(
        "insert into record (
            key, id, desk, version, hash, card, state, day, review, lease, claimed_by,
            claimed_until, parts, original, work, history, quarter, wrapper
         )
         values (
            $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18
         )
         on conflict do nothing",
    )
    .bind(key_of(record.id.as_bytes()))
    .bind(record.id.as_bytes().as_slice())
    .bind(record.desk.to_string())
    .bind(i64::from(RecordVersion::FIRST.0))
    .bind(hash.0.as_slice())
    .bind(record.card.into_bytes())
    .bind(record.state.code())
    .bind(i64::from(now.day().0))
    .bind(record.review.map(|day| i64::from(day.0)))
    .bind(i64::from(lease.number.0))
    .bind(officer.as_bytes().as_slice())
    .bind(lease.until.0)
    .bind(made_of.0.as_slice())
    .bind(original.into_bytes())
    .bind(work.into_bytes())
    .bind(history.into_bytes())
    .bind(record.quarter.to_string())
    .bind(record.wrapper.into_bytes())
    .execute(tx)
    .await
    .or_unavailable()?;
    match done.rows_affected() {
        0 => Ok(None),
        _ => Ok(Some(lease)),
    }
}

/// Undoes an acceptance, or fails and leaves the transaction to be rolled back.
pub(crate) async fn put_back(
    tx: &mut PgConnection,
    held: HeldClaim,
    parts: &[IntakeId],
    nonce: &PartsNonce,
) -> Result<(), PutBackError> {
    let distinct: BTreeSet<IntakeId> = parts.iter().copied().collect();
    let days = days_of(tx, &distinct).await?;
    // The days before the record, as accepting locks them.
    let mut accepted = Accepted::locked(tx, days.values().copied()).await?;
    let key = claims::held_key(tx, held).await?;
    if made_of(tx, key).await? != PartsHash::of(nonce, parts) {
        return Err(PutBackError::NotItsParts);
    }
    for part in distinct {
        let day = days.get(&part).ok_or(PutBackError::FrameGone)?;
        if !accepted.remove(*day, part) {
            return Err(PutBackError::NotItsParts);
        }
    }
    accepted.write(tx).await?;
    Ok(claims::delete_record(tx, key).await?)
}

async fn made_of(tx: &mut PgConnection, key: i64) -> Result<PartsHash, StoreError> {
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
