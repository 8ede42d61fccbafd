//! Invitations: one for a name, known by the hash of its code.

use domain::UnixSeconds;
use sqlx::{PgConnection, PgExecutor};
use storage::columns::Table;
use storage::{CodeHash, Invitation, InviteError, OfficerName, StoreError};

use crate::error::OrUnavailable;
use crate::officer_rows::read_desks;

const INVITATION: Table = Table("invitation");

#[derive(sqlx::FromRow)]
struct Row {
    code: Vec<u8>,
    name: String,
    role: String,
    expires: i64,
    desks: Vec<String>,
}

/// Writes an invitation in place of any earlier one of this name.
pub(super) async fn write(
    tx: &mut PgConnection,
    invitation: Invitation,
) -> Result<(), InviteError> {
    if name_taken(tx, &invitation.name).await? {
        return Err(InviteError::NameTaken);
    }
    sqlx::query("delete from invitation where folded = $1")
        .bind(invitation.name.folded())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
    sqlx::query(
        "insert into invitation (code, name, folded, role, expires)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(invitation.code.0.as_slice())
    .bind(invitation.name.as_str())
    .bind(invitation.name.folded())
    .bind(invitation.role.code())
    .bind(invitation.expires.0)
    .execute(&mut *tx)
    .await
    .or_unavailable()?;
    for desk in invitation.desks {
        sqlx::query(
            "insert into invitation_desk (code, desk)
             values ($1, $2)
             on conflict do nothing",
        )
        .bind(invitation.code.0.as_slice())
        .bind(desk.to_string())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
    }
    Ok(())
}

async fn name_taken(tx: &mut PgConnection, name: &OfficerName) -> Result<bool, StoreError> {
    sqlx::query_scalar(
        "select exists (
            select 1
            from officer
            where folded = $1
              and opaque_record is not null
         )",
    )
    .bind(name.folded())
    .fetch_one(tx)
    .await
    .or_unavailable()
}

/// The invitation this code still opens.
pub(super) async fn find(
    executor: impl PgExecutor<'_>,
    code: CodeHash,
    now: UnixSeconds,
) -> Result<Option<Invitation>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "select code, name, role, expires,
            array(select desk from invitation_desk where invitation_desk.code = invitation.code) as desks
         from invitation
         where code = $1
           and expires > $2",
    )
    .bind(code.0.as_slice())
    .bind(now.0)
    .fetch_optional(executor)
    .await
    .or_unavailable()?;
    row.map(Row::read).transpose()
}

/// Every invitation that can still be used, by name.
pub(super) async fn all(
    executor: impl PgExecutor<'_>,
    now: UnixSeconds,
) -> Result<Vec<Invitation>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select code, name, role, expires,
            array(select desk from invitation_desk where invitation_desk.code = invitation.code) as desks
         from invitation
         where expires > $1
         order by folded",
    )
    .bind(now.0)
    .fetch_all(executor)
    .await
    .or_unavailable()?;
    rows.into_iter().map(Row::read).collect()
}

impl Row {
    fn read(self) -> Result<Invitation, StoreError> {
        Ok(Invitation {
            code: CodeHash(INVITATION.array("code", &self.code)?),
            name: INVITATION.text("name", &self.name)?,
            role: INVITATION.text("role", &self.role)?,
            desks: read_desks("invitation_desk", &self.desks)?,
            expires: UnixSeconds(self.expires),
        })
    }
}
