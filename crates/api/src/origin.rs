//! Other sites' pages cannot make a visitor's browser send us anything.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HOST, HeaderMap, HeaderValue, ORIGIN};
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError};

use crate::fault::{Fault, Kind};

/// Refuses whatever changes something and says (`Sec-Fetch-Site`, or in older browsers `Origin`) that
/// another site's page sent it.
///
/// Clients that say nothing are let through: they hold no cookie of ours that could be abused. So are
/// those whose `Origin` is `null`: forms of our own pages send that, since they tell nobody where they
/// are (`Referrer-Policy: no-referrer`).
pub async fn refuse_cross_site(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if is_own(request.headers()) || request.method().is_safe() {
        let response = next.call(request).await?;
        Ok(response.map_into_boxed_body())
    } else {
        let refused = Fault::from(Kind::CrossSite).error_response();
        Ok(request.into_response(refused))
    }
}

fn is_own(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let host = headers.get(HOST).and_then(name);
    let own = |origin: &HeaderValue| origin == "null" || (host.is_some() && name(origin) == host);
    headers.get_all(ORIGIN).all(own)
}

/// The name in an origin or a `Host`, without scheme and port: proxies pass on neither of these alike.
fn name(value: &HeaderValue) -> Option<String> {
    let text = value.to_str().ok()?;
    let place = text.split_once("://").map_or(text, |(_, place)| place);
    let name = match place.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => place,
    };
    Some(name.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONION: &str = "http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.onion";

    fn own(site: Option<&str>, origin: Option<&str>, host: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(ORIGIN, origin.parse().unwrap());
        }
        if let Some(site) = site {
            headers.insert("sec-fetch-site".parse().unwrap(), site.parse().unwrap());
        }
        is_own(&headers)
    }

    #[test]
    fn an_older_browser_says_whose_page_it_is_by_its_origin() {
        let onion = ONION.trim_start_matches("http://");
        for (origin, host) in [
            ("https://tell.example", "tell.example"),
            ("https://tell.example", "Tell.Example"),
            ("https://tell.example:8443", "tell.example"),
            ("http://127.0.0.1:8080", "127.0.0.1:8080"),
            ("http://[::1]:8080", "[::1]"),
            ("http://[::1]", "[::1]:8080"),
            (ONION, onion),
            ("null", "tell.example"),
        ] {
            assert!(own(None, Some(origin), host), "{origin} {host}");
        }
        for (origin, host) in [
            ("https://other.example", "tell.example"),
            ("https://tell.example.other.example", "tell.example"),
            ("https://other.example", ""),
            ("https://", "tell.example"),
            ("", "tell.example"),
            ("tell.example, https://other.example", "tell.example"),
            (ONION, "tell.example"),
        ] {
            assert!(!own(None, Some(origin), host), "{origin} {host}");
        }
        assert!(own(None, None, "tell.example"));
    }

    #[test]
    fn what_a_browser_says_of_the_site_itself_counts_alone() {
        let (ours, theirs) = (Some("https://tell.example"), Some("https://other.example"));
        for origin in [ours, theirs, Some("null"), None] {
            assert!(own(Some("same-origin"), origin, "tell.example"));
            assert!(!own(Some("cross-site"), origin, "tell.example"));
            assert!(!own(Some("same-site"), origin, "tell.example"));
        }
    }

    #[test]
    fn one_of_two_origins_that_is_anothers_is_enough() {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, HeaderValue::from_static("tell.example"));
        headers.append(ORIGIN, HeaderValue::from_static("https://tell.example"));
        assert!(is_own(&headers));
        headers.append(ORIGIN, HeaderValue::from_static("https://other.example"));
        assert!(!is_own(&headers));
    }
}
