//! Signing in: the passphrase never leaves the opener.

use domain::console::Failure;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::console::{Console, Link, use_console};
use crate::parts::Word;
use crate::place::Place;
use crate::words::failure::{self, Advice};

/// What is typed and how far it has come.
#[derive(Clone, Copy)]
struct Attempt {
    console: Console,
    name: RwSignal<String>,
    passphrase: RwSignal<String>,
    under: RwSignal<bool>,
    wrong: RwSignal<Option<Failure>>,
}

impl Attempt {
    fn submit(self, event: SubmitEvent) {
        event.prevent_default();
        if self.under.get_untracked() || self.console.link.get_untracked() != Link::Ready {
            return;
        }
        self.under.set(true);
        self.wrong.set(None);
        let name = self.name.with_untracked(|name| name.trim().to_owned());
        let words = self.passphrase.get_untracked();
        spawn_local(async move {
            // The card is gone once it went well, and its signals with it: hence `try_set`.
            let done = self.console.sign_in(name, words).await;
            let _ = self.under.try_set(false);
            if let Err(failure) = done {
                let _ = self.wrong.try_set(Some(failure));
                browser::focus_soon("sign-in-error");
            }
        });
    }

    /// What went wrong here, or why the last session ended.
    fn said(self) -> Option<Advice> {
        match (self.wrong.get(), self.console.notice.get()) {
            (Some(failure), _) => Some(failure::of(&failure)),
            (None, notice) => notice.map(|notice| notice.advice),
        }
    }

    fn waits_for(self) -> &'static str {
        match (self.under.get(), self.console.link.get()) {
            (true, _) => "Working out your keys in this browser. This takes a moment on purpose.",
            (false, Link::Loading) => "Getting ready…",
            (false, Link::Ready | Link::Broken) => "",
        }
    }
}

/// The gate's first card.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let attempt = Attempt {
        console: use_console(),
        name: RwSignal::new(String::new()),
        passphrase: RwSignal::new(String::new()),
        under: RwSignal::new(false),
        wrong: RwSignal::new(None),
    };
    let waits = move || !attempt.waits_for().is_empty();
    view! {
        <h1>"Sign in"</h1>
        {move || attempt.said().map(trouble)}
        <form on:submit=move |event| attempt.submit(event) autocomplete="off">
            <Word id="name" label="Name" value=attempt.name />
            <Words value=attempt.passphrase />
            <button
                class="btn btn-main btn-wide"
                id="sign-in"
                aria-disabled=move || waits().to_string()
            >
                {move || if attempt.under.get() { "Signing in…" } else { "Sign in" }}
            </button>
            <p class="hint gate-wait" role="status">
                {move || attempt.waits_for()}
            </p>
        </form>
        <p class="gate-other">
            "Invited? " <a href=Place::Enrol.to_string()>"Enrol with your one-time code"</a>
        </p>
    }
}

/// The passphrase, hidden unless the officer wants to see the words.
#[component]
fn Words(value: RwSignal<String>) -> impl IntoView {
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

/// What went wrong, on the card.
pub(crate) fn trouble(advice: Advice) -> impl IntoView {
    view! {
        <div class="error-summary" id="sign-in-error" tabindex="-1" role="alert">
            <h2>{advice.title}</h2>
            <p>{advice.todo}</p>
        </div>
    }
}
