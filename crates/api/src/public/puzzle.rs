//! `GET /api/puzzle`: work to be done before a tip is sent.

use actix_web::{HttpResponse, web};

use super::Public;
use crate::fault::Fault;

/// A challenge of ALTCHA's, as JSON.
pub(super) async fn puzzle(public: web::Data<Public>) -> Result<HttpResponse, Fault> {
    Ok(HttpResponse::Ok().json(public.puzzles.challenge()?))
}
