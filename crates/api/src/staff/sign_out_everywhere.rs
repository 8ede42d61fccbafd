//! `POST /api/sign-out-everywhere`: every session of whoever asks ends, this one included.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::Staff;
use super::may::May;
use super::who::SignedIn;
use crate::fault::Fault;

/// Ends the sessions of one's own account. What the others were given is forgotten with their time.
pub(super) async fn sign_out_everywhere(
    staff: Data<Staff>,
    May(session, ()): May<SignedIn, ()>,
) -> Result<HttpResponse, Fault> {
    staff.given.forget(session.token);
    staff.store.end_sessions_of(session.officer.id).await?;
    Ok(HttpResponse::NoContent().finish())
}
