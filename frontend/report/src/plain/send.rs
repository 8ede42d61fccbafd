//! `POST /en/send`: the one place on the server that seals.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::answers::{FilledForm, Problem};
use domain::tip::{Language, SealPath, Tip};
use domain::{SealedFrame, ThreadId, TipId};

use super::form::Posted;
use super::{Once, Server, Wait, respond};
use crate::page::{Failure, Sheet, filled_form_page};
use crate::pages::Pages;

/// Why a tip was not taken.
enum NotTaken {
    Problems(Vec<Problem>),
    Failed(Failure),
}

impl From<Wait> for NotTaken {
    fn from(wait: Wait) -> Self {
        let seconds = wait.seconds;
        Self::Failed(Failure::Full { seconds })
    }
}

/// Seals in memory, stages, wipes; a tip already taken is answered alike.
pub(crate) async fn send(
    request: HttpRequest,
    payload: web::Payload,
    pages: web::Data<Pages>,
    server: web::Data<dyn Server>,
    once: web::Data<Once>,
) -> HttpResponse {
    let Some(sheet) = pages.sheet_at(request.path()) else {
        return HttpResponse::NotFound().finish();
    };
    let posted = match Posted::read(&request, payload).await {
        Ok(posted) => posted,
        Err(failure) => return respond::failed(&sheet, failure, None),
    };
    let page = posted
        .tip
        .unwrap_or_else(|| TipId::from_bytes(server.random()));
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
            respond::failed(&sheet, failure, Some((page, &posted.entries)))
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
    server.admit(request)?;
    let frames = seal(sheet, server, ids, form).ok_or(NotTaken::Failed(Failure::Closed))?;
    Ok(server.stage(frames).await?)
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
