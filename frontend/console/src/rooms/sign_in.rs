//! Signing in: the passphrase never leaves the opener.

use domain::console::Failure;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::console::{Link, use_console};
use crate::place::Place;
use crate::words::failure::{self, Advice};

/// The gate's first card.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let console = use_console();
    let name = RwSignal::new(String::new());
    let passphrase = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let under = RwSignal::new(false);
    let wrong = RwSignal::new(None::<Failure>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if under.get_untracked() || console.link.get_untracked() != Link::Ready {
            return;
        }
        under.set(true);
        wrong.set(None);
        let (name, words) = (name.get_untracked(), passphrase.get_untracked());
        spawn_local(async move {
            let done = console.sign_in(name.trim().to_owned(), words).await;
            let _ = under.try_set(false);
            if let Err(failure) = done {
                let _ = wrong.try_set(Some(failure));
                browser::focus_soon("sign-in-error");
            } else {
                let _ = passphrase.try_set(String::new());
            }
        });
    };
    let kind = move || if shown.get() { "text" } else { "password" };
    let waits = move || under.get() || console.link.get() == Link::Loading;
    let said = move || match (wrong.get(), console.notice.get()) {
        (Some(failure), _) => Some(failure::of(&failure)),
        (None, notice) => notice.map(|notice| notice.advice),
    };
    view! {
        <h1>"Sign in"</h1>
        {move || said().map(trouble)}
        <form on:submit=submit autocomplete="off">
            <div class="field">
                <label for="name">"Name"</label>
                <input
                    id="name"
                    type="text"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                />
            </div>
            <div class="field">
                <label for="passphrase">"Passphrase"</label>
                <p class="hint" id="passphrase-hint">
                    "The words from your enrolment, with one space between them."
                </p>
                <input
                    id="passphrase"
                    type=kind
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby="passphrase-hint"
                    prop:value=move || passphrase.get()
                    on:input=move |event| passphrase.set(event_target_value(&event))
                />
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || shown.get()
                        on:change=move |event| shown.set(event_target_checked(&event))
                    />
                    "Show the words"
                </label>
            </div>
            <button class="btn btn-main btn-wide" id="sign-in" aria-disabled=move || waits().to_string()>
                {move || if under.get() { "Signing in…" } else { "Sign in" }}
            </button>
            <p class="hint gate-wait" role="status">
                {move || match (under.get(), console.link.get()) {
                    (true, _) => "Working out your keys in this browser. This takes a moment on purpose.",
                    (false, Link::Loading) => "Getting ready…",
                    _ => "",
                }}
            </p>
        </form>
        <p class="gate-other">
            "Invited? " <a href=Place::Enrol.to_string()>"Enrol with your one-time code"</a>
        </p>
    }
}

/// What went wrong, on the card.
pub(crate) fn trouble(advice: Advice) -> impl IntoView {
    view! {
        <div class="error-summary" id="sign-in-error" tabindex="-1" role="alert">
            <h2>{advice.title}</h2>
            <p>{advice.todo}</p>
        </div>
    }
}
