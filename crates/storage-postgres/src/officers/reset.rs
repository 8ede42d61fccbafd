//! An officer who can no longer sign in begins anew, under an id and keys of their own.

use domain::{OfficerId, UnixSeconds};
use sqlx::PgConnection;
use storage::{CodeHash, Invitation, InviteError, OfficerError, OfficerState};

use super::{invite, remove};
use crate::officer_rows;

/// Removes the officer and invites the same person.
pub(super) async fn invite_anew(
    tx: &mut PgConnection,
    id: OfficerId,
    code: CodeHash,
    expires: UnixSeconds,
) -> Result<Invitation, OfficerError> {
    let found = officer_rows::by_id(&mut *tx, id).await?;
    let (officer, _) = found
        .filter(|(officer, _)| officer.state != OfficerState::Removed)
        .ok_or(OfficerError::NotFound)?;
    let invitation = Invitation {
        code,
        name: officer.name,
        role: officer.role,
        desks: officer.desks,
        expires,
    };
    remove::everything_of(tx, id).await?;
    match invite::write(tx, invitation.clone()).await {
        Ok(()) => Ok(invitation),
        // Nobody has the name now: it was this officer's a moment ago, in this transaction.
        Err(InviteError::NameTaken) => Err(OfficerError::NotFound),
        Err(InviteError::Store(error)) => Err(error.into()),
    }
}
