//! `GET /api/sheets`: the monthly sheets, for programs that verify and draw them.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};
use domain::wire;

use super::Public;
use crate::fault::Fault;

/// The signed lines of every sheet of the last twelve months.
pub(super) async fn sheets(public: web::Data<Public>) -> Result<HttpResponse, Fault> {
    let newest = public.sheets.newest().await?;
    let sheets = newest.iter().map(|sheet| sheet.text.clone()).collect();
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=300"))
        .json(wire::Sheets { sheets }))
}
