//! `POST /api/blobs/{upload}/finish`: every part is there.

use actix_web::{HttpResponse, web};
use domain::wire::FinishedUpload;

use super::super::Public;
use super::parsed;
use crate::fault::Fault;

/// Answers the blob's id once the blob is on disk; the same however often it is asked.
pub(super) async fn finish(
    public: web::Data<Public>,
    upload: web::Path<String>,
) -> Result<HttpResponse, Fault> {
    let blob = public.uploads.blobs.finish(parsed(&upload)?).await?;
    Ok(HttpResponse::Ok().json(FinishedUpload { blob }))
}
