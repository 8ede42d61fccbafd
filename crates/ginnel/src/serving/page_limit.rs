//! How many pages anybody may post: rendering one costs more than refusing it.

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpResponse};
use api::limits::{Caller, Lane, TrustedProxies};

/// Shown instead of a page; the browser's Back shows the form as it was filled in.
const TOO_MANY: &str = "<!doctype html>
<html lang=\"en-GB\">
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>Please wait a moment</title>
<h1>Please wait a moment</h1>
<p>There is too much to do just now. Nothing was sent. Go back, wait a minute and try again.</p>
<p>If somebody is in danger now, call 999.</p>
</html>
";

/// The limit on posted pages.
pub(super) struct PageLimit {
    pub lane: Lane,
    pub proxies: Arc<TrustedProxies>,
}

/// Refuses a posted page over the limit before a byte of it is read. The API has its own limits.
pub(super) async fn limit_pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let is_page = request.method() == Method::POST && !request.path().starts_with("/api/");
    let limit = request.app_data::<Data<PageLimit>>().filter(|_| is_page);
    let refused = limit.and_then(|limit| {
        let caller = Caller::of(request.request(), &limit.proxies);
        limit.lane.admit(&caller).err()
    });
    match refused {
        Some(fault) => {
            let wait = fault.to_wire().retry_after.unwrap_or(60);
            let response = HttpResponse::build(StatusCode::TOO_MANY_REQUESTS)
                .insert_header((header::RETRY_AFTER, wait))
                .content_type("text/html; charset=utf-8")
                .body(TOO_MANY);
            Ok(request.into_response(response))
        }
        None => next
            .call(request)
            .await
            .map(ServiceResponse::map_into_boxed_body),
    }
}
