//! What alarms look at.

use async_trait::async_trait;
use domain::{Desk, Hour, Minute, RecordId, UnixSeconds};
use storage::columns::Table;
use storage::{DeskSeen, MailKind, RecordState, StoreError, WatchStore};

use crate::PostgresStore;
use crate::claims::RECORD;
use crate::error::OrUnavailable;

const SEEN: Table = Table("desk_seen");

#[async_trait]
impl WatchStore for PostgresStore {
    async fn desk_seen(&self, desk: Desk, now: Minute) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "insert into desk_seen (desk, minute)
             values ($1, $2)
             on conflict (desk) do update
             set minute = excluded.minute",
        )
        .bind(desk.to_string())
        .bind(now.0)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        sqlx::query(
            "update mail
             set state = null,
                 slot = null,
                 attempts = 0,
                 next_try = null,
                 lease = lease + 1,
                 leased_until = null
             where desk = $1
               and kind in ($2, $3)
               and slot is not null",
        )
        .bind(desk.to_string())
        .bind(MailKind::IntakeNotFetched.code())
        .bind(MailKind::DeskAbsent.code())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()
    }

    async fn desks_seen(&self) -> Result<Vec<DeskSeen>, StoreError> {
        let rows: Vec<(String, i64)> = sqlx::query_as(
            "select desk, minute
             from desk_seen
             order by desk",
        )
        .fetch_all(&self.pool)
        .await
        .or_unavailable()?;
        let seen = rows.into_iter().map(|(desk, minute)| {
            Ok(DeskSeen {
                desk: SEEN.text("desk", &desk)?,
                at: Minute(minute),
            })
        });
        seen.collect()
    }

    async fn unclaimed(&self, now: UnixSeconds) -> Result<Vec<(Desk, RecordId)>, StoreError> {
        let rows: Vec<(String, Vec<u8>)> = sqlx::query_as(
            "select desk, id
             from record
             where state = $1
               and (claimed_until is null or claimed_until <= $2)
             order by desk, key",
        )
        .bind(RecordState::Open.code())
        .bind(now.0)
        .fetch_all(&self.pool)
        .await
        .or_unavailable()?;
        let unclaimed = rows.into_iter().map(|(desk, id)| {
            let desk = RECORD.text("desk", &desk)?;
            Ok((desk, RecordId::from_bytes(RECORD.array("id", &id)?)))
        });
        unclaimed.collect()
    }

    async fn canary_arrived(&self, sent: Hour) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "insert into canary (one, hour)
             values (1, $1)
             on conflict (one) do update
             set hour = excluded.hour
             where excluded.hour > canary.hour",
        )
        .bind(sent.0)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()
    }

    async fn newest_canary(&self) -> Result<Option<Hour>, StoreError> {
        let hour: Option<i64> = sqlx::query_scalar(
            "select hour
             from canary",
        )
        .fetch_optional(&self.pool)
        .await
        .or_unavailable()?;
        Ok(hour.map(Hour))
    }
}
