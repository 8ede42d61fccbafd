//! `POST /api/blobs`: room for one blob.

use actix_web::{HttpRequest, HttpResponse, web};
use domain::bundle::Bucket;
use domain::wire::{BeginUpload, BegunUpload};

use super::super::{Public, body};
use crate::fault::{Fault, Kind};
use crate::limits::Caller;

/// Most bytes of what is asked.
const MOST: usize = 64;

/// Answers the upload's id. The whole blob counts against the caller's limit now, its parts no more.
pub(super) async fn begin(
    public: web::Data<Public>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, Fault> {
    if body::length(&request, "application/json")? > MOST {
        return Err(Kind::TooLarge.into());
    }
    let asked = body::read(payload, MOST, public.upload_time).await?;
    let asked: BeginUpload = serde_json::from_slice(&asked).map_err(|_| Kind::Unprocessable)?;
    let bucket = Bucket::try_from(asked.bucket).map_err(|_| Kind::Unprocessable)?;
    public.door.open().await.map_err(|_| Kind::Closed)?;
    let caller = Caller::of(&request, &public.proxies);
    public.uploads.lane.admit_many(&caller, bucket.parts())?;
    let place = public.uploads.place(&caller);
    let upload = public.uploads.blobs.begin(bucket, place).await?;
    Ok(HttpResponse::Created().json(BegunUpload { upload }))
}
