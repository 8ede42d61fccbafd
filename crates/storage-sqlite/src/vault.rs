//! Records: listed, opened, written, rewrapped, deleted.

use async_trait::async_trait;
use domain::{Day, Desk, OfficerId, Quarter, RecordId, UnixSeconds};
use storage::{
    CardRow, ClaimError, HeldClaim, HeldClaimError, KeepError, Lease, NewRecord, PartsHash,
    RecordRewrite, RecordVersion, RewrapError, SmallAgeFile, StoreError, StoredRecord, VaultStore,
    WriteRecordError,
};

pub(crate) use self::write::keep_wrapper;
use crate::claims::RECORD;
use crate::error::OrUnavailable;
use crate::{SqliteStore, accept, claims};

mod read;
mod write;

#[async_trait]
impl VaultStore for SqliteStore {
    async fn cards(&self, desk: Desk, now: UnixSeconds) -> Result<Vec<CardRow>, StoreError> {
        read::cards(&self.readers, desk, now).await
    }

    async fn open_record(
        &self,
        desk: Desk,
        id: RecordId,
        now: UnixSeconds,
    ) -> Result<Option<StoredRecord>, StoreError> {
        read::record(&self.readers, desk, id, now).await
    }

    async fn keep_record(
        &self,
        record: NewRecord,
        officer: OfficerId,
        now: UnixSeconds,
    ) -> Result<Lease, KeepError> {
        if !record.desk.receives_reports() {
            return Err(KeepError::WrongDesk);
        }
        let mut tx = self.begin().await?;
        let lease = accept::keep(&mut tx, record, PartsHash::NONE, (officer, now)).await?;
        let lease = lease.ok_or(KeepError::RecordIdTaken)?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(lease)
    }

    async fn claim(
        &self,
        desk: Desk,
        id: RecordId,
        officer: OfficerId,
        now: UnixSeconds,
    ) -> Result<Lease, ClaimError> {
        let mut tx = self.begin().await?;
        let lease = claims::take(&mut tx, desk, id, officer, now).await?;
        tx.commit().await.or_unavailable()?;
        Ok(lease)
    }

    async fn renew(&self, held: HeldClaim, now: UnixSeconds) -> Result<Lease, HeldClaimError> {
        let mut tx = self.begin().await?;
        let lease = claims::renew(&mut tx, held, now).await?;
        tx.commit().await.or_unavailable()?;
        Ok(lease)
    }

    async fn release(&self, held: HeldClaim) -> Result<(), HeldClaimError> {
        let mut tx = self.begin().await?;
        claims::release(&mut tx, held).await?;
        Ok(tx.commit().await.or_unavailable()?)
    }

    async fn take_back(
        &self,
        desk: Desk,
        id: RecordId,
        for_officer: OfficerId,
        now: UnixSeconds,
    ) -> Result<Lease, HeldClaimError> {
        let mut tx = self.begin().await?;
        let lease = claims::take_back(&mut tx, desk, id, for_officer, now).await?;
        tx.commit().await.or_unavailable()?;
        Ok(lease)
    }

    async fn forget_claims(&self, ended_before: UnixSeconds) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let forgotten = sqlx::query(
            "update record
             set claimed_by = null,
                 claimed_until = null
             where claimed_until < $1",
        )
        .bind(ended_before.0)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        Ok(forgotten.rows_affected())
    }

    async fn write_record(
        &self,
        held: HeldClaim,
        rewrite: RecordRewrite,
    ) -> Result<RecordVersion, WriteRecordError> {
        let mut tx = self.begin().await?;
        let key = claims::held_key(&mut tx, held).await?;
        let version = write::version(&mut tx, key, rewrite).await?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(version)
    }

    async fn rewrap_record(
        &self,
        desk: Desk,
        id: RecordId,
        expected: Quarter,
        quarter: Quarter,
        wrapper: SmallAgeFile,
    ) -> Result<(), RewrapError> {
        let mut tx = self.begin().await?;
        write::rewrap(&mut tx, desk, id, expected, (quarter, wrapper)).await?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(())
    }

    async fn delete_record(&self, held: HeldClaim) -> Result<(), HeldClaimError> {
        let mut tx = self.begin().await?;
        let key = claims::held_key(&mut tx, held).await?;
        claims::delete_record(&mut tx, key).await?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(())
    }

    async fn records_over(&self, before: Day) -> Result<Vec<(Desk, u32)>, StoreError> {
        let counted: Vec<(String, i64)> = sqlx::query_as(
            "select desk, count(*)
             from record
             where review < $1
             group by desk
             order by desk",
        )
        .bind(before.0)
        .fetch_all(&self.readers)
        .await
        .or_unavailable()?;
        RECORD.by_desk(counted)
    }

    async fn purge_vault(&self, before: Day) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query("delete from record where review < $1")
            .bind(before.0)
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        self.empty_logs().await?;
        Ok(gone.rows_affected())
    }
}
