//! One window into the intake.

use std::collections::{BTreeMap, HashSet};

use domain::{Day, IntakeId, SealedFrame};
use sqlx::PgConnection;
use storage::{SeenHash, ShuffleError, StoreError};

use crate::error::OrUnavailable;

/// Stores what was not seen before, in the order of the random ids. Answers how many that are.
pub(super) async fn window(
    tx: &mut PgConnection,
    frames: Vec<(IntakeId, SealedFrame)>,
    day: Day,
) -> Result<u64, ShuffleError> {
    // In the order of hashes, so that of two servers with the same frames one waits for the other.
    let frames: BTreeMap<SeenHash, (IntakeId, SealedFrame)> = frames
        .into_iter()
        .rev()
        .map(|(id, frame)| (SeenHash::of(&frame), (id, frame)))
        .collect();
    let new = remember(tx, frames.keys().collect(), day).await?;
    let mut new: Vec<(IntakeId, SealedFrame)> = frames
        .into_iter()
        .filter(|(hash, _)| new.contains(hash.as_bytes().as_slice()))
        .map(|(_, frame)| frame)
        .collect();
    new.sort_by_key(|(id, _)| *id);
    make_room_for_acceptances(tx, day).await?;
    insert(tx, &new, day).await
}

/// Remembers hashes. Answers those that were not known.
async fn remember(
    tx: &mut PgConnection,
    hashes: Vec<&SeenHash>,
    day: Day,
) -> Result<HashSet<Vec<u8>>, StoreError> {
    let hashes: Vec<&[u8]> = hashes
        .iter()
        .map(|hash| hash.as_bytes().as_slice())
        .collect();
    let new: Vec<Vec<u8>> = sqlx::query_scalar(
        "insert into seen (hash, day)
         select hash, $2
         from unnest($1) as hash
         on conflict do nothing
         returning hash",
    )
    .bind(hashes)
    .bind(i64::from(day.0))
    .fetch_all(tx)
    .await
    .or_unavailable()?;
    Ok(new.into_iter().collect())
}

/// The day's row of acceptances; there from the first frame on, so that whoever accepts can lock it.
async fn make_room_for_acceptances(tx: &mut PgConnection, day: Day) -> Result<(), StoreError> {
    sqlx::query(
        "insert into intake_accepted (day, ids)
         values ($1, '')
         on conflict do nothing",
    )
    .bind(i64::from(day.0))
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(())
}

async fn insert(
    tx: &mut PgConnection,
    frames: &[(IntakeId, SealedFrame)],
    day: Day,
) -> Result<u64, ShuffleError> {
    let ids: Vec<i64> = frames.iter().map(|(id, _)| id.get()).collect();
    let bytes: Vec<&[u8]> = frames.iter().map(|(_, frame)| frame.as_bytes()).collect();
    let wanted = u64::try_from(ids.len()).unwrap_or(u64::MAX);
    let stored = sqlx::query(
        "insert into intake_today (id, day, frame)
         select new.id, $3, new.frame
         from unnest($1, $2) as new (id, frame)
         where not exists (
            select 1
            from intake_settled
            where intake_settled.id = new.id
         )
         on conflict do nothing",
    )
    .bind(ids)
    .bind(bytes)
    .bind(i64::from(day.0))
    .execute(tx)
    .await
    .or_unavailable()?;
    if stored.rows_affected() == wanted {
        Ok(wanted)
    } else {
        Err(ShuffleError::IdTaken)
    }
}
