//! The outbox: put in, taken under leases, sent or given up.

use async_trait::async_trait;
use domain::Minute;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Sqlite, SqliteConnection};
use storage::{
    Audience, LeasedMail, Mail, MailKind, MailLease, MailState, NotSent, OutboxMail, OutboxStore,
    PutMail, Slot, StoreError,
};

use crate::SqliteStore;
use crate::columns::Table;
use crate::error::OrUnavailable;

const MAIL: Table = Table("mail");

/// A statement with what it was given.
pub(crate) type Query<'q> = sqlx::query::Query<'q, Sqlite, SqliteArguments>;

#[derive(sqlx::FromRow)]
struct Named {
    desk: String,
    audience: String,
    kind: String,
}

impl Named {
    fn read(&self) -> Result<Mail, StoreError> {
        Ok(Mail {
            desk: MAIL.text("desk", &self.desk)?,
            audience: MAIL.read("audience", Audience::from_code(&self.audience))?,
            kind: MAIL.read("kind", MailKind::from_code(&self.kind))?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct Taken {
    #[sqlx(flatten)]
    named: Named,
    attempts: i64,
    lease: i64,
}

#[derive(sqlx::FromRow)]
struct Listed {
    #[sqlx(flatten)]
    named: Named,
    state: String,
    attempts: i64,
    next_try: Option<i64>,
}

#[async_trait]
impl OutboxStore for SqliteStore {
    async fn put_mail(&self, mail: Mail, slot: Slot) -> Result<PutMail, StoreError> {
        let mut tx = self.begin().await?;
        let (state, last) = standing(&mut tx, mail).await?;
        let is_too_soon = |last: i64| slot.number.abs_diff(last) < slot.apart.unsigned_abs();
        if last.is_some_and(is_too_soon) {
            return Ok(PutMail::TooSoon);
        }
        let put = match state {
            Some(MailState::Waiting) => {
                let again = "update mail
                     set slot = $4
                     where desk = $1
                       and audience = $2
                       and kind = $3";
                run(&mut tx, of(again, mail).bind(slot.number)).await?;
                PutMail::WaitsAlready
            }
            Some(MailState::Dead) | None => {
                let anew = "update mail
                     set slot = $4,
                         state = $5,
                         attempts = 0
                     where desk = $1
                       and audience = $2
                       and kind = $3";
                let waiting = MailState::Waiting.code();
                run(&mut tx, of(anew, mail).bind(slot.number).bind(waiting)).await?;
                PutMail::Waits
            }
        };
        tx.commit().await.or_unavailable()?;
        Ok(put)
    }

    async fn take_mails(&self, most: u32, now: Minute) -> Result<Vec<LeasedMail>, StoreError> {
        let mut tx = self.begin().await?;
        let taken: Vec<Taken> = sqlx::query_as(
            "update mail
             set lease = lease + 1,
                 attempts = attempts + 1,
                 leased_until = $2
             where (desk, audience, kind) in (
                 select desk, audience, kind
                 from mail
                 where state = $5
                   and (next_try is null or next_try not between $1 + 1 and $3)
                   and (leased_until is null or leased_until not between $1 + 1 and $3)
                 limit $4
             )
             returning desk, audience, kind, attempts, lease",
        )
        .bind(now.0)
        .bind(now.plus(Mail::LEASE_MINUTES).0)
        .bind(now.plus(Mail::FURTHEST_MINUTES).0)
        .bind(most)
        .bind(MailState::Waiting.code())
        .fetch_all(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        let taken = taken.iter().map(|row| {
            Ok(LeasedMail {
                mail: row.named.read()?,
                attempts: MAIL.number("attempts", row.attempts)?,
                lease: MailLease(MAIL.number("lease", row.lease)?),
            })
        });
        taken.collect()
    }

    async fn mail_sent(&self, mail: Mail, lease: MailLease) -> Result<(), StoreError> {
        let gone = "update mail
             set state = null,
                 attempts = 0,
                 next_try = null,
                 lease = lease + 1,
                 leased_until = null
             where desk = $1
               and audience = $2
               and kind = $3
               and lease = $4";
        self.once(of(gone, mail).bind(lease.0)).await.map(drop)
    }

    async fn mail_not_sent(
        &self,
        mail: Mail,
        lease: MailLease,
        then: NotSent,
    ) -> Result<(), StoreError> {
        let (state, next_try) = match then {
            NotSent::RetryAt(minute) => (MailState::Waiting, Some(minute.0)),
            NotSent::Dead => (MailState::Dead, None),
        };
        let kept = "update mail
             set state = $5,
                 next_try = $6,
                 lease = lease + 1,
                 leased_until = null
             where desk = $1
               and audience = $2
               and kind = $3
               and lease = $4
               and state is not null";
        let kept = of(kept, mail).bind(lease.0).bind(state.code());
        self.once(kept.bind(next_try)).await.map(drop)
    }

    async fn take_back_mail(&self, mail: Mail) -> Result<(), StoreError> {
        let gone = "update mail
             set state = null,
                 slot = null,
                 attempts = 0,
                 next_try = null,
                 lease = lease + 1,
                 leased_until = null
             where desk = $1
               and audience = $2
               and kind = $3";
        self.once(of(gone, mail)).await.map(drop)
    }

    async fn mails(&self) -> Result<Vec<OutboxMail>, StoreError> {
        let rows: Vec<Listed> = sqlx::query_as(
            "select desk, audience, kind, state, attempts, next_try
             from mail
             where state is not null
             order by desk, audience, kind",
        )
        .fetch_all(&self.readers)
        .await
        .or_unavailable()?;
        let listed = rows.into_iter().map(|row| {
            Ok(OutboxMail {
                mail: row.named.read()?,
                state: MAIL.read("state", MailState::from_code(&row.state))?,
                attempts: MAIL.number("attempts", row.attempts)?,
                next_try: row.next_try.map(Minute),
            })
        });
        listed.collect()
    }

    async fn dead_mails(&self) -> Result<u64, StoreError> {
        let dead: i64 = sqlx::query_scalar("select count(*) from mail where state = $1")
            .bind(MailState::Dead.code())
            .fetch_one(&self.readers)
            .await
            .or_unavailable()?;
        MAIL.read("state", u64::try_from(dead).ok())
    }

    async fn revive_mails(&self) -> Result<u64, StoreError> {
        let revived = sqlx::query(
            "update mail
             set state = $1,
                 attempts = 0,
                 next_try = null
             where state = $2",
        );
        let (waiting, dead) = (MailState::Waiting.code(), MailState::Dead.code());
        self.once(revived.bind(waiting).bind(dead)).await
    }
}

/// How the mail of this name stands, and its last slot; makes its row if there is none.
async fn standing(
    tx: &mut SqliteConnection,
    mail: Mail,
) -> Result<(Option<MailState>, Option<i64>), StoreError> {
    let named = "insert into mail (desk, audience, kind, attempts, lease)
         values ($1, $2, $3, 0, 0)
         on conflict do nothing";
    run(tx, of(named, mail)).await?;
    let (state, slot): (Option<String>, Option<i64>) = sqlx::query_as(
        "select state, slot
         from mail
         where desk = $1
           and audience = $2
           and kind = $3",
    )
    .bind(mail.desk.to_string())
    .bind(mail.audience.code())
    .bind(mail.kind.code())
    .fetch_one(&mut *tx)
    .await
    .or_unavailable()?;
    let state = state.map(|state| MAIL.read("state", MailState::from_code(&state)));
    Ok((state.transpose()?, slot))
}

/// A statement whose first three values name a mail.
fn of(statement: &'static str, mail: Mail) -> Query<'static> {
    sqlx::query(statement)
        .bind(mail.desk.to_string())
        .bind(mail.audience.code())
        .bind(mail.kind.code())
}

/// Runs a statement. Answers how many rows it changed.
pub(crate) async fn run(tx: &mut SqliteConnection, query: Query<'_>) -> Result<u64, StoreError> {
    let done = query.execute(tx).await.or_unavailable()?;
    Ok(done.rows_affected())
}

impl SqliteStore {
    /// One statement in a transaction of its own. Answers how many rows it changed.
    async fn once(&self, query: Query<'_>) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let changed = run(&mut tx, query).await?;
        tx.commit().await.or_unavailable()?;
        Ok(changed)
    }
}
