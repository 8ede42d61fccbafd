//! `POST /en/check`: the answers once more, or what is wrong with them. Nothing is kept.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::TipId;
use domain::answers::FilledForm;

use super::body::Room;
use super::form::Posted;
use super::{Server, crowded, respond};
use crate::page::{Again, check_page, filled_form_page};
use crate::pages::Pages;

/// Shows the check page, or the form with its problems, or the form to change an answer.
pub(crate) async fn check(
    request: HttpRequest,
    payload: web::Payload,
    pages: web::Data<Pages>,
    server: web::Data<dyn Server>,
) -> HttpResponse {
    let Some(sheet) = pages.sheet_at(request.path()) else {
        return HttpResponse::NotFound().finish();
    };
    let refused = server.admit_page(&request).err();
    let room = refused.map_or(Room::Whole, |_| Room::Little);
    let posted = match Posted::read(&request, payload, room).await {
        Ok(posted) => posted,
        Err(failure) => return respond::failed(&sheet, refused.map_or(failure, crowded), None),
    };
    let tip = posted
        .tip
        .unwrap_or_else(|| TipId::from_bytes(server.random()));
    if let Some(wait) = refused {
        let kept = Again {
            tip,
            entries: &posted.entries,
            to: "check",
        };
        return respond::failed(&sheet, crowded(wait), Some(kept));
    }
    let problems = FilledForm::from_pairs(posted.entries.pairs()).err();
    match problems {
        _ if posted.change => respond::page(
            StatusCode::OK,
            filled_form_page(&sheet, tip, &posted.entries),
        ),
        None => respond::page(StatusCode::OK, check_page(&sheet, tip, &posted.entries)),
        Some(problems) => {
            let entries = posted.entries.with_problems(problems);
            let html = filled_form_page(&sheet, tip, &entries);
            respond::page(StatusCode::UNPROCESSABLE_ENTITY, html)
        }
    }
}
