//! `POST /api/drafts/{draft}/remove`: its author withdraws a draft, or another officer returns it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use domain::DraftId;
use domain::log::Operation;

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

/// Deletes a draft. Why, its record says, inside the seal.
pub(super) async fn draft_remove(
    staff: Data<Staff>,
    May(who, draft): May<OnTriage, Path<DraftId>>,
) -> Result<HttpResponse, Fault> {
    let removed = Doing::new(Operation::Erasure, *draft, "draft");
    staff.record(&who, [removed]).await?;
    if staff.store.remove_draft(*draft).await? {
        Ok(HttpResponse::NoContent().finish())
    } else {
        Err(Kind::NotFound.into())
    }
}
