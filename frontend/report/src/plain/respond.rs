//! Answers that may hold what somebody typed: never stored, never compressed.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, LOCATION, RETRY_AFTER};

use crate::page::{Again, Failure, Sheet, Unfit, failure_page};

/// A page. The connection ends with it: its buffers held what was typed and are wiped when freed.
pub(super) fn page(status: StatusCode, html: String) -> HttpResponse {
    HttpResponse::build(status)
        .force_close()
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(html)
}

/// Leads to the page that says what happens next.
pub(super) fn sent(sheet: &Sheet<'_>) -> HttpResponse {
    HttpResponse::SeeOther()
        .force_close()
        .insert_header((LOCATION, sheet.href("sent")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .finish()
}

/// The page of a failure, with what was typed if it was read.
pub(super) fn failed(sheet: &Sheet<'_>, failure: Failure, kept: Option<Again<'_>>) -> HttpResponse {
    let status = match failure {
        Failure::Closed | Failure::Full { .. } => StatusCode::SERVICE_UNAVAILABLE,
        Failure::TooBig | Failure::Picture(Unfit::Room) => StatusCode::PAYLOAD_TOO_LARGE,
        Failure::Picture(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Failure::Unreadable => StatusCode::BAD_REQUEST,
        Failure::Crowded { .. } => StatusCode::TOO_MANY_REQUESTS,
    };
    let mut response = page(status, failure_page(sheet, failure, kept));
    if let Failure::Full { seconds } | Failure::Crowded { seconds } = failure {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response
}
