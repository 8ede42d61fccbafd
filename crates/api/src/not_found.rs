//! Where nothing is.

use crate::fault::{Fault, Kind};

/// The default service of both apps.
pub async fn not_found() -> Result<actix_web::HttpResponse, Fault> {
    Err(Kind::NotFound.into())
}
