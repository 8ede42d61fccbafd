//! `POST /en/send`: the one place on the server that seals.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::answers::{ComesBack, FilledForm, Problem};
use domain::tip::{BundleSlot, Language, SealPath, Tip};
use domain::{SealedFrame, TipId};
use mailbox::reply_slot;
use phrase::PhraseKeys;

use super::arrive::{Arrived, arrive};
use super::form::Posted;
use super::pictures::Pictures;
use super::stretch::stretch;
use super::{Once, Server, Wait, crowded, not_taken, respond};
use crate::page::{Again, Failure, SEND, Sheet, check_page, filled_form_page};
use crate::pages::Pages;

/// Why a tip was not taken.
enum NotTaken {
    Problems(Vec<Problem>),
    Failed(Failure),
}

/// Everything that taking one tip needs.
struct Taking<'a> {
    sheet: &'a Sheet<'a>,
    request: &'a HttpRequest,
    server: &'a dyn Server,
    once: &'a Once,
    posted: &'a Posted,
    tip: TipId,
}

/// Seals in memory, stages, wipes; a tip already taken is answered alike.
pub(crate) async fn send(
    request: HttpRequest,
    payload: web::Payload,
    pages: web::Data<Pages>,
    server: web::Data<dyn Server>,
    once: web::Data<Once>,
) -> HttpResponse {
    let arrived = arrive(&request, payload, &pages, &**server, SEND).await;
    let (sheet, mut posted, page) = match arrived {
        Ok(Arrived { sheet, posted, tip }) => (sheet, posted, tip),
        Err(answer) => return answer,
    };
    if posted.draw_phrase(&**server) {
        // Nobody has seen it yet.
        let html = check_page(&sheet, page, &posted.entries);
        return respond::page(StatusCode::OK, html);
    }
    let taken = match std::mem::replace(&mut posted.pictures, Ok(None)) {
        Ok(pictures) => {
            let hashes = pictures.as_ref().map_or_else(Vec::new, Pictures::hashes);
            let hashes = hashes.iter().map(|hash| ("picture", hash.as_str()));
            let taking = Taking {
                sheet: &sheet,
                request: &request,
                server: &**server,
                once: &once,
                tip: once.tip(page, posted.entries.pairs().chain(hashes)),
                posted: &posted,
            };
            let taken = taking.take(pictures);
            once.run(taking.tip, server.now(), taken).await
        }
        Err(unfit) => Err(NotTaken::Failed(not_taken(unfit))),
    };
    answer(&sheet, page, posted, taken)
}

/// Leads on, or gives back what was typed.
fn answer(
    sheet: &Sheet<'_>,
    page: TipId,
    posted: Posted,
    taken: Result<(), NotTaken>,
) -> HttpResponse {
    match taken {
        Ok(()) => respond::sent(sheet),
        Err(NotTaken::Problems(problems)) => {
            let entries = posted.entries.with_problems(problems);
            let html = filled_form_page(sheet, page, &entries);
            respond::page(StatusCode::UNPROCESSABLE_ENTITY, html)
        }
        Err(NotTaken::Failed(failure)) => {
            let kept = Again {
                tip: page,
                entries: &posted.entries,
                to: SEND,
                chosen: posted.chosen,
            };
            respond::failed(sheet, failure, Some(kept))
        }
    }
}

impl Taking<'_> {
    async fn take(&self, pictures: Option<Pictures>) -> Result<(), NotTaken> {
        let pairs = self.posted.entries.pairs();
        let form = FilledForm::from_pairs(pairs).map_err(NotTaken::Problems)?;
        let admitted = self.server.admit(self.request);
        admitted.map_err(|wait| NotTaken::Failed(crowded(wait)))?;
        let bundle = match pictures {
            Some(pictures) => Some(self.keep(pictures).await?),
            None => None,
        };
        let back = match (form.comes_back, self.posted.entries.phrase()) {
            (ComesBack::WithPhrase { safe }, Some(phrase)) => {
                let keys = stretch(phrase, self.sheet.settings.inst).await;
                Some((keys.map_err(full)?, safe))
            }
            (ComesBack::WithPhrase { .. }, None) | (ComesBack::Never, _) => None,
        };
        let frames = self.seal(form, bundle, back.as_ref());
        let frames = frames.ok_or(NotTaken::Failed(Failure::Closed))?;
        let staged = self.server.stage(frames).await;
        staged.map_err(full)
    }

    /// Draws pictures anew, seals them and has them kept: ahead of the words, which name them.
    async fn keep(&self, pictures: Pictures) -> Result<BundleSlot, NotTaken> {
        let Self {
            server, request, ..
        } = self;
        if server.directory().is_none() {
            return Err(NotTaken::Failed(Failure::Closed));
        }
        let sender = server.admit_pictures(request);
        let sender = sender.map_err(|wait| NotTaken::Failed(crowded(wait)))?;
        let sealed = pictures.seal(server.seed()).await;
        let sealed = sealed.map_err(|unfit| NotTaken::Failed(not_taken(unfit)))?;
        let blob = server.keep(sealed.blob, sender).await.map_err(full)?;
        Ok(sealed.key.at(blob))
    }

    /// Seals to triage; `None` if there is no valid directory or it names nobody to seal to.
    fn seal(
        &self,
        form: FilledForm,
        bundle: Option<BundleSlot>,
        back: Option<&(PhraseKeys, bool)>,
    ) -> Option<Vec<SealedFrame>> {
        let Self { sheet, server, .. } = self;
        let directory = server.directory()?;
        let now = server.now();
        let lang = Language::try_from(sheet.words.lang().code.to_owned()).ok()?;
        let tip = self.id(bundle.as_ref());
        let thread = back.map_or_else(|| self.once.thread(tip), |(keys, _)| keys.thread());
        let mut tip = Tip::from_form(form, tip, thread, now.hour(), lang, SealPath::Server);
        tip.reply = back.map(|(keys, safe)| reply_slot(keys, *safe));
        tip.bundle = bundle;
        let frames = match back {
            Some((keys, _)) => {
                seal::signed_to_triage(&tip, &directory, now.day(), &keys.signing_key())
            }
            None => seal::to_triage(&tip, &directory, now.day()),
        };
        frames.ok()
    }

    /// Sealed anew, pictures are another bundle, and parts that name another are another tip's.
    fn id(&self, bundle: Option<&BundleSlot>) -> TipId {
        bundle.map_or(self.tip, |bundle| {
            let blob = bundle.blob.to_string();
            let named = [("bundle", blob.as_str())];
            self.once.tip(self.tip, named.into_iter())
        })
    }
}

fn full(Wait { seconds }: Wait) -> NotTaken {
    NotTaken::Failed(Failure::Full { seconds })
}
