//! The one machine that is asked beside our own server, if an operator set it: their own translator.

use domain::console::Translator;
use domain::work::TRANSLATION_MAX;
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReferrerPolicy, Request, RequestCache, RequestCredentials, RequestInit,
    RequestMode, RequestRedirect, Response,
};

use super::{Page, window};
pub(crate) use crate::words::translation::Unanswered;

/// How long a long tip may take a machine without a graphics card, in milliseconds.
const PATIENCE: u32 = 120_000;

/// What `LibreTranslate` answers.
#[derive(Deserialize)]
struct Answered {
    #[serde(rename = "translatedText")]
    text: String,
}

/// The translator that the page names.
pub(crate) fn translator() -> Option<Translator> {
    Page::read()?.translator
}

/// Has a text translated into English. Nothing but the text and its language is sent.
pub(crate) async fn translate(
    translator: &Translator,
    text: &str,
    from: &str,
) -> Result<String, Unanswered> {
    let body = serde_json::json!({"q": text, "source": from, "target": "en", "format": "text"});
    let answer = ask(translator, &body.to_string()).await;
    let answer = answer.map_err(|_| Unanswered::NotReached)?;
    if !answer.ok() {
        return Err(Unanswered::Refused);
    }
    let read = async { JsFuture::from(answer.text()?).await };
    let text = read.await.map_err(|_| Unanswered::NotReached)?;
    let text = text.as_string().unwrap_or_default();
    let answered: Result<Answered, _> = serde_json::from_str(&text);
    let text = answered.map_err(|_| Unanswered::NotUnderstood)?.text;
    match text.len() {
        _ if text.trim().is_empty() => Err(Unanswered::NotUnderstood),
        0..=TRANSLATION_MAX => Ok(text),
        _ => Err(Unanswered::TooLong),
    }
}

async fn ask(translator: &Translator, body: &str) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_mode(RequestMode::Cors);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Error);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    init.set_body(&JsValue::from_str(body));
    let address = format!("{}/translate", translator.origin());
    let request = Request::new_with_str_and_init(&address, &init)?;
    request.headers().set("content-type", "application/json")?;
    let answer = JsFuture::from(window().fetch_with_request(&request)).await?;
    answer.dyn_into()
}
