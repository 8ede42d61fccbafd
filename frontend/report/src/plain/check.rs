//! `POST /en/check`: the answers once more, or what is wrong with them. Nothing is kept.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::answers::FilledForm;

use super::arrive::{Arrived, arrive};
use super::{Server, respond};
use crate::page::{check_page, filled_form_page};
use crate::pages::Pages;

/// Shows the check page, or the form with its problems, or the form to change an answer.
pub(crate) async fn check(
    request: HttpRequest,
    payload: web::Payload,
    pages: web::Data<Pages>,
    server: web::Data<dyn Server>,
) -> HttpResponse {
    let arrived = arrive(&request, payload, &pages, &**server, "check").await;
    let Arrived {
        sheet,
        mut posted,
        tip,
    } = match arrived {
        Ok(arrived) => arrived,
        Err(answer) => return answer,
    };
    posted.draw_phrase(&**server);
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
