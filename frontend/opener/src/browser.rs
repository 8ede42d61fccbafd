//! The opener in a Web Worker: `fetch` for a transport, the browser's clock and randomness.

use domain::console::{Answer, Failure, Request, Response, Setup};
use domain::wire::INTAKE_REMAINING_HEADER;
use domain::{Clock, UnixSeconds};
use js_sys::{Date, Function, Promise, Uint8Array};
use rand::rngs::OsRng;
use unseal::ahead::{Secret, Share};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Request as WebRequest, RequestCache, RequestCredentials, RequestInit, RequestMode,
    RequestRedirect, Response as WebResponse, WorkerGlobalScope,
};
use zeroize::{Zeroize, Zeroizing};

use crate::agreement::{Agreement, Later, Lent};
use crate::transport::{Call, Reply, Transport, Unreachable};
use crate::{Pins, Serials};

/// No request takes longer than this.
const PATIENCE_MS: u32 = 60_000;
/// A tip's files may be 64 MiB.
const PATIENCE_FOR_FILES_MS: u32 = 600_000;

/// The opener as the worker's script holds it.
#[wasm_bindgen]
pub struct Opener(crate::Opener<Fetch, OsRng, BrowserClock>);

#[wasm_bindgen]
impl Opener {
    /// Begins with what the page pinned, a [`Setup`] as JSON text, and what [`Opener::seen`] said in a
    /// session before.
    #[wasm_bindgen(constructor)]
    pub fn new(setup: &str, seen: &str) -> Result<Opener, JsValue> {
        let setup: Setup = serde_json::from_str(setup).map_err(|_| JsValue::NULL)?;
        let pins = Pins::try_from(setup).map_err(|_| JsValue::NULL)?;
        let opener = crate::Opener::new(pins, Fetch, OsRng, BrowserClock);
        let opener = opener.with_agreement(Box::new(WebCrypto));
        Ok(Self(opener.having_seen(Serials::from_text(seen))))
    }

    /// The newest serials of public notes seen, to be kept by the page.
    pub fn seen(&self) -> String {
        self.0.seen().to_string()
    }

    /// The bytes of an open file by its number from 1, copied out of this module's memory.
    pub fn file(&self, tip: &str, number: usize) -> Option<Uint8Array> {
        let bytes = self.0.file(tip.parse().ok()?, number)?;
        Some(Uint8Array::from(bytes))
    }

    /// Answers one [`Request`] in JSON text with one [`Response`] in JSON text; `progress` is called
    /// with further ones on the way.
    pub async fn handle(&mut self, mut request: String, progress: Function) -> String {
        let parsed = serde_json::from_str::<Request>(&request);
        request.zeroize();
        let Ok(Request { id, ask }) = parsed else {
            return text(0, Answer::Failed(Failure::Unexpected));
        };
        let mut say = |answer| {
            // A page that went away hears nothing, and nothing follows from that.
            let _ = progress.call1(&JsValue::NULL, &text(id, answer).into());
        };
        let answer = self.0.handle(ask, &mut say).await;
        text(id, answer)
    }
}

fn text(id: u32, answer: Answer) -> String {
    serde_json::to_string(&Response { id, answer }).unwrap_or_default()
}

/// The worker's own `fetch`: this origin, no cookies, nothing kept, no redirect followed.
#[derive(Debug)]
pub struct Fetch;

impl Transport for Fetch {
    async fn send(&self, call: Call<'_>) -> Result<Reply, Unreachable> {
        exchange(&call).await.map_err(|_| Unreachable)
    }
}

async fn exchange(call: &Call<'_>) -> Result<Reply, JsValue> {
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    let request = request(&scope, call)?;
    let response = JsFuture::from(scope.fetch_with_request(&request)).await?;
    let response: WebResponse = response.dyn_into()?;
    let remaining = response.headers().get(INTAKE_REMAINING_HEADER)?;
    let body = JsFuture::from(response.array_buffer()?).await?;
    Ok(Reply {
        status: response.status(),
        remaining: remaining.and_then(|number| number.parse().ok()),
        body: Uint8Array::new(&body).to_vec(),
    })
}

