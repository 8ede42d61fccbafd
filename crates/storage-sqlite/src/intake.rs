//! The intake: seen, shuffled in, fetched, settled, forgotten.

use async_trait::async_trait;
use domain::{Day, IntakeId, SealedFrame};
use sqlx::SqliteConnection;
use storage::{
    AcceptError, Acceptance, DayCount, HeldClaim, IntakeEntry, IntakeFrame, IntakeStore,
    IntakeView, Lease, PartsNonce, PutBackError, SeenHash, ShuffleError, StoreError,
};

use crate::columns::Table;
use crate::error::OrUnavailable;
use crate::{SqliteStore, accept};

const INTAKE: Table = Table("intake");

/// One frame, unless it was accepted.
pub(crate) const FRAME_FOR_TRIAGE: &str = "select id, day, frame
     from intake_today
     where id = $1
       and accepted = 0
     union all
     select id, day, frame
     from intake_settled
     where id = $1
       and accepted = 0";

const FRAME_FOR_CORRUPTION: &str = "select id, day, frame
     from intake_today
     where id = $1
     union all
     select id, day, frame
     from intake_settled
     where id = $1";

#[async_trait]
impl IntakeStore for SqliteStore {
    async fn seen(&self, hashes: &[SeenHash]) -> Result<Vec<bool>, StoreError> {
        let mut answers = Vec::with_capacity(hashes.len());
        for hash in hashes {
            let seen = sqlx::query_scalar(
                "select exists (
                    select 1
                    from seen
                    where hash = $1
                 )",
            )
            .bind(hash.as_bytes().as_slice())
            .fetch_one(&self.readers)
            .await
            .or_unavailable()?;
            answers.push(seen);
        }
        Ok(answers)
    }

    async fn shuffle_in(
        &self,
        frames: Vec<(IntakeId, SealedFrame)>,
        day: Day,
    ) -> Result<u64, ShuffleError> {
        let mut tx = self.begin().await?;
        let mut stored = 0;
        for (id, frame) in frames {
            if remember(&mut tx, SeenHash::of(&frame), day).await? {
                insert(&mut tx, id, frame, day).await?;
                stored += 1;
            }
        }
        tx.commit().await.or_unavailable()?;
        // Whoever hands a window over deletes it next.
        self.home.still_there()?;
        Ok(stored)
    }

    async fn intake_ids(&self, view: IntakeView) -> Result<Vec<IntakeEntry>, StoreError> {
        let query = match view {
            IntakeView::Triage => {
                "select id, day
                 from intake
                 where accepted = 0
                 order by id"
            }
            IntakeView::Corruption => {
                "select id, day
                 from intake
                 order by id"
            }
        };
        let rows: Vec<(i64, i64)> = sqlx::query_as(query)
            .fetch_all(&self.readers)
            .await
            .or_unavailable()?;
        rows.into_iter()
            .map(|(id, day)| {
                Ok(IntakeEntry {
                    id: INTAKE.intake_id(id)?,
                    day: INTAKE.day("day", day)?,
                })
            })
            .collect()
    }

    async fn intake_frames(
        &self,
        view: IntakeView,
        ids: &[IntakeId],
    ) -> Result<Vec<IntakeFrame>, StoreError> {
        let query = match view {
            IntakeView::Triage => FRAME_FOR_TRIAGE,
            IntakeView::Corruption => FRAME_FOR_CORRUPTION,
        };
        let mut frames = Vec::with_capacity(ids.len());
        for asked in accept::distinct(ids) {
            let row: Option<(i64, i64, Vec<u8>)> = sqlx::query_as(query)
                .bind(asked.get())
                .fetch_optional(&self.readers)
                .await
                .or_unavailable()?;
            if let Some((id, day, frame)) = row {
                frames.push(IntakeFrame {
                    id: INTAKE.intake_id(id)?,
                    day: INTAKE.day("day", day)?,
                    frame: INTAKE.frame("frame", frame)?,
                });
            }
        }
        Ok(frames)
    }

    async fn intake_count_by_day(&self) -> Result<Vec<DayCount>, StoreError> {
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "select day, count(*)
             from intake
             group by day
             order by day",
        )
        .fetch_all(&self.readers)
        .await
        .or_unavailable()?;
        rows.into_iter()
            .map(|(day, frames)| {
                Ok(DayCount {
                    day: INTAKE.day("day", day)?,
                    frames: INTAKE.read("day", u64::try_from(frames).ok())?,
                })
            })
            .collect()
    }

    async fn accept(&self, acceptance: Acceptance) -> Result<Lease, AcceptError> {
        let mut tx = self.begin().await?;
        let lease = accept::accept(&mut tx, acceptance).await?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(lease)
    }

    async fn put_back(
        &self,
        held: HeldClaim,
        parts: &[IntakeId],
        nonce: &PartsNonce,
    ) -> Result<(), PutBackError> {
        let mut tx = self.begin().await?;
        accept::put_back(&mut tx, held, parts, nonce).await?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(())
    }

    async fn forget_acceptances(&self) -> Result<(), StoreError> {
        // Done with each of them, unless somebody was reading.
        self.try_empty_logs().await;
        Ok(())
    }

    async fn settle_intake(&self, before: Day) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let moved = on_days_before(
            &mut tx,
            "insert into intake_settled (id, day, accepted, frame)
             select id, day, accepted, frame
             from intake_today
             where day < $1
             order by id",
            before,
        )
        .await?;
        on_days_before(&mut tx, "delete from intake_today where day < $1", before).await?;
        tx.commit().await.or_unavailable()?;
        self.rewrite_in_key_order().await?;
        Ok(moved)
    }

    async fn purge_intake(&self, before: Day) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        on_days_before(&mut tx, "delete from seen where day < $1", before).await?;
        let today =
            on_days_before(&mut tx, "delete from intake_today where day < $1", before).await?;
        let settled =
            on_days_before(&mut tx, "delete from intake_settled where day < $1", before).await?;
        tx.commit().await.or_unavailable()?;
        self.empty_logs().await?;
        Ok(today.saturating_add(settled))
    }
}

/// Remembers a hash; false if it was known.
async fn remember(tx: &mut SqliteConnection, hash: SeenHash, day: Day) -> Result<bool, StoreError> {
    let new = sqlx::query(
        "insert into seen (hash, day)
         values ($1, $2)
         on conflict do nothing",
    )
    .bind(hash.as_bytes().as_slice())
    .bind(day.0)
    .execute(tx)
    .await
    .or_unavailable()?;
    Ok(new.rows_affected() > 0)
}

async fn insert(
    tx: &mut SqliteConnection,
    id: IntakeId,
    frame: SealedFrame,
    day: Day,
) -> Result<(), ShuffleError> {
    let new = sqlx::query(
        "insert into intake_today (id, day, frame)
         select $1, $2, $3
         where not exists (
            select 1
            from intake
            where id = $1
         )",
    )
    .bind(id.get())
    .bind(day.0)
    .bind(frame.into_bytes())
    .execute(tx)
    .await
    .or_unavailable()?;
    match new.rows_affected() {
        0 => Err(ShuffleError::IdTaken),
        _ => Ok(()),
    }
}

async fn on_days_before(
    tx: &mut SqliteConnection,
    statement: &'static str,
    before: Day,
) -> Result<u64, StoreError> {
    let done = sqlx::query(statement)
        .bind(before.0)
        .execute(tx)
        .await
        .or_unavailable()?;
    Ok(done.rows_affected())
}
