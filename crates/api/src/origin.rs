//! Other sites' pages cannot make a visitor's browser send us anything.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

use crate::fault::{Fault, Kind};

/// Refuses whatever changes something and says (`Sec-Fetch-Site`) that another origin sent it.
///
/// Clients that say nothing are let through: they hold no cookie of ours that could be abused.
pub async fn refuse_cross_site<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let site = request.headers().get("sec-fetch-site");
    let own = site.is_none_or(|site| site == "same-origin" || site == "none");
    if own || request.method().is_safe() {
        next.call(request).await
    } else {
        Err(Fault::from(Kind::CrossSite).into())
    }
}
