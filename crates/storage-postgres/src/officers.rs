//! Officers: invited, enrolled, approved, removed.

use async_trait::async_trait;
use domain::{Desk, OfficerId, UnixSeconds};
use sqlx::PgConnection;
use storage::{
    CodeHash, EnrolError, Enrolment, Invitation, InviteError, Officer, OfficerError, OfficerName,
    OfficerState, OfficerStore, OpaqueRecord, StoreError,
};

use crate::error::OrUnavailable;
use crate::{PostgresStore, officer_rows};

mod enrol;
mod invite;
mod remove;
mod reset;

#[async_trait]
impl OfficerStore for PostgresStore {
    async fn invite(&self, invitation: Invitation) -> Result<(), InviteError> {
        let mut tx = self.begin_officers().await?;
        invite::write(&mut tx, invitation).await?;
        Ok(tx.commit().await.or_unavailable()?)
    }

    async fn invitation(
        &self,
        code: CodeHash,
        now: UnixSeconds,
    ) -> Result<Option<Invitation>, StoreError> {
        invite::find(&self.pool, code, now).await
    }

    async fn invitations(&self, now: UnixSeconds) -> Result<Vec<Invitation>, StoreError> {
        invite::all(&self.pool, now).await
    }

    async fn enrol(&self, enrolment: Enrolment, now: UnixSeconds) -> Result<Officer, EnrolError> {
        let mut tx = self.begin_officers().await?;
        let officer = enrol::enrol(&mut tx, enrolment, now).await?;
        tx.commit().await.or_unavailable()?;
        Ok(officer)
    }

    async fn officer_by_name(
        &self,
        name: &OfficerName,
    ) -> Result<Option<(Officer, OpaqueRecord)>, StoreError> {
        let found = officer_rows::by_name(&self.pool, name).await?;
        Ok(found.and_then(|(officer, record)| Some((officer, record?))))
    }

    async fn officer(&self, id: OfficerId) -> Result<Option<Officer>, StoreError> {
        let found = officer_rows::by_id(&self.pool, id).await?;
        Ok(found.map(|(officer, _)| officer))
    }

    async fn officers(&self) -> Result<Vec<Officer>, StoreError> {
        officer_rows::all(&self.pool).await
    }

    async fn approve(&self, id: OfficerId, desks: &[Desk]) -> Result<(), OfficerError> {
        let mut tx = self.begin_officers().await?;
        enrol::approve(&mut tx, id, desks).await?;
        Ok(tx.commit().await.or_unavailable()?)
    }

    async fn remove(&self, id: OfficerId) -> Result<(), OfficerError> {
        let mut tx = self.begin_officers().await?;
        remove::everything_of(&mut tx, id).await?;
        // Before the rest: who is removed only in part has lost their keys, and is removed again.
        self.destroy_wrappers_of(id, &[]).await?;
        Ok(tx.commit().await.or_unavailable()?)
    }

    async fn reset(
        &self,
        id: OfficerId,
        code: CodeHash,
        expires: UnixSeconds,
    ) -> Result<Invitation, OfficerError> {
        let mut tx = self.begin_officers().await?;
        let invitation = reset::invite_anew(&mut tx, id, code, expires).await?;
        self.destroy_wrappers_of(id, &[]).await?;
        tx.commit().await.or_unavailable()?;
        Ok(invitation)
    }

    async fn forget_approvals(&self) -> Result<u64, StoreError> {
        let mut tx = self.begin_officers().await?;
        let done = sqlx::query(
            "update officer
             set state = $1
             where state = $2",
        )
        .bind(OfficerState::Enrolled.code())
        .bind(OfficerState::Approved.code())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        Ok(done.rows_affected())
    }

    async fn purge_invitations(&self, now: UnixSeconds) -> Result<u64, StoreError> {
        let mut tx = self.begin_officers().await?;
        let gone = sqlx::query("delete from invitation where expires <= $1")
            .bind(now.0)
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        Ok(gone.rows_affected())
    }
}

/// Gives an officer exactly these desks.
async fn set_desks(tx: &mut PgConnection, id: OfficerId, desks: &[Desk]) -> Result<(), StoreError> {
    sqlx::query("delete from officer_desk where officer = $1")
        .bind(id.as_bytes().as_slice())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
    for desk in desks {
        sqlx::query(
            "insert into officer_desk (officer, desk)
             values ($1, $2)
             on conflict do nothing",
        )
        .bind(id.as_bytes().as_slice())
        .bind(desk.to_string())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
    }
    Ok(())
}
