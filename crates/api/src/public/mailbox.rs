//! `POST /api/mailbox` and `POST /api/mailbox/delete`: a reporter comes back.

use actix_web::{HttpRequest, HttpResponse, web};

use super::{Public, body};
use crate::fault::{Fault, Kind};
use crate::limits::Caller;
use crate::mailboxes::{self, REQUEST_LEN};

const BYTES: &str = "application/octet-stream";

/// Eight tokens in, eight frames out, whatever lies there.
pub(super) async fn read(
    public: web::Data<Public>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, Fault> {
    let asked = exactly::<REQUEST_LEN>(&public, &request, payload).await?;
    let tokens = mailboxes::tokens(&asked).ok_or(Kind::Unprocessable)?;
    let frames = public.mailboxes.read(&tokens).await?;
    Ok(HttpResponse::Ok().content_type(BYTES).body(frames))
}

/// Eight tokens in; 204, whether anything was deleted or not. Who deletes one reply names seven places that
/// nobody has: no number is learned from what is asked.
pub(super) async fn delete(
    public: web::Data<Public>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, Fault> {
    let asked = exactly::<REQUEST_LEN>(&public, &request, payload).await?;
    let tokens = mailboxes::tokens(&asked).ok_or(Kind::Unprocessable)?;
    public.mailboxes.delete(&tokens).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Exactly so many bytes, of a caller who is let through.
async fn exactly<const N: usize>(
    public: &Public,
    request: &HttpRequest,
    payload: web::Payload,
) -> Result<[u8; N], Fault> {
    body::check_head(request, BYTES, N)?;
    let bytes = body::read(payload, N, public.upload_time).await?;
    public.lane.admit(&Caller::of(request, &public.proxies))?;
    bytes.try_into().map_err(|_| Kind::Incomplete.into())
}
