//! `POST /api/vault/{desk}/{record}/release`: an officer gives a record up.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::wire::LeaseOnly;
use storage::HeldClaimError;

use super::Staff;
use super::may::{May, RecordPath};
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Releases a claim held on one record of the desk.
pub(super) async fn vault_release(
    staff: Data<Staff>,
    May(at, (path, held)): May<OnDesk, (RecordPath, Json<LeaseOnly>)>,
) -> Result<HttpResponse, Fault> {
    staff.store.release(at.holds(path.1, held.lease)).await?;
    Ok(HttpResponse::NoContent().finish())
}

impl From<HeldClaimError> for Fault {
    fn from(error: HeldClaimError) -> Self {
        match error {
            HeldClaimError::NotFound => Kind::NotFound.into(),
            HeldClaimError::ClaimLost => Kind::ClaimLost.into(),
            HeldClaimError::Store(error) => error.into(),
        }
    }
}
