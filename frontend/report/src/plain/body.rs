//! Reads a posted form off the wire, up to a limit, into memory that is wiped.

use std::time::Duration;

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, web};
use futures_util::StreamExt;
use zeroize::Zeroizing;

use crate::page::Failure;

/// The longest texts, every byte percent-encoded, and room for the rest: about 200 KB.
const LIMIT: usize = 200_000;
/// How long a form may take to arrive.
const PATIENCE: Duration = Duration::from_mins(1);

/// Reads the body of a form of ours, posted by one of our own pages.
pub(super) async fn read(
    request: &HttpRequest,
    payload: web::Payload,
) -> Result<Zeroizing<Vec<u8>>, Failure> {
    if is_cross_site(request) || !is_form(request) {
        return Err(Failure::Unreadable);
    }
    let read = tokio::time::timeout(PATIENCE, collect(payload)).await;
    read.unwrap_or(Err(Failure::Unreadable))
}

/// Browsers say where a post comes from; ours come from our own pages.
fn is_cross_site(request: &HttpRequest) -> bool {
    let site = request.headers().get("sec-fetch-site");
    site.is_some_and(|site| site != "same-origin" && site != "none")
}

fn is_form(request: &HttpRequest) -> bool {
    let kind = request.headers().get(CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

async fn collect(mut payload: web::Payload) -> Result<Zeroizing<Vec<u8>>, Failure> {
    // Reserved whole, so that growing leaves no copies behind.
    let mut body = Zeroizing::new(Vec::with_capacity(LIMIT));
    while let Some(piece) = payload.next().await {
        let piece = piece.map_err(|_| Failure::Unreadable)?;
        if body.len().saturating_add(piece.len()) > LIMIT {
            return Err(Failure::TooBig);
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}
