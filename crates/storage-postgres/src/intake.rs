//! The intake: seen, shuffled in, fetched, settled, forgotten.

use std::collections::{BTreeSet, HashSet};
use std::sync::atomic::Ordering;

use async_trait::async_trait;
use domain::{Day, IntakeId, SealedFrame};
use sqlx::PgConnection;
use storage::columns::Table;
use storage::{
    AcceptError, Acceptance, DayCount, HeldClaim, IntakeEntry, IntakeFrame, IntakeStore,
    IntakeView, Lease, PartsNonce, PutBackError, SeenHash, ShuffleError, StoreError,
};

use crate::accepted::Accepted;
use crate::error::OrUnavailable;
use crate::turns::at_once;
use crate::{PostgresStore, accept};

mod shuffle;

const INTAKE: Table = Table("intake");

#[async_trait]
impl IntakeStore for PostgresStore {
    async fn seen(&self, hashes: &[SeenHash]) -> Result<Vec<bool>, StoreError> {
        let asked: Vec<&[u8]> = hashes
            .iter()
            .map(|hash| hash.as_bytes().as_slice())
            .collect();
        let seen: Vec<Vec<u8>> = at_once(async {
            let seen = sqlx::query_scalar(
                "select hash
                 from seen
                 where hash = any($1)",
            );
            let seen = seen.bind(&asked).fetch_all(&self.pool).await;
            seen.or_unavailable()
        })
        .await?;
        let seen: HashSet<Vec<u8>> = seen.into_iter().collect();
        Ok(asked.into_iter().map(|hash| seen.contains(hash)).collect())
    }

    async fn shuffle_in(
        &self,
        frames: Vec<(IntakeId, SealedFrame)>,
        day: Day,
    ) -> Result<u64, ShuffleError> {
        let mut tx = self.begin_together().await?;
        let stored = shuffle::window(&mut tx, frames, day).await?;
        tx.commit().await.or_unavailable()?;
        Ok(stored)
    }

    async fn intake_ids(&self, view: IntakeView) -> Result<Vec<IntakeEntry>, StoreError> {
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "select id, day
             from intake_today
             union all
             select id, day
             from intake_settled
             order by id",
        )
        .fetch_all(&self.pool)
        .await
        .or_unavailable()?;
        let mut entries = Vec::with_capacity(rows.len());
        // Asked for after the frames, so that one accepted meanwhile is not served.
        let accepted = match view {
            IntakeView::Triage => Some(Accepted::all(&self.pool).await?),
            IntakeView::Corruption => None,
        };
        for (id, day) in rows {
            let id = INTAKE.intake_id(id)?;
            if !accepted
                .as_ref()
                .is_some_and(|accepted| accepted.contains(day, id))
            {
                let day = INTAKE.day("day", day)?;
                entries.push(IntakeEntry { id, day });
            }
        }
        Ok(entries)
    }

    async fn intake_frames(
        &self,
        view: IntakeView,
        ids: &[IntakeId],
    ) -> Result<Vec<IntakeFrame>, StoreError> {
        let ids: Vec<i64> = ids.iter().map(|id| id.get()).collect();
        let rows: Vec<(i64, i64, Vec<u8>)> = sqlx::query_as(
            "select id, day, frame
             from intake_today
             where id = any($1)
             union all
             select id, day, frame
             from intake_settled
             where id = any($1)
             order by id",
        )
        .bind(ids)
        .fetch_all(&self.pool)
        .await
        .or_unavailable()?;
        let accepted = match view {
            IntakeView::Triage => {
                let days: BTreeSet<i64> = rows.iter().map(|(_, day, _)| *day).collect();
                Some(Accepted::of(&self.pool, days.into_iter()).await?)
            }
            IntakeView::Corruption => None,
        };
        let mut frames = Vec::with_capacity(rows.len());
        for (id, day, frame) in rows {
            let id = INTAKE.intake_id(id)?;
            if !accepted
                .as_ref()
                .is_some_and(|accepted| accepted.contains(day, id))
            {
                let (day, frame) = (INTAKE.day("day", day)?, INTAKE.frame("frame", frame)?);
                frames.push(IntakeFrame { id, day, frame });
            }
        }
        Ok(frames)
    }

    async fn intake_count_by_day(&self) -> Result<Vec<DayCount>, StoreError> {
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "select day, count(*)
             from (
                select day from intake_today
                union all
                select day from intake_settled
             ) as intake
             group by day
             order by day",
        )
        .fetch_all(&self.pool)
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
        let mut tx = self.begin_together().await?;
        let lease = accept::accept(&mut tx, acceptance).await?;
        self.accepted.store(true, Ordering::Release);
        tx.commit().await.or_unavailable()?;
        Ok(lease)
    }

    async fn put_back(
        &self,
        held: HeldClaim,
        parts: &[IntakeId],
        nonce: &PartsNonce,
    ) -> Result<(), PutBackError> {
        let mut tx = self.begin_together().await?;
        accept::put_back(&mut tx, held, parts, nonce).await?;
        self.accepted.store(true, Ordering::Release);
        Ok(tx.commit().await.or_unavailable()?)
    }

    async fn forget_acceptances(&self) -> Result<(), StoreError> {
        if !self.accepted.swap(false, Ordering::AcqRel) {
            return Ok(());
        }
        let forgotten = self.write_acceptances_anew().await;
        // Those that came meanwhile say so themselves.
        self.accepted.fetch_or(forgotten.is_err(), Ordering::AcqRel);
        forgotten
    }

    async fn settle_intake(&self, before: Day) -> Result<u64, StoreError> {
        let moved = self.forget_the_order(before).await?;
        self.forget_the_rest().await?;
        Ok(moved)
    }

    async fn purge_intake(&self, before: Day) -> Result<u64, StoreError> {
        let mut tx = self.begin_alone().await?;
        on_days_before(&mut tx, "delete from seen where day < $1", before).await?;
        on_days_before(
            &mut tx,
            "delete from intake_accepted where day < $1",
            before,
        )
        .await?;
        let today =
            on_days_before(&mut tx, "delete from intake_today where day < $1", before).await?;
        let settled =
            on_days_before(&mut tx, "delete from intake_settled where day < $1", before).await?;
        tx.commit().await.or_unavailable()?;
        Ok(today.saturating_add(settled))
    }
}

async fn on_days_before(
    tx: &mut PgConnection,
    statement: &'static str,
    before: Day,
) -> Result<u64, StoreError> {
    let done = sqlx::query(statement)
        .bind(i64::from(before.0))
        .execute(tx)
        .await
        .or_unavailable()?;
    Ok(done.rows_affected())
}
