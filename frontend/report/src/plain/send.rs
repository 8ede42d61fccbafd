//! `POST /en/send`: the one place on the server that seals.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::answers::{ComesBack, FilledForm, Problem};
use domain::tip::{Language, SealPath, Tip};
use domain::{SealedFrame, ThreadId, TipId};
use mailbox::reply_slot;
use phrase::PhraseKeys;

use super::arrive::{Arrived, arrive};
use super::form::Posted;
use super::stretch::stretch;
use super::{Once, Server, Wait, crowded, respond};
use crate::page::{Again, Failure, Sheet, check_page, filled_form_page};
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
    let (sheet, mut posted, page) = match arrived {
        Ok(Arrived { sheet, posted, tip }) => (sheet, posted, tip),
        Err(answer) => return answer,
    };
    if posted.draw_phrase(&**server) {
        // Nobody has seen it yet.
        let html = check_page(&sheet, page, &posted.entries);
        return respond::page(StatusCode::OK, html);
    }
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
    let full = |Wait { seconds }| NotTaken::Failed(Failure::Full { seconds });
    let back = match (form.comes_back, posted.entries.phrase()) {
        (ComesBack::WithPhrase { safe }, Some(phrase)) => {
            let keys = stretch(phrase, sheet.settings.inst).await.map_err(full)?;
            Some((keys, safe))
        }
        (ComesBack::WithPhrase { .. }, None) | (ComesBack::Never, _) => None,
    };
    let frames = seal(sheet, server, ids, form, back.as_ref());
    let frames = frames.ok_or(NotTaken::Failed(Failure::Closed))?;
    let staged = server.stage(frames).await;
    staged.map_err(full)
}

/// Seals to triage; `None` if there is no valid directory or it names nobody to seal to.
fn seal(
    sheet: &Sheet<'_>,
    server: &dyn Server,
    (tip, thread): (TipId, ThreadId),
    form: FilledForm,
    back: Option<&(PhraseKeys, bool)>,
) -> Option<Vec<SealedFrame>> {
    let directory = server.directory()?;
    let now = server.now();
    let lang = Language::try_from(sheet.words.lang().code.to_owned()).ok()?;
    let thread = back.map_or(thread, |(keys, _)| keys.thread());
    let mut tip = Tip::from_form(form, tip, thread, now.hour(), lang, SealPath::Server);
    tip.reply = back.map(|(keys, safe)| reply_slot(keys, *safe));
    let frames = match back {
        Some((keys, _)) => seal::signed_to_triage(&tip, &directory, now.day(), &keys.signing_key()),
        None => seal::to_triage(&tip, &directory, now.day()),
    };
    frames.ok()
}
