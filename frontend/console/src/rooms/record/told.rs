//! What a reporter is told of help: one saved reply for everybody, read before it is sent.

use leptos::prelude::*;

use super::signposts::Deciding;
use crate::words::{answers, saved_replies, signposts};

/// The language it is offered in first: the reporter's own, if there is a text in it.
pub(super) fn language(own: &str) -> String {
    let known = saved_replies::languages().contains(&own);
    if known { own } else { "en" }.to_owned()
}

/// What is said in a language.
pub(super) fn text(lang: &str) -> &'static str {
    let mut replies = saved_replies::of(lang);
    let reply = replies.find(|reply| reply.name == signposts::REPLY);
    reply.map_or("", |reply| reply.text)
}

/// The text as they will read it, and what it says in English.
#[component]
pub(super) fn Told(deciding: Deciding) -> impl IntoView {
    let lang = deciding.lang;
    let options = saved_replies::languages().into_iter().map(|tag| {
        view! {
            <option value=tag prop:selected=move || lang.get() == tag>
                {answers::language(tag)}
            </option>
        }
    });
    let is_foreign = move || lang.with(|lang| lang != "en");
    view! {
        <div class="field">
            <label for="signpost-language">"Language"</label>
            <select
                id="signpost-language"
                on:change=move |event| lang.set(event_target_value(&event))
            >
                {options.collect_view()}
            </select>
        </div>
        <p class="hint">
            "It names all help, whatever they wrote about: whoever finds their phrase learns nothing from it. It cannot \
             be taken back."
        </p>
        <p class="muted">"They will read:"</p>
        <p class="reply-text" id="signpost-preview" dir="auto" lang=move || lang.get()>
            {move || lang.with(|lang| text(lang))}
        </p>
        <Show when=is_foreign>
            <p class="hint">
                "Machine-made translation: no native reader has checked it yet. In English: "
                {text("en")}
            </p>
        </Show>
    }
}
