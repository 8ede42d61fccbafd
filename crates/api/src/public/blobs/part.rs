//! `PUT /api/blobs/{upload}/{part}`: one part of a blob arrives.

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, web};
use blobs::PartWriter;
use futures_util::StreamExt;

use super::super::{Public, body};
use super::parsed;
use crate::fault::{Fault, Kind};

/// How long a part may take: a mebibyte at 50 kbit/s.
const PART_TIME: Duration = Duration::from_secs(170);

/// Writes the part as it comes; no more of it than one read is in memory. Sent again, it is answered
/// alike.
pub(super) async fn part(
    public: web::Data<Public>,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    payload: web::Payload,
) -> Result<HttpResponse, Fault> {
    let (upload, part) = path.into_inner();
    let writer = public
        .uploads
        .blobs
        .part(parsed(&upload)?, parsed(&part)?)?;
    body::check_head(&request, "application/octet-stream", writer.len())?;
    let whole = tokio::time::timeout(PART_TIME, write(writer, payload)).await;
    whole.map_err(|_| Kind::Incomplete)??;
    Ok(HttpResponse::NoContent().finish())
}

async fn write(mut writer: PartWriter, mut payload: web::Payload) -> Result<(), Fault> {
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Kind::Incomplete)?;
        writer.write(chunk.to_vec()).await?;
    }
    Ok(writer.finish()?)
}
