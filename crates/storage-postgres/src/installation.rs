//! The name of this installation.

use async_trait::async_trait;
use domain::InstallationId;
use sqlx::postgres::PgPool;
use storage::columns::Table;
use storage::{InstallationStore, SetInstallationError, StoreError};

use crate::PostgresStore;
use crate::error::OrUnavailable;
use crate::turns::at_once;

#[async_trait]
impl InstallationStore for PostgresStore {
    async fn ready(&self) -> Result<(), StoreError> {
        at_once(async {
            is_writable(&self.pool, "select one from installation").await?;
            is_writable(&self.wrappers, "select 1 from epoch_wrapper limit 1").await
        })
        .await
    }

    async fn installation(&self) -> Result<Option<InstallationId>, StoreError> {
        let id: Option<Vec<u8>> = sqlx::query_scalar("select id from installation")
            .fetch_optional(&self.pool)
            .await
            .or_unavailable()?;
        id.map(|id| Table("installation").array("id", &id))
            .transpose()
            .map(|id| id.map(InstallationId::from_bytes))
    }

    async fn set_installation(&self, id: InstallationId) -> Result<(), SetInstallationError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "insert into installation (one, id)
             values (1, $1)
             on conflict do nothing",
        )
        .bind(id.as_bytes().as_slice())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        let same: bool = sqlx::query_scalar("select id = $1 from installation")
            .bind(id.as_bytes().as_slice())
            .fetch_one(&mut *tx)
            .await
            .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        same.then_some(()).ok_or(SetInstallationError::AlreadyNamed)
    }
}

/// Answers if the table in question can be read and its database written.
async fn is_writable(pool: &PgPool, question: &'static str) -> Result<(), StoreError> {
    sqlx::query(question).execute(pool).await.or_unavailable()?;
    let read_only: bool =
        sqlx::query_scalar("select current_setting('transaction_read_only')::boolean")
            .fetch_one(pool)
            .await
            .or_unavailable()?;
    if read_only {
        let code = Some("read only".into());
        return Err(StoreError::Unavailable { code });
    }
    Ok(())
}
