//! `POST /api/tips`: one sealed frame arrives.

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, web};
use domain::{FRAME_LEN, SealedFrame};
use staging::StagingError;

use super::{Public, body};
use crate::fault::{Fault, Kind};
use crate::limits::Caller;

/// The same for every frame, new or sent before.
const ACCEPTED: &str = r#"{"status":"accepted"}"#;

/// Answers 202 once the frame is on disk. Order: shape, seen, open, puzzle, limits, stage; so a resend
/// is answered as the first was, whatever happened in between.
pub(super) async fn send(
    public: web::Data<Public>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, Fault> {
    body::check_head(&request, "application/octet-stream", FRAME_LEN)?;
    let frame = read(payload, public.upload_time).await?;
    if !public.staging.seen(&frame).await {
        public.door.open().await.map_err(|_| Kind::Closed)?;
        public.puzzles.spend(&request)?;
        public.lane.admit(&Caller::of(&request, &public.proxies))?;
        public.staging.stage(vec![frame]).await?;
    }
    let mut accepted = HttpResponse::Accepted();
    Ok(accepted.content_type("application/json").body(ACCEPTED))
}

async fn read(payload: web::Payload, time: Duration) -> Result<SealedFrame, Fault> {
    let bytes = body::read(payload, FRAME_LEN, time).await?;
    SealedFrame::try_from(bytes).map_err(|_| Kind::Incomplete.into())
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
