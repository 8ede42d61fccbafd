//! Bodies of a length that is known before a byte of them is read.

use std::time::Duration;

use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::{HttpRequest, web};
use futures_util::StreamExt;

use crate::fault::{Fault, Kind};

/// Refuses by its head what cannot be exactly so many bytes of this media type.
pub(super) fn check_head(
    request: &HttpRequest,
    media_type: &str,
    expected: usize,
) -> Result<(), Fault> {
    match length(request, media_type)? {
        length if length == expected => Ok(()),
        length if length > expected => Err(Kind::TooLarge.into()),
        _ => Err(Kind::Unprocessable.into()),
    }
}

/// The length that is announced of a body of this media type.
pub(super) fn length(request: &HttpRequest, media_type: &str) -> Result<usize, Fault> {
    let headers = request.headers();
    let content_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = content_type.and_then(|value| value.split(';').next());
    if essence.is_none_or(|essence| essence.trim() != media_type) {
        return Err(Kind::WrongType.into());
    }
    let length = headers.get(CONTENT_LENGTH).ok_or(Kind::LengthRequired)?;
    let length = length.to_str().ok().and_then(|text| text.parse().ok());
    length.ok_or(Kind::Unprocessable.into())
}

/// Reads at most so many bytes, within this time.
pub(super) async fn read(
    body: web::Payload,
    most: usize,
    time: Duration,
) -> Result<Vec<u8>, Fault> {
    let whole = tokio::time::timeout(time, collect(body, most)).await;
    Ok(whole.map_err(|_| Kind::Incomplete)??)
}

async fn collect(mut body: web::Payload, most: usize) -> Result<Vec<u8>, Kind> {
    let mut bytes = Vec::with_capacity(most);
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(|_| Kind::Incomplete)?;
        if bytes.len().saturating_add(chunk.len()) > most {
            return Err(Kind::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
