//! Epoch secrets wrapped to officers, in the attached file.

use async_trait::async_trait;
use domain::{Desk, OfficerId, Quarter, Week};
use storage::{DestroyEpochError, EpochWrapper, StoreError, WrapperStore};

use crate::SqliteStore;
use crate::columns::Table;
use crate::error::OrUnavailable;

const WRAPPER: Table = Table("epoch_wrapper");

#[async_trait]
impl WrapperStore for SqliteStore {
    async fn put_wrappers(&self, wrappers: Vec<EpochWrapper>) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        for wrapper in wrappers {
            sqlx::query(
                "insert into wrappers.epoch_wrapper (desk, period, officer, wrapper)
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
             from wrappers.epoch_wrapper
             where officer = $1
             order by desk, period",
        )
        .bind(officer.as_bytes().as_slice())
        .fetch_all(&self.readers)
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
        let mut tx = self.begin().await?;
        let held: Vec<String> = sqlx::query_scalar(
            "select distinct desk
             from wrappers.epoch_wrapper
             where officer = $1",
        )
        .bind(officer.as_bytes().as_slice())
        .fetch_all(&mut *tx)
        .await
        .or_unavailable()?;
        let kept = |held: &String| desks.iter().any(|desk| desk.to_string() == *held);
        let mut gone: u64 = 0;
        for desk in held.into_iter().filter(|held| !kept(held)) {
            let deleted = sqlx::query(
                "delete from wrappers.epoch_wrapper
                 where officer = $1
                   and desk = $2",
            )
            .bind(officer.as_bytes().as_slice())
            .bind(desk)
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
            gone = gone.saturating_add(deleted.rows_affected());
        }
        tx.commit().await.or_unavailable()?;
        self.empty_logs().await?;
        Ok(gone)
    }

    async fn destroy_desk_epochs(&self, before: Week) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query(
            "delete from wrappers.epoch_wrapper
             where period like '____-W__'
               and period < $1",
        )
        .bind(before.to_string())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        self.empty_logs().await?;
        Ok(gone.rows_affected())
    }

    async fn destroy_vault_epoch(
        &self,
        desk: Desk,
        quarter: Quarter,
    ) -> Result<u64, DestroyEpochError> {
        let mut tx = self.begin().await?;
        let named: bool = sqlx::query_scalar(
            "select exists (
                select 1
                from record
                join record_wrapper on record_wrapper.key = record.key
                where record.desk = $1
                  and record_wrapper.quarter = $2
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
        let gone = sqlx::query(
            "delete from wrappers.epoch_wrapper
             where desk = $1
               and period = $2",
        )
        .bind(desk.to_string())
        .bind(quarter.to_string())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        self.empty_logs().await?;
        Ok(gone.rows_affected())
    }
}
