//! Sessions: begun, asked for on every request, ended.

use async_trait::async_trait;
use domain::{OfficerId, UnixSeconds};
use storage::{
    NewSession, OfficerState, SessionStore, SignedIn, StartSessionError, StoreError, TokenHash,
};

use crate::error::OrUnavailable;
use crate::{PostgresStore, officer_rows};

/// The idle end is written anew only if it moves at least this far, or half the idle time.
const STEP: i64 = 30;

#[derive(sqlx::FromRow)]
struct Row {
    officer: Vec<u8>,
    expires: i64,
    idle_seconds: i64,
    idle_expires: i64,
}

#[async_trait]
impl SessionStore for PostgresStore {
    async fn start_session(&self, session: NewSession) -> Result<(), StartSessionError> {
        let mut tx = self.begin().await?;
        let idle = i64::from(session.idle_seconds);
        let begun = sqlx::query(
            "insert into session (token, officer, expires, idle_seconds, idle_expires)
             select $1, id, $3, $4, $5
             from officer
             where id = $2
               and state <> $6
             for share",
        )
        .bind(session.token.0.as_slice())
        .bind(session.officer.as_bytes().as_slice())
        .bind(session.expires.0)
        .bind(idle)
        .bind(session.created.plus(idle).0)
        .bind(OfficerState::Removed.code())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        match begun.rows_affected() {
            0 => Err(StartSessionError::NoSuchOfficer),
            _ => Ok(()),
        }
    }

    async fn session(
        &self,
        token: TokenHash,
        now: UnixSeconds,
    ) -> Result<Option<SignedIn>, StoreError> {
        let Some((session, row)) = self.alive(token, now).await? else {
            return Ok(None);
        };
        let idle_expires = now.0.saturating_add(row.idle_seconds);
        if idle_expires.saturating_sub(row.idle_expires) >= STEP.min(row.idle_seconds / 2) {
            self.keep_awake(token, idle_expires).await?;
        }
        Ok(Some(session))
    }

    async fn end_session(&self, token: TokenHash) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("delete from session where token = $1")
            .bind(token.0.as_slice())
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
        tx.commit().await.or_unavailable()
    }

    async fn end_sessions_of(&self, officer: OfficerId) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let ended = sqlx::query("delete from session where officer = $1")
            .bind(officer.as_bytes().as_slice())
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        Ok(ended.rows_affected())
    }

    async fn purge_sessions(&self, now: UnixSeconds) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query(
            "delete from session
             where expires <= $1
                or idle_expires <= $1",
        )
        .bind(now.0)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        Ok(gone.rows_affected())
    }
}

impl PostgresStore {
    async fn alive(
        &self,
        token: TokenHash,
        now: UnixSeconds,
    ) -> Result<Option<(SignedIn, Row)>, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "select officer, expires, idle_seconds, idle_expires
             from session
             where token = $1
               and expires > $2
               and idle_expires > $2",
        )
        .bind(token.0.as_slice())
        .bind(now.0)
        .fetch_optional(&self.pool)
        .await
        .or_unavailable()?;
        let Some(row) = row else { return Ok(None) };
        let id = officer_rows::OFFICER.officer("id", &row.officer)?;
        let Some((officer, Some(_))) = officer_rows::by_id(&self.pool, id).await? else {
            return Ok(None);
        };
        let expires = UnixSeconds(row.expires);
        Ok(Some((SignedIn { officer, expires }, row)))
    }

    async fn keep_awake(&self, token: TokenHash, idle_expires: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "update session
             set idle_expires = greatest(idle_expires, $2)
             where token = $1",
        )
        .bind(token.0.as_slice())
        .bind(idle_expires)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()
    }
}
