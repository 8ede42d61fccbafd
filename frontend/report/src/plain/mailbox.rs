//! `POST /en/mailbox`: replies read for somebody without scripts, in memory, while the phrase is there.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use mailbox::{Fetched, Mailbox};
use phrase::{NotAPhrase, Phrase, TOKEN_LEN, Token};

use super::arrive::{Arrived, arrive};
use super::stretch::stretch;
use super::{Server, Wait, respond};
use crate::page::{Again, Failure, MAILBOX, Sheet, mistyped_page, opened_page};
use crate::pages::Pages;

/// Deletes what is to be deleted, and shows what lies there then.
pub(crate) async fn mailbox(
    request: HttpRequest,
    payload: web::Payload,
    pages: web::Data<Pages>,
    server: web::Data<dyn Server>,
) -> HttpResponse {
    let arrived = arrive(&request, payload, &pages, &**server, MAILBOX).await;
    let Arrived { sheet, posted, tip } = match arrived {
        Ok(arrived) => arrived,
        Err(answer) => return answer,
    };
    let Some(phrase) = posted.entries.phrase() else {
        let why = posted.mistyped.unwrap_or(NotAPhrase::Count);
        let html = mistyped_page(&sheet, why);
        return respond::page(StatusCode::UNPROCESSABLE_ENTITY, html);
    };
    let delete = posted.delete.as_deref().map(String::as_str);
    match look(&sheet, &**server, phrase, delete).await {
        Ok(fetched) => {
            let html = opened_page(&sheet, tip, &posted.entries, &fetched, delete.is_some());
            respond::page(StatusCode::OK, html)
        }
        Err(failure) => {
            let entries = &posted.entries;
            let to = MAILBOX;
            let kept = Again {
                tip,
                entries,
                to,
                chosen: false,
            };
            respond::failed(&sheet, failure, Some(kept))
        }
    }
}

async fn look(
    sheet: &Sheet<'_>,
    server: &dyn Server,
    phrase: &Phrase,
    delete: Option<&str>,
) -> Result<Fetched, Failure> {
    let full = |Wait { seconds }| Failure::Full { seconds };
    let directory = server.directory().ok_or(Failure::Closed)?;
    let keys = stretch(phrase, sheet.settings.inst).await.map_err(full)?;
    let mailbox = Mailbox::of(&keys);
    let named: Vec<Token> = match delete {
        Some("all") => keys.tokens().into(),
        Some(token) => token_in(token).into_iter().collect(),
        None => Vec::new(),
    };
    if !named.is_empty() {
        server.delete_replies(&named).await.map_err(full)?;
    }
    let answer = server
        .read_mailbox(&mailbox.request())
        .await
        .map_err(full)?;
    // What the server itself made is of the right length.
    Ok(mailbox
        .open(&answer, &directory.replies)
        .unwrap_or_default())
}

fn token_in(hex: &str) -> Option<Token> {
    let mut bytes = [0; TOKEN_LEN];
    hex::decode_to_slice(hex, &mut bytes).ok()?;
    Some(Token::from_bytes(bytes))
}
