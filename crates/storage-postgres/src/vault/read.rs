//! Cards in bulk, records one at a time.

use domain::{Desk, RecordId, UnixSeconds};
use sqlx::postgres::PgPool;
use storage::{
    CardRow, RecordState, RecordVersion, SealedCard, StoreError, StoredRecord, VersionHash,
};

use crate::claims::RECORD;
use crate::error::OrUnavailable;

#[derive(sqlx::FromRow)]
struct Listed {
    id: Vec<u8>,
    version: i64,
    card: Vec<u8>,
    state: String,
    day: i64,
    review: Option<i64>,
    lease: i64,
    claimed_by: Option<Vec<u8>>,
    claimed_until: Option<i64>,
    quarter: String,
    wrapper: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct Whole {
    #[sqlx(flatten)]
    listed: Listed,
    hash: Vec<u8>,
    original: Vec<u8>,
    work: Vec<u8>,
    history: Vec<u8>,
}

/// Every card of a desk.
pub(super) async fn cards(
    readers: &PgPool,
    desk: Desk,
    now: UnixSeconds,
) -> Result<Vec<CardRow>, StoreError> {
    let rows: Vec<Listed> = sqlx::query_as(
        "select id, version, card, state, day, review, lease, claimed_by, claimed_until, quarter,
            wrapper
         from record
         where desk = $1
         order by day desc, key",
    )
    .bind(desk.to_string())
    .fetch_all(readers)
    .await
    .or_unavailable()?;
    rows.into_iter().map(|row| row.read(now)).collect()
}

/// One record with its frames.
pub(super) async fn record(
    readers: &PgPool,
    desk: Desk,
    id: RecordId,
    now: UnixSeconds,
) -> Result<Option<StoredRecord>, StoreError> {
    let row: Option<Whole> = sqlx::query_as(
        "select id, version, card, state, day, review, lease, claimed_by, claimed_until, quarter,
            wrapper, hash, original, work, history
         from record
         where id = $1
           and desk = $2",
    )
    .bind(id.as_bytes().as_slice())
    .bind(desk.to_string())
    .fetch_optional(readers)
    .await
    .or_unavailable()?;
    row.map(|row| row.read(now)).transpose()
}

impl Listed {
    fn read(self, now: UnixSeconds) -> Result<CardRow, StoreError> {
        let claim = RECORD.claim(self.lease, self.claimed_by.as_deref(), self.claimed_until)?;
        Ok(CardRow {
            id: RECORD.array("id", &self.id).map(RecordId::from_bytes)?,
            quarter: RECORD.text("quarter", &self.quarter)?,
            wrapper: RECORD.age_file("wrapper", self.wrapper)?,
            version: RECORD.number("version", self.version).map(RecordVersion)?,
            card: RECORD.read("card", SealedCard::try_from(self.card).ok())?,
            state: RECORD.read("state", RecordState::from_code(&self.state))?,
            day: RECORD.day("day", self.day)?,
            review: RECORD.maybe_day("review", self.review)?,
            claim: claim.filter(|claim| now < claim.lease.until),
        })
    }
}

impl Whole {
    fn read(self, now: UnixSeconds) -> Result<StoredRecord, StoreError> {
        Ok(StoredRecord {
            row: self.listed.read(now)?,
            hash: RECORD.array("hash", &self.hash).map(VersionHash)?,
            frames: [
                RECORD.frame("original", self.original)?,
                RECORD.frame("work", self.work)?,
                RECORD.frame("history", self.history)?,
            ],
        })
    }
}
