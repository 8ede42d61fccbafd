//! From an invitation to an officer, and from an officer to an approved one.

use domain::{Desk, OfficerId, UnixSeconds};
use sqlx::PgConnection;
use storage::{CodeHash, EnrolError, Enrolment, Officer, OfficerError, OfficerState, StoreError};

use super::{invite, set_desks};
use crate::error::OrUnavailable;

/// Uses up the invitation and makes it an enrolled officer.
pub(super) async fn enrol(
    tx: &mut PgConnection,
    enrolment: Enrolment,
    now: UnixSeconds,
) -> Result<Officer, EnrolError> {
    let invitation = invite::find(&mut *tx, enrolment.code, now).await?;
    let invitation = invitation.ok_or(EnrolError::NoInvitation)?;
    let officer = Officer {
        id: enrolment.id,
        name: invitation.name,
        role: invitation.role,
        desks: invitation.desks,
        state: OfficerState::Enrolled,
        card: enrolment.card,
    };
    let done = sqlx::query(
        "insert into officer (id, name, folded, role, state, card, opaque_record)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing",
    )
    .bind(officer.id.as_bytes().as_slice())
    .bind(officer.name.as_str())
    .bind(officer.name.folded())
    .bind(officer.role.code())
    .bind(officer.state.code())
    .bind(officer.card.as_str())
    .bind(enrolment.opaque_record.into_bytes())
    .execute(&mut *tx)
    .await
    .or_unavailable()?;
    if done.rows_affected() == 0 {
        return Err(EnrolError::NameTaken);
    }
    set_desks(tx, officer.id, &officer.desks).await?;
    use_up(tx, enrolment.code).await?;
    Ok(officer)
}

async fn use_up(tx: &mut PgConnection, code: CodeHash) -> Result<(), StoreError> {
    sqlx::query("delete from invitation where code = $1")
        .bind(code.0.as_slice())
        .execute(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Approves an officer for exactly these desks.
pub(super) async fn approve(
    tx: &mut PgConnection,
    id: OfficerId,
    desks: &[Desk],
) -> Result<(), OfficerError> {
    let done = sqlx::query(
        "update officer
         set state = $2
         where id = $1
           and state <> $3",
    )
    .bind(id.as_bytes().as_slice())
    .bind(OfficerState::Approved.code())
    .bind(OfficerState::Removed.code())
    .execute(&mut *tx)
    .await
    .or_unavailable()?;
    if done.rows_affected() == 0 {
        return Err(OfficerError::NotFound);
    }
    Ok(set_desks(tx, id, desks).await?)
}
