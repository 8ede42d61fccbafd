//! Cuts a request's head off the buffer it was read from.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse, Url};
use actix_web::http::Uri;
use actix_web::http::header::{HeaderMap, HeaderValue};
use actix_web::middleware::Next;

/// Middleware for the public listener, to be wrapped last, so that it runs first.
///
/// actix-web keeps the heads of finished requests for reuse, and a head's values are slices of the
/// buffer the request was read into: as long as a head waits for reuse, the whole buffer stays, and
/// with it a form that came in the same packet. Copied values let the buffer go, to be wiped.
/// It must run before anything clones the request.
pub async fn detach_head<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let head = request.head_mut();
    head.headers = copied(&head.headers);
    // What was parsed as an address parses again; if it did not, "/" answers nothing secret.
    head.uri = head.uri.to_string().parse().unwrap_or_default();
    let uri: Uri = head.uri.clone();
    *request.match_info_mut().get_mut() = Url::new(uri);
    next.call(request).await
}

fn copied(headers: &HeaderMap) -> HeaderMap {
    let mut copies = HeaderMap::with_capacity(headers.len());
    for (name, value) in headers {
        // A value made of another's bytes is always accepted.
        if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
            copies.append(name.clone(), value);
        }
    }
    copies
}
