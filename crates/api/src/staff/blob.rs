//! `GET /api/blobs/{blob}`: a tip's files as they came, sealed.

use actix_web::HttpResponse;
use actix_web::body::SizedStream;
use actix_web::web::{Data, Path};
use domain::BlobId;
use domain::log::{Object, Operation};
use futures_util::stream;

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

/// Hands over one blob as it is read from the disk.
pub(super) async fn blob(
    staff: Data<Staff>,
    May(who, blob): May<OnTriage, Path<BlobId>>,
) -> Result<HttpResponse, Fault> {
    let opened = Doing::new(Operation::Consultation, Object::FILES, "triage");
    staff.record(&who, [opened]).await?;
    let reader = staff.blobs.read(*blob).await?.ok_or(Kind::NotFound)?;
    let len = reader.len();
    let pieces = stream::try_unfold(reader, |mut reader| async move {
        let piece = reader.next().await?;
        Ok::<_, std::io::Error>(piece.map(|piece| (piece.into(), reader)))
    });
    Ok(HttpResponse::Ok()
        .content_type("application/octet-stream")
        .body(SizedStream::new(len, Box::pin(pieces))))
}