fn request(scope: &WorkerGlobalScope, call: &Call<'_>) -> Result<WebRequest, JsValue> {
    let init = RequestInit::new();
    init.set_method(call.method.name());
    init.set_mode(RequestMode::SameOrigin);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Error);
    let patience = if call.path.starts_with("/api/blobs/") {
        PATIENCE_FOR_FILES_MS
    } else {
        PATIENCE_MS
    };
    init.set_signal(Some(&AbortSignal::timeout_with_u32(patience)));
    if let Some(body) = call.body {
        init.set_body(&Uint8Array::from(body).into());
    }
    // A worker made from a text has no address that a path could be relative to.
    let address = format!("{}{}", scope.origin(), call.path);
    let request = WebRequest::new_with_str_and_init(&address, &init)?;
    if call.body.is_some() {
        request.headers().set("content-type", "application/json")?;
    }
    if let Some(token) = call.token {
        let bearer = format!("Bearer {token}");
        request.headers().set("authorization", &bearer)?;
    }
    Ok(request)
}

#[wasm_bindgen]
extern "C" {
    /// In `opener-worker.js`: a promise of a `CryptoKey` of this secret in PKCS #8, which it copies at once.
    #[wasm_bindgen(js_namespace = ginnel, js_name = lendX25519, catch)]
    fn lend_x25519(pkcs8: &[u8]) -> Result<Promise, JsValue>;

    /// In `opener-worker.js`: a promise of as many secrets as there are shares, zeroes where there is none.
    #[wasm_bindgen(js_namespace = ginnel, js_name = agreeX25519, catch)]
    fn agree_x25519(key: &JsValue, shares: Uint8Array) -> Result<Promise, JsValue>;
}

/// A private X25519 key in PKCS #8 (RFC 8410): this, then its 32 bytes.
const PKCS8: [u8; 16] = *b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x6e\x04\x22\x04\x20";

/// `WebCrypto`'s X25519, which browsers have had since 2024.
struct WebCrypto;

impl Agreement for WebCrypto {
    fn lend(&self, secret: &[u8; 32]) -> Later<Option<Box<dyn Lent>>> {
        let pkcs8 = Zeroizing::new([&PKCS8[..], secret].concat());
        let key = lend_x25519(&pkcs8);
        Box::pin(async {
            let key = JsFuture::from(key.ok()?).await.ok()?;
            Some(Box::new(LentKey(key)) as Box<dyn Lent>)
        })
    }
}

/// A `CryptoKey` that can be used and not read.
struct LentKey(JsValue);

impl Lent for LentKey {
    fn agree(&self, shares: Vec<Share>) -> Later<Vec<(Share, Secret)>> {
        let bytes: Vec<u8> = shares.iter().flat_map(|share| share.0).collect();
        let secrets = agree_x25519(&self.0, Uint8Array::from(bytes.as_slice()));
        Box::pin(async {
            match secrets.map(JsFuture::from) {
                Ok(secrets) => paired(shares, secrets.await),
                Err(_) => Vec::new(),
            }
        })
    }
}

/// Moves secrets out of the browser's memory, and wipes where they were.
fn paired(shares: Vec<Share>, secrets: Result<JsValue, JsValue>) -> Vec<(Share, Secret)> {
    let Some(secrets) = secrets
        .ok()
        .and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok())
    else {
        return Vec::new();
    };
    let bytes = Zeroizing::new(secrets.to_vec());
    secrets.fill(0, 0, secrets.length());
    let (secrets, _) = bytes.as_chunks::<32>();
    let all = shares.into_iter().zip(secrets);
    let all = all.map(|(share, secret)| (share, Zeroizing::new(*secret)));
    all.filter(|(_, secret)| **secret != [0; 32]).collect()
}

/// The browser's clock.
#[derive(Debug)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> UnixSeconds {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "whole seconds of any date fit an i64"
        )]
        UnixSeconds((Date::now() / 1_000.0) as i64)
    }
}
