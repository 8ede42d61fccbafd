//! An officer leaves: everything that let them in goes.

use domain::OfficerId;
use sqlx::PgConnection;
use storage::{OfficerError, OfficerState};

use crate::error::OrUnavailable;

const WHAT_GOES: [&str; 3] = [
    "delete from officer_desk
     where officer = $1",
    "delete from session
     where officer = $1",
    "update record
     set claimed_by = null,
         claimed_until = null
     where claimed_by = $1",
];

/// Marks an officer removed and deletes desks, sessions, claims and passphrase record.
pub(super) async fn everything_of(
    tx: &mut PgConnection,
    id: OfficerId,
) -> Result<(), OfficerError> {
    let done = sqlx::query(
        "update officer
         set state = $2,
             opaque_record = null
         where id = $1",
    )
    .bind(id.as_bytes().as_slice())
    .bind(OfficerState::Removed.code())
    .execute(&mut *tx)
    .await
    .or_unavailable()?;
    if done.rows_affected() == 0 {
        return Err(OfficerError::NotFound);
    }
    for statement in WHAT_GOES {
        sqlx::query(statement)
            .bind(id.as_bytes().as_slice())
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
    }
    Ok(())
}
