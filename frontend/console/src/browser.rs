//! The few things the console asks of the browser itself.

mod bell;
mod translator;

use std::collections::HashMap;

use domain::console::{Setup, Translator};
use domain::{Day, Minute, UnixSeconds};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlElement, Url, Window};

pub(crate) use bell::ring;
pub(crate) use translator::{Unanswered, translate, translator};

/// What the page's body says: who is trusted, and where the files lie.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) setup: Setup,
    /// The partnership's own, if its operator set one.
    pub(crate) translator: Option<Translator>,
    assets: HashMap<String, String>,
}

impl Page {
    /// Reads the body's `data-` attributes; `None` if the server wrote them wrongly.
    pub(crate) fn read() -> Option<Self> {
        let body = window().document()?.body()?;
        let data = |name: &str| body.dataset().get(name);
        Some(Self {
            setup: Setup {
                inst: data("inst")?.parse().ok()?,
                authorities: serde_json::from_str(&data("authorities")?).ok()?,
            },
            translator: data("translator").and_then(|origin| origin.parse().ok()),
            assets: serde_json::from_str(&data("assets")?).ok()?,
        })
    }

    /// The address of a file by its logical name, absolute, so that a worker can use it too.
    pub(crate) fn asset(&self, name: &str) -> Option<String> {
        let origin = window().location().origin().ok()?;
        let path = self.assets.get(name)?;
        Some(format!("{origin}{path}"))
    }
}

/// The address of the service's mark, if the page names it.
pub(crate) fn mark() -> Option<String> {
    Page::read()?.asset("mark.svg")
}

/// The one window.
pub(crate) fn window() -> Window {
    web_sys::window().expect("the console runs in a page, never in a worker")
}

/// Now, by this computer's clock.
pub(crate) fn now() -> UnixSeconds {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds far below 2^53"
    )]
    UnixSeconds((js_sys::Date::now() / 1_000.0) as i64)
}

/// Today, by this computer's clock.
pub(crate) fn today() -> Day {
    now().day()
}

/// A moment as an input of this computer's own time takes it, such as `2026-11-23T09:05`.
pub(crate) fn local_text(minute: Minute) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of this age are far below 2^53"
    )]
    let date = js_sys::Date::new(&JsValue::from_f64(minute.start().0 as f64 * 1_000.0));
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.get_full_year(),
        date.get_month().saturating_add(1),
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}

/// Reads what such an input says.
pub(crate) fn local_minute(text: &str) -> Option<Minute> {
    let time = js_sys::Date::new(&text.into()).get_time();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds far below 2^53"
    )]
    let seconds = (time / 1_000.0) as i64;
    time.is_finite().then(|| UnixSeconds(seconds).minute())
}

/// The page's title.
pub(crate) fn title() -> String {
    let document = window().document();
    document
        .map(|document| document.title())
        .unwrap_or_default()
}

/// Sets the page's title.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = window().document() {
        document.set_title(title);
    }
}

/// The part of the address after `#`, with it.
pub(crate) fn address() -> String {
    window().location().hash().unwrap_or_default()
}

/// The mark of where the browser's history stands, if this console left one there.
pub(crate) fn mark_here() -> Option<String> {
    let state = window().history().ok()?.state().ok()?;
    state.as_string()
}

/// Goes on to an address; the browser's Back comes back here.
pub(crate) fn go_on(address: &str, mark: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&mark.into(), "", Some(address));
    }
}

/// Says where one is in other words, without having gone anywhere.
pub(crate) fn rename(address: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// Puts the keyboard focus on an element. What a title heads is read from its beginning.
pub(crate) fn focus(id: &str) {
    let document = window().document();
    let element = document.and_then(|document| document.get_element_by_id(id));
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    if id.ends_with("-title")
        && let Ok(Some(scrolls)) = element.closest(".pane-read, main")
    {
        scrolls.set_scroll_top(0);
    }
    let _ = element.focus();
}

/// What somebody writes in, and would lose words in if the focus left it.
const WRITTEN_IN: &str = "textarea, input:not([type=radio], [type=checkbox], [type=button])";

/// Puts the focus somewhere once the page has been redrawn, unless somebody has begun to write meanwhile.
pub(crate) fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    let before = focused();
    gloo_timers::callback::Timeout::new(30, move || {
        let writes = |element: &Element| element.matches(WRITTEN_IN);
        let now = focused().filter(|now| writes(now).unwrap_or(false));
        if now.is_none() || now == before {
            focus(&id);
        }
    })
    .forget();
}

fn focused() -> Option<Element> {
    window().document()?.active_element()
}

/// Copies a text; whether that worked is not known until the browser says.
pub(crate) async fn copy(text: &str) -> bool {
    let promise = window().navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()
}

/// Opens the browser's print dialogue.
pub(crate) fn print() {
    let _ = window().print();
}

/// Opens it once the page has been redrawn.
pub(crate) fn print_soon() {
    gloo_timers::callback::Timeout::new(200, print).forget();
}

/// Has the browser save a text as a file, made here: it leaves this computer only by the officer's hand.
pub(crate) fn save_text(name: &str, media_type: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = js_sys::Array::of1(&text.into());
    save(name, Blob::new_with_str_sequence_and_options(&parts, &kind));
}

/// Saves bytes as a file.
pub(crate) fn save_bytes(name: &str, media_type: &str, bytes: &[u8]) {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes).into());
    save(
        name,
        Blob::new_with_u8_array_sequence_and_options(&parts, &kind),
    );
}

fn save(name: &str, blob: Result<Blob, JsValue>) {
    let url = blob.and_then(|blob| Url::create_object_url_with_blob(&blob));
    let document = window().document();
    let link = document.and_then(|document| document.create_element("a").ok());
    let (Ok(url), Some(link)) = (url, link) else {
        return;
    };
    let named = link.set_attribute("download", name);
    if named.is_ok()
        && link.set_attribute("href", &url).is_ok()
        && let Ok(link) = link.dyn_into::<HtmlElement>()
    {
        link.click();
    }
    let _ = Url::revoke_object_url(&url);
}

/// Whether a key was meant for a field rather than for the room.
pub(crate) fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return true;
    }
    let target: Option<HtmlElement> = event.target().and_then(|target| target.dyn_into().ok());
    target.is_some_and(|element| {
        matches!(
            element.tag_name().as_str(),
            "INPUT" | "TEXTAREA" | "SELECT" | "SUMMARY"
        )
    })
}

/// Leaves nothing behind: a blank page is loaded in place of this one.
pub(crate) fn begin_again() {
    rename("#/");
    let _ = window().location().reload();
}

/// Reads a property of a message.
pub(crate) fn text_of(message: &JsValue, name: &str) -> Option<String> {
    js_sys::Reflect::get(message, &name.into())
        .ok()?
        .as_string()
}
