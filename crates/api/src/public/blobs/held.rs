//! `GET /api/blobs/{upload}`: which parts are there, after a connection was lost.

use actix_web::{HttpResponse, web};
use domain::wire::HeldParts;

use super::super::Public;
use super::parsed;
use crate::fault::Fault;

/// Answers the parts that need not be sent again.
pub(super) async fn held(
    public: web::Data<Public>,
    upload: web::Path<String>,
) -> Result<HttpResponse, Fault> {
    let held = public.uploads.blobs.held(parsed(&upload)?)?;
    Ok(HttpResponse::Ok().json(HeldParts {
        bucket: held.bucket.number(),
        held: held.parts,
    }))
}
