//! What triage is no longer served: one set of ids for each day.

use std::collections::{BTreeMap, BTreeSet};

use domain::IntakeId;
use sqlx::{PgConnection, PgExecutor};
use storage::StoreError;
use storage::columns::Table;

use crate::error::OrUnavailable;

const ACCEPTED: Table = Table("intake_accepted");

/// The sets of some days.
pub(crate) struct Accepted(BTreeMap<i64, BTreeSet<IntakeId>>);

/// Which day each of these frames came, as the intake still has them.
pub(crate) async fn days_of(
    tx: &mut PgConnection,
    ids: &BTreeSet<IntakeId>,
) -> Result<BTreeMap<IntakeId, i64>, StoreError> {
    let ids: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let rows: Vec<(i64, i64)> = sqlx::query_as(
        "select id, day
         from intake_today
         where id = any($1)
         union all
         select id, day
         from intake_settled
         where id = any($1)",
    )
    .bind(ids)
    .fetch_all(tx)
    .await
    .or_unavailable()?;
    let rows = rows.into_iter();
    rows.map(|(id, day)| Ok((Table("intake").intake_id(id)?, day)))
        .collect()
}

impl Accepted {
    /// What was accepted of these days.
    pub(crate) async fn of(
        executor: impl PgExecutor<'_>,
        days: impl Iterator<Item = i64>,
    ) -> Result<Self, StoreError> {
        let days: Vec<i64> = days.collect();
        let rows: Vec<(i64, Vec<u8>)> = sqlx::query_as(
            "select day, ids
             from intake_accepted
             where day = any($1)",
        )
        .bind(days)
        .fetch_all(executor)
        .await
        .or_unavailable()?;
        Self::read(rows)
    }

    /// What was accepted at all.
    pub(crate) async fn all(executor: impl PgExecutor<'_>) -> Result<Self, StoreError> {
        let rows = sqlx::query_as("select day, ids from intake_accepted")
            .fetch_all(executor)
            .await
            .or_unavailable()?;
        Self::read(rows)
    }

    /// What was accepted of these days, and nobody accepts or puts back frames of them meanwhile.
    pub(crate) async fn locked(
        tx: &mut PgConnection,
        days: impl Iterator<Item = i64>,
    ) -> Result<Self, StoreError> {
        let days: Vec<i64> = days.collect();
        let rows: Vec<(i64, Vec<u8>)> = sqlx::query_as(
            "select day, ids
             from intake_accepted
             where day = any($1)
             order by day
             for update",
        )
        .bind(days)
        .fetch_all(tx)
        .await
        .or_unavailable()?;
        Self::read(rows)
    }

    fn read(rows: Vec<(i64, Vec<u8>)>) -> Result<Self, StoreError> {
        let sets = rows.into_iter().map(|(day, bytes)| {
            let (ids, rest) = bytes.as_chunks();
            let ids = ids.iter().map(|&id| i64::from_be_bytes(id));
            let ids = ids.map(|id| ACCEPTED.read("ids", IntakeId::from_column(id)));
            ACCEPTED.read("ids", rest.is_empty().then_some(()))?;
            Ok((day, ids.collect::<Result<_, _>>()?))
        });
        sets.collect::<Result<_, _>>().map(Self)
    }

    /// Whether this frame of this day was accepted.
    pub(crate) fn contains(&self, day: i64, id: IntakeId) -> bool {
        self.0.get(&day).is_some_and(|set| set.contains(&id))
    }

    /// Counts the frame of this day as accepted; false if it was.
    pub(crate) fn insert(&mut self, day: i64, id: IntakeId) -> bool {
        self.0.entry(day).or_default().insert(id)
    }

    /// Counts the frame of this day as accepted no longer; false if it was not.
    pub(crate) fn remove(&mut self, day: i64, id: IntakeId) -> bool {
        self.0.get_mut(&day).is_some_and(|set| set.remove(&id))
    }

    /// Writes the sets that were locked.
    pub(crate) async fn write(self, tx: &mut PgConnection) -> Result<(), StoreError> {
        for (day, set) in self.0 {
            let ids: Vec<u8> = set.iter().flat_map(|id| id.get().to_be_bytes()).collect();
            sqlx::query(
                "update intake_accepted
                 set ids = $2
                 where day = $1",
            )
            .bind(day)
            .bind(ids)
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
        }
        Ok(())
    }
}
