//! `POST /api/vault/{desk}/{record}/put-back`: what was accepted by mistake waits in the intake again.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire::PutBack;
use storage::PutBackError;

use super::Staff;
use super::may::{May, RecordPath};
use super::recorded::Doing;
use super::rows::parts_nonce;
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Deletes the record and serves the frames it was made of to triage again.
pub(super) async fn vault_put_back(
    staff: Data<Staff>,
    May(at, (path, put)): May<OnDesk, (RecordPath, Json<PutBack>)>,
) -> Result<HttpResponse, Fault> {
    let put = put.into_inner();
    let (held, nonce) = (at.holds(path.1, put.lease), parts_nonce(put.nonce)?);
    let undone = Doing::new(Operation::Alteration, path.1, "put-back");
    staff.record(&at, [undone]).await?;
    staff.store.put_back(held, &put.intake, &nonce).await?;
    staff.given.forget_frames(&put.intake);
    let now = staff.clock.now();
    staff
        .waits
        .put_back(&put.intake, put.waited, at.officer, now);
    Ok(HttpResponse::NoContent().finish())
}

impl From<PutBackError> for Fault {
    fn from(error: PutBackError) -> Self {
        match error {
            PutBackError::NotFound => Kind::NotFound.into(),
            PutBackError::ClaimLost => Kind::ClaimLost.into(),
            PutBackError::NotItsParts | PutBackError::FrameGone => Kind::CannotPutBack.into(),
            PutBackError::Store(error) => error.into(),
        }
    }
}
