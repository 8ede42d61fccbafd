//! Other sites' pages cannot make a visitor's browser send us anything.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError};

use crate::fault::{Fault, Kind};

/// Refuses whatever changes something and says (`Sec-Fetch-Site`) that another origin sent it.
///
/// Clients that say nothing are let through: they hold no cookie of ours that could be abused.
pub async fn refuse_cross_site(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let site = request.headers().get("sec-fetch-site");
    let own = site.is_none_or(|site| site == "same-origin" || site == "none");
    if own || request.method().is_safe() {
        let response = next.call(request).await?;
        Ok(response.map_into_boxed_body())
    } else {
        let refused = Fault::from(Kind::CrossSite).error_response();
        Ok(request.into_response(refused))
    }
}
