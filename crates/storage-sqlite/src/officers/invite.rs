//! Invitations: one for a name, known by the hash of its code.

use domain::UnixSeconds;
use sqlx::SqliteConnection;
use storage::{CodeHash, Invitation, InviteError, OfficerName, StoreError};

use crate::columns::Table;
use crate::error::OrUnavailable;
use crate::officer_rows::read_desks;

const INVITATION: Table = Table("invitation");

#[derive(sqlx::FromRow)]
struct Row {
    code: Vec<u8>,
    name: String,
    role: String,
    expires: i64,
}

/// Writes an invitation in place of any earlier one of this name.
pub(super) async fn write(
    tx: &mut SqliteConnection,
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

async fn name_taken(tx: &mut SqliteConnection, name: &OfficerName) -> Result<bool, StoreError> {
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
    connection: &mut SqliteConnection,
    code: CodeHash,
    now: UnixSeconds,
) -> Result<Option<Invitation>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "select code, name, role, expires
         from invitation
         where code = $1
           and expires > $2",
    )
    .bind(code.0.as_slice())
    .bind(now.0)
    .fetch_optional(&mut *connection)
    .await
    .or_unavailable()?;
    match row {
        Some(row) => read(connection, row).await.map(Some),
        None => Ok(None),
    }
}

/// Every invitation that can still be used, by name.
pub(super) async fn all(
    connection: &mut SqliteConnection,
    now: UnixSeconds,
) -> Result<Vec<Invitation>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select code, name, role, expires
         from invitation
         where expires > $1
         order by folded",
    )
    .bind(now.0)
    .fetch_all(&mut *connection)
    .await
    .or_unavailable()?;
    let mut invitations = Vec::with_capacity(rows.len());
    for row in rows {
        invitations.push(read(connection, row).await?);
    }
    Ok(invitations)
}

async fn read(connection: &mut SqliteConnection, row: Row) -> Result<Invitation, StoreError> {
    let desks: Vec<String> = sqlx::query_scalar(
        "select desk
         from invitation_desk
         where code = $1",
    )
    .bind(row.code.as_slice())
    .fetch_all(connection)
    .await
    .or_unavailable()?;
    Ok(Invitation {
        code: CodeHash(INVITATION.array("code", &row.code)?),
        name: INVITATION.text("name", &row.name)?,
        role: INVITATION.text("role", &row.role)?,
        desks: read_desks("invitation_desk", &desks)?,
        expires: UnixSeconds(row.expires),
    })
}
