//! `POST /en/send`: the one place on the server that seals.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::answers::{FilledForm, Problem};
use domain::tip::{Language, SealPath, Tip};
use domain::{SealedFrame, ThreadId, TipId};

use super::arrive::{Arrived, arrive};
use super::form::Posted;
use super::{Once, Server, Wait, crowded, respond};
use crate::page::{Again, Failure, Sheet, filled_form_page};
use crate::pages::Pages;

/// Why a tip was not taken.
enum NotTaken {
    Problems(Vec<Problem>),
    Failed(Failure),
}

/// Seals in memory, stages, wipes; a tip already taken is answered alike.
pub(crate) async fn send(
    request: HttpRequest,
    payload: web::Payload,
    pages: web::Data<Pages>,
    server: web::Data<dyn Server>,
    once: web::Data<Once>,
) -> HttpResponse {
    let arrived = arrive(&request, payload, &pages, &**server, "send").await;
    let (sheet, posted, page) = match arrived {
        Ok(Arrived { sheet, posted, tip }) => (sheet, posted, tip),
        Err(answer) => return answer,
    };
    let tip = once.tip(page, posted.entries.pairs());
    let ids = (tip, once.thread(tip));
    let taken = take(&sheet, &request, &**server, ids, &posted);
    match once.run(tip, server.now(), taken).await {
        Ok(()) => respond::sent(&sheet),
        Err(NotTaken::Problems(problems)) => {
            let entries = posted.entries.with_problems(problems);
            let html = filled_form_page(&sheet, page, &entries);
            respond::page(StatusCode::UNPROCESSABLE_ENTITY, html)
        }
        Err(NotTaken::Failed(failure)) => {
            let kept = Again {
                tip: page,
                entries: &posted.entries,
                to: "send",
            };
            respond::failed(&sheet, failure, Some(kept))
        }
    }
}

async fn take(
    sheet: &Sheet<'_>,
    request: &HttpRequest,
    server: &dyn Server,
    ids: (TipId, ThreadId),
    posted: &Posted,
) -> Result<(), NotTaken> {
    let form = FilledForm::from_pairs(posted.entries.pairs()).map_err(NotTaken::Problems)?;
    let admitted = server.admit(request);
    admitted.map_err(|wait| NotTaken::Failed(crowded(wait)))?;
    let frames = seal(sheet, server, ids, form).ok_or(NotTaken::Failed(Failure::Closed))?;
    let staged = server.stage(frames).await;
    staged.map_err(|Wait { seconds }| NotTaken::Failed(Failure::Full { seconds }))
}

/// Seals to triage; `None` if there is no valid directory or it names nobody to seal to.
fn seal(
    sheet: &Sheet<'_>,
    server: &dyn Server,
    (tip, thread): (TipId, ThreadId),
    form: FilledForm,
) -> Option<Vec<SealedFrame>> {
    let directory = server.directory()?;
    let now = server.now();
    let lang = Language::try_from(sheet.words.lang().code.to_owned()).ok()?;
    let tip = Tip::from_form(form, tip, thread, now.hour(), lang, SealPath::Server);
    seal::to_triage(&tip, &directory, now.day()).ok()
}
