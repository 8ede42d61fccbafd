//! Claims on records: taken, renewed, released, taken back.

use domain::{Desk, OfficerId, RecordId, UnixSeconds};
use sqlx::PgConnection;
use storage::columns::Table;
use storage::{Claim, ClaimError, HeldClaim, HeldClaimError, Lease, LeaseNumber, StoreError};

use crate::error::OrUnavailable;

pub(crate) const RECORD: Table = Table("record");

/// What a record's row says of its claim.
#[derive(sqlx::FromRow)]
pub(crate) struct ClaimRow {
    key: i64,
    lease: i64,
    claimed_by: Option<Vec<u8>>,
    claimed_until: Option<i64>,
}

impl ClaimRow {
    fn claim(&self) -> Result<Option<Claim>, StoreError> {
        RECORD.claim(self.lease, self.claimed_by.as_deref(), self.claimed_until)
    }
}

/// Claims the record unless somebody else works on it.
pub(crate) async fn take(
    tx: &mut PgConnection,
    desk: Desk,
    id: RecordId,
    officer: OfficerId,
    now: UnixSeconds,
) -> Result<Lease, ClaimError> {
    let row = find(tx, desk, id).await?.ok_or(ClaimError::NotFound)?;
    let number = match row.claim()? {
        Some(claim) if claim.officer == officer => claim.lease.number,
        Some(claim) if now < claim.lease.until => return Err(ClaimError::Claimed(claim)),
        Some(_) | None => next_number(&row)?,
    };
    Ok(write(tx, row.key, officer, Lease::starting(now, number)).await?)
}

/// Claims the record for an officer, whoever works on it.
pub(crate) async fn take_back(
    tx: &mut PgConnection,
    desk: Desk,
    id: RecordId,
    officer: OfficerId,
    now: UnixSeconds,
) -> Result<Lease, HeldClaimError> {
    let row = find(tx, desk, id).await?.ok_or(HeldClaimError::NotFound)?;
    let number = next_number(&row)?;
    Ok(write(tx, row.key, officer, Lease::starting(now, number)).await?)
}

/// Makes a held claim last longer.
pub(crate) async fn renew(
    tx: &mut PgConnection,
    held: HeldClaim,
    now: UnixSeconds,
) -> Result<Lease, HeldClaimError> {
    let key = held_key(tx, held).await?;
    Ok(write(tx, key, held.officer, Lease::starting(now, held.number)).await?)
}

/// Gives a held claim up.
pub(crate) async fn release(tx: &mut PgConnection, held: HeldClaim) -> Result<(), HeldClaimError> {
    let key = held_key(tx, held).await?;
    sqlx::query(
        "update record
         set claimed_by = null,
             claimed_until = null
         where key = $1",
    )
    .bind(key)
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(())
}

/// The key of the record whose claim is held, in a transaction that may write.
pub(crate) async fn held_key(
    tx: &mut PgConnection,
    held: HeldClaim,
) -> Result<i64, HeldClaimError> {
    let row = find(tx, held.desk, held.record)
        .await?
        .ok_or(HeldClaimError::NotFound)?;
    match row.claim()? {
        Some(claim) if claim.officer == held.officer && claim.lease.number == held.number => {
            Ok(row.key)
        }
        Some(_) | None => Err(HeldClaimError::ClaimLost),
    }
}

/// Deletes a record with its frames and its wrapper.
pub(crate) async fn delete_record(tx: &mut PgConnection, key: i64) -> Result<(), StoreError> {
    sqlx::query("delete from record where key = $1")
        .bind(key)
        .execute(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// The row, which nobody else changes until this transaction ends; who asks for it waits.
async fn find(
    tx: &mut PgConnection,
    desk: Desk,
    id: RecordId,
) -> Result<Option<ClaimRow>, StoreError> {
    sqlx::query_as(
        "select key, lease, claimed_by, claimed_until
         from record
         where id = $1
           and desk = $2
         for update",
    )
    .bind(id.as_bytes().as_slice())
    .bind(desk.to_string())
    .fetch_optional(tx)
    .await
    .or_unavailable()
}

fn next_number(row: &ClaimRow) -> Result<LeaseNumber, StoreError> {
    let number = RECORD.number("lease", row.lease)?;
    RECORD.read("lease", number.checked_add(1)).map(LeaseNumber)
}

async fn write(
    tx: &mut PgConnection,
    key: i64,
    officer: OfficerId,
    lease: Lease,
) -> Result<Lease, StoreError> {
    sqlx::query(
        "update record
         set lease = $2,
             claimed_by = $3,
             claimed_until = $4
         where key = $1",
    )
    .bind(key)
    .bind(i64::from(lease.number.0))
    .bind(officer.as_bytes().as_slice())
    .bind(lease.until.0)
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(lease)
}
