//! `GET /api/directory`: whom to seal to, as the authorities signed it.

use actix_web::{HttpResponse, web};

use super::Public;
use crate::fault::{Fault, Kind};

/// The directory's text if it is valid today.
pub(super) async fn directory(public: web::Data<Public>) -> Result<HttpResponse, Fault> {
    let open = public.door.open().await.map_err(|_| Kind::Closed)?;
    let text = "text/plain; charset=utf-8";
    Ok(HttpResponse::Ok()
        .content_type(text)
        .body(open.text.clone()))
}
