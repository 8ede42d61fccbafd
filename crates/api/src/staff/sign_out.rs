//! `POST /api/sign-out`: the session ends.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::Staff;
use super::may::May;
use super::who::SignedIn;
use crate::fault::Fault;

/// Ends the session the request came with.
pub(super) async fn sign_out(
    staff: Data<Staff>,
    May(session, ()): May<SignedIn, ()>,
) -> Result<HttpResponse, Fault> {
    staff.given.forget(session.token);
    staff.store.end_session(session.token).await?;
    Ok(HttpResponse::NoContent().finish())
}
