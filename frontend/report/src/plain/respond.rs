//! Answers that may hold what somebody typed: never stored, never compressed.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, RETRY_AFTER};
use domain::TipId;

use crate::page::{Entries, Failure, Sheet, failure_page};

/// A page.
pub(super) fn page(status: StatusCode, html: String) -> HttpResponse {
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(html)
}

/// The page of a failure, with what was typed if it was read.
pub(super) fn failed(
    sheet: &Sheet<'_>,
    failure: Failure,
    kept: Option<(TipId, &Entries)>,
) -> HttpResponse {
    let status = match failure {
        Failure::Closed | Failure::Full { .. } => StatusCode::SERVICE_UNAVAILABLE,
        Failure::TooBig => StatusCode::PAYLOAD_TOO_LARGE,
        Failure::Unreadable => StatusCode::BAD_REQUEST,
    };
    let mut response = page(status, failure_page(sheet, failure, kept));
    if let Failure::Full { seconds } = failure {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response
}
