//! Signing in: the passphrase never leaves the opener.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::gate::{Attempt, Begin, trouble};
use crate::parts::Word;
use crate::place::Place;
use crate::words::failure;

/// The gate's first card.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let attempt = Attempt::new();
    let console = attempt.console;
    let (name, passphrase) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // What went wrong here, or why the last session ended.
    let said = move || match (attempt.wrong.get(), console.notice.get()) {
        (Some(failure), _) => Some(failure::of(&failure)),
        (None, notice) => notice.map(|notice| notice.advice),
    };
    let submit = move |event: SubmitEvent| {
        attempt.submit(&event, || {
            let name = name.with_untracked(|name| name.trim().to_owned());
            console.sign_in(name, passphrase.get_untracked())
        });
    };
    view! {
        <h1>"Sign in"</h1>
        {move || said().map(trouble)}
        <form on:submit=submit autocomplete="off">
            <Word id="name" label="Name" value=name />
            <Words value=passphrase />
            <Begin
                attempt=attempt
                id="sign-in"
                label="Sign in"
                under="Signing in…"
                why="Working out your keys in this browser. This takes a moment on purpose."
            />
        </form>
        <p class="gate-other">
            "Invited? " <a href=Place::Enrol.to_string()>"Enrol with your one-time code"</a>
        </p>
    }
}

/// The passphrase, hidden unless the officer wants to see the words.
#[component]
pub(super) fn Words(value: RwSignal<String>) -> impl IntoView {
    let shown = RwSignal::new(false);
    let kind = Signal::derive(move || if shown.get() { "text" } else { "password" });
    view! {
        <div>
            <Word
                id="passphrase"
                label="Passphrase"
                hint="The words from your enrolment, with one space between them."
                kind=kind
                value=value
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
    }
}
