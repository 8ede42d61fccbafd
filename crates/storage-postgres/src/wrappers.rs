//! Epoch secrets wrapped to officers, in the other database.
//!
//! Whatever is destroyed is destroyed with the file it lay in: the table is written anew.

use async_trait::async_trait;
use domain::{Desk, OfficerId, Quarter, Week};
use sqlx::Postgres;
use sqlx::postgres::PgArguments;
use sqlx::query::Query;
use storage::columns::Table;
use storage::{DestroyEpochError, EpochWrapper, StoreError, WrapperStore};

use crate::PostgresStore;
use crate::error::OrUnavailable;
use crate::forget::{OF_WRAPPERS, end_log, replace, write_anew};

const WRAPPER: Table = Table("epoch_wrapper");

#[async_trait]
impl WrapperStore for PostgresStore {
    async fn put_wrappers(&self, mut wrappers: Vec<EpochWrapper>) -> Result<(), StoreError> {
        // Of two servers with the same wrappers one waits for the other.
        wrappers.sort_by_key(|one| (one.desk, one.period.to_string(), one.officer));
        let mut tx = self.wrappers.begin().await.or_unavailable()?;
        for wrapper in wrappers {
            sqlx::query(
                "insert into epoch_wrapper (desk, period, officer, wrapper)
                 values ($1, $2, $3, $4)
                 on conflict (desk, period, officer) do update
                 set wrapper = excluded.wrapper",
            )
            .bind(wrapper.desk.to_string())
            .bind(wrapper.period.to_string())
            .bind(wrapper.officer.as_bytes().as_slice())
            .bind(wrapper.wrapper.into_bytes())
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
        }
        tx.commit().await.or_unavailable()
    }

    async fn wrappers_for(&self, officer: OfficerId) -> Result<Vec<EpochWrapper>, StoreError> {
        let rows: Vec<(String, String, Vec<u8>)> = sqlx::query_as(
            "select desk, period, wrapper
             from epoch_wrapper
             where officer = $1
             order by desk, period",
        )
        .bind(officer.as_bytes().as_slice())
        .fetch_all(&self.wrappers)
        .await
        .or_unavailable()?;
        rows.into_iter()
            .map(|(desk, period, wrapper)| {
                Ok(EpochWrapper {
                    desk: WRAPPER.text("desk", &desk)?,
                    period: WRAPPER.text("period", &period)?,
                    officer,
                    wrapper: WRAPPER.age_file("wrapper", wrapper)?,
                })
            })
            .collect()
    }

    async fn narrow_wrappers(&self, officer: OfficerId, desks: &[Desk]) -> Result<u64, StoreError> {
        self.destroy_wrappers_of(officer, desks).await
    }

    async fn destroy_desk_epochs(&self, before: Week) -> Result<u64, StoreError> {
        let old = sqlx::query(
            "delete from epoch_wrapper
             where period like '____-W__'
               and period < $1",
        );
        self.destroy(old.bind(before.to_string())).await
    }

    async fn destroy_vault_epoch(
        &self,
        desk: Desk,
        quarter: Quarter,
    ) -> Result<u64, DestroyEpochError> {
        // Alone, until it is done: no record is made of this epoch meanwhile.
        let mut tx = self.begin_alone().await?;
        let named: bool = sqlx::query_scalar(
            "select exists (
                select 1
                from record
                where desk = $1
                  and quarter = $2
             )
                or ($1 = 'triage' and exists (
                select 1
                from trace
                where quarter = $2
             ))",
        )
        .bind(desk.to_string())
        .bind(quarter.to_string())
        .fetch_one(&mut *tx)
        .await
        .or_unavailable()?;
        if named {
            return Err(DestroyEpochError::StillNamed);
        }
        let epoch = sqlx::query(
            "delete from epoch_wrapper
             where desk = $1
               and period = $2",
        );
        let epoch = epoch.bind(desk.to_string()).bind(quarter.to_string());
        let gone = self.destroy(epoch).await?;
        tx.commit().await.or_unavailable()?;
        Ok(gone)
    }
}

impl PostgresStore {
    /// Destroys an officer's wrappers but those of these desks. Answers how many.
    pub(crate) async fn destroy_wrappers_of(
        &self,
        officer: OfficerId,
        kept: &[Desk],
    ) -> Result<u64, StoreError> {
        let kept: Vec<String> = kept.iter().map(ToString::to_string).collect();
        let theirs = sqlx::query(
            "delete from epoch_wrapper
             where officer = $1
               and desk <> all($2)",
        );
        let theirs = theirs.bind(officer.as_bytes().as_slice()).bind(kept);
        self.destroy(theirs).await
    }

    /// Deletes, and writes what is left anew: also if nothing was left to delete, since a replaced
    /// wrapper goes only so.
    async fn destroy(&self, deletion: Query<'_, Postgres, PgArguments>) -> Result<u64, StoreError> {
        let mut tx = self.wrappers.begin().await.or_unavailable()?;
        sqlx::query("lock table epoch_wrapper in access exclusive mode")
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
        let gone = deletion.execute(&mut *tx).await.or_unavailable()?;
        write_anew(&mut tx, &OF_WRAPPERS).await?;
        replace(&mut tx, &OF_WRAPPERS).await?;
        tx.commit().await.or_unavailable()?;
        end_log(&self.wrappers).await;
        Ok(gone.rows_affected())
    }
}
