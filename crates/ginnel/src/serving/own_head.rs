//! A request's head must not hold the buffer it was read from, for the body was read into it too.
//!
//! actix keeps finished heads for later requests as they are, and header values and the address are
//! slices of the connection's buffer: what somebody typed without scripts would stay in memory long
//! after the response. So each head gets copies of its own, and the buffer is freed, and thereby
//! wiped, when the connection ends.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Uri;
use actix_web::http::header::{HeaderMap, HeaderValue};
use actix_web::middleware::Next;

/// Replaces everything in the head that is a slice of the connection's buffer. Must be outermost:
/// nobody else may hold the request yet.
pub(super) async fn own_head<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let uri = own_uri(request.uri());
    let headers = own_headers(request.headers());
    request.match_info_mut().get_mut().update(&uri);
    let head = request.head_mut();
    head.uri = uri;
    head.headers = headers;
    next.call(request).await
}

fn own_uri(uri: &Uri) -> Uri {
    // Parsed from the text of one that was parsed before, so it parses.
    Uri::try_from(uri.to_string()).unwrap_or_default()
}

fn own_headers(headers: &HeaderMap) -> HeaderMap {
    let mut owned = HeaderMap::with_capacity(headers.capacity());
    for (name, value) in headers {
        if let Ok(mut copy) = HeaderValue::from_bytes(value.as_bytes()) {
            copy.set_sensitive(value.is_sensitive());
            owned.append(name.clone(), copy);
        }
    }
    owned
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderName;

    use super::*;

    #[test]
    fn a_copy_says_the_same_and_lies_elsewhere() {
        let mut headers = HeaderMap::new();
        for value in ["one", "two"] {
            let name = HeaderName::from_static("x-given");
            headers.append(name, HeaderValue::from_static(value));
        }
        let owned = own_headers(&headers);
        let values = |headers: &HeaderMap| headers.get_all("x-given").cloned().collect::<Vec<_>>();
        assert_eq!(values(&owned), values(&headers));
        let places = values(&headers).into_iter().zip(values(&owned));
        for (given, own) in places {
            assert_ne!(given.as_bytes().as_ptr(), own.as_bytes().as_ptr());
        }
        let uri = Uri::from_static("/en/check?a=%20b");
        assert_eq!(own_uri(&uri), uri);
        assert_ne!(own_uri(&uri).path().as_ptr(), uri.path().as_ptr());
    }
}
