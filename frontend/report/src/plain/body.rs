//! Reads a posted form off the wire, up to a limit, into memory that is wiped.

use std::time::Duration;

use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::{HttpRequest, web};
use futures_util::StreamExt;
use zeroize::Zeroizing;

use crate::page::Failure;

/// How much is read, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// The longest texts, every byte percent-encoded, and room for the rest: about 200 KB.
    Whole,
    /// Over a limit: what most people write, to be given back to them. That costs no more than
    /// serving them the form.
    Little,
}

impl Room {
    pub(super) const fn bytes(self) -> usize {
        match self {
            Self::Whole => 200_000,
            Self::Little => 30_000,
        }
    }

    pub(super) const fn patience(self) -> Duration {
        match self {
            Self::Whole => Duration::from_mins(1),
            Self::Little => Duration::from_secs(10),
        }
    }
}

/// Reads the body of a form of ours, posted by one of our own pages.
pub(super) async fn read(
    request: &HttpRequest,
    payload: web::Payload,
    room: Room,
) -> Result<Zeroizing<Vec<u8>>, Failure> {
    if is_cross_site(request) || kind(request) != "application/x-www-form-urlencoded" {
        return Err(Failure::Unreadable);
    }
    if announced(request) > room.bytes() {
        return Err(Failure::TooBig);
    }
    let read = tokio::time::timeout(room.patience(), collect(payload, room)).await;
    read.unwrap_or(Err(Failure::Unreadable))
}

/// Browsers say where a post comes from; ours come from our own pages.
pub(super) fn is_cross_site(request: &HttpRequest) -> bool {
    let site = request.headers().get("sec-fetch-site");
    site.is_some_and(|site| site != "same-origin" && site != "none")
}

/// What the body says it is, in small letters; nothing if it does not.
pub(super) fn kind(request: &HttpRequest) -> String {
    let kind = request.headers().get(CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.to_ascii_lowercase()
}

/// How long the body says it is; nothing if it does not.
pub(super) fn announced(request: &HttpRequest) -> usize {
    let length = request.headers().get(CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok());
    length.and_then(|length| length.parse().ok()).unwrap_or(0)
}

async fn collect(mut payload: web::Payload, room: Room) -> Result<Zeroizing<Vec<u8>>, Failure> {
    // Reserved whole, so that growing leaves no copies behind.
    let mut body = Zeroizing::new(Vec::with_capacity(room.bytes()));
    while let Some(piece) = payload.next().await {
        let piece = piece.map_err(|_| Failure::Unreadable)?;
        if body.len().saturating_add(piece.len()) > room.bytes() {
            return Err(Failure::TooBig);
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}
