//! `POST /api/tips`: one sealed frame arrives.

use std::time::Duration;

use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use domain::{FRAME_LEN, SealedFrame};
use futures_util::StreamExt;
use staging::StagingError;

use super::Public;
use crate::fault::{Fault, Kind};
use crate::limits::Caller;

/// The same for every frame, new or sent before.
const ACCEPTED: &str = r#"{"status":"accepted"}"#;

/// Answers 202 once the frame is on disk. Order: shape, seen, open, limits, stage; so a resend is
/// answered as the first was, whatever happened in between.
pub(super) async fn send(
    public: web::Data<Public>,
    request: HttpRequest,
    body: web::Payload,
) -> Result<HttpResponse, Fault> {
    check_head(&request)?;
    let frame = read(body, public.upload_time).await?;
    if !public.staging.seen(&frame).await {
        public.door.open().await.map_err(|_| Kind::Closed)?;
        public.lane.admit(&Caller::of(&request, &public.proxies))?;
        public.staging.stage(vec![frame]).await?;
    }
    let mut accepted = HttpResponse::Accepted();
    Ok(accepted.content_type("application/json").body(ACCEPTED))
}

/// Refuses by its head what cannot be a frame, before a byte of it is read.
fn check_head(request: &HttpRequest) -> Result<(), Fault> {
    let headers = request.headers();
    let content_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = content_type.and_then(|value| value.split(';').next());
    if essence.is_none_or(|essence| essence.trim() != "application/octet-stream") {
        return Err(Kind::WrongType.into());
    }
    let length = headers.get(CONTENT_LENGTH).ok_or(Kind::LengthRequired)?;
    let length = length
        .to_str()
        .ok()
        .and_then(|text| text.parse::<u64>().ok());
    let expected = u64::try_from(FRAME_LEN).unwrap_or(u64::MAX);
    match length {
        Some(length) if length == expected => Ok(()),
        Some(length) if length > expected => Err(Kind::TooLarge.into()),
        Some(_) | None => Err(Kind::Unprocessable.into()),
    }
}

async fn read(body: web::Payload, time: Duration) -> Result<SealedFrame, Fault> {
    let whole = tokio::time::timeout(time, collect(body)).await;
    let bytes = whole.map_err(|_| Kind::Incomplete)??;
    SealedFrame::try_from(bytes).map_err(|_| Kind::Incomplete.into())
}

async fn collect(mut body: web::Payload) -> Result<Vec<u8>, Kind> {
    let mut bytes = Vec::with_capacity(FRAME_LEN);
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(|_| Kind::Incomplete)?;
        if bytes.len().saturating_add(chunk.len()) > FRAME_LEN {
            return Err(Kind::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// Staging logs what is wrong with its disk itself.
impl From<StagingError> for Fault {
    fn from(error: StagingError) -> Self {
        match error {
            StagingError::Full => Kind::Full.into(),
            StagingError::Unavailable => Kind::Unavailable.into(),
        }
    }
}
