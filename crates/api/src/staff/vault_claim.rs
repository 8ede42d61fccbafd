//! `POST /api/vault/{desk}/{record}/claim`: an officer works on a record; claiming again renews.

use actix_web::web::{Data, Json};
use domain::wire;
use storage::ClaimError;

use super::Staff;
use super::may::{May, RecordPath};
use super::rows::lease;
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Claims one record of the desk.
pub(super) async fn vault_claim(
    staff: Data<Staff>,
    May(at, path): May<OnDesk, RecordPath>,
) -> Result<Json<wire::Claim>, Fault> {
    let (now, record) = (staff.clock.now(), path.1);
    let claimed = staff.store.claim(at.desk, record, at.officer, now).await?;
    Ok(Json(lease(claimed)))
}

impl From<ClaimError> for Fault {
    fn from(error: ClaimError) -> Self {
        match error {
            ClaimError::NotFound => Kind::NotFound.into(),
            ClaimError::Claimed(_) => Kind::Claimed.into(),
            ClaimError::Store(error) => error.into(),
        }
    }
}
