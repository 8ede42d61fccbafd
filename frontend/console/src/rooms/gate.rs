//! What the forms at the gate share: one attempt at a time, and what went wrong with it.

use domain::console::Failure;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::console::{Console, Link, use_console};
use crate::words::failure::Advice;

/// How far an attempt at the gate has come.
#[derive(Clone, Copy)]
pub(super) struct Attempt {
    pub(super) console: Console,
    pub(super) under: RwSignal<bool>,
    pub(super) wrong: RwSignal<Option<Failure>>,
}

impl Attempt {
    /// Nothing is under way.
    pub(super) fn new() -> Self {
        Self {
            console: use_console(),
            under: RwSignal::new(false),
            wrong: RwSignal::new(None),
        }
    }

    /// Does it, one at a time and once the opener can be asked.
    pub(super) fn submit<F>(self, event: &SubmitEvent, deed: impl FnOnce() -> F)
    where
        F: Future<Output = Result<(), Failure>> + 'static,
    {
        event.prevent_default();
        if self.under.get_untracked() || self.console.link.get_untracked() != Link::Ready {
            return;
        }
        self.under.set(true);
        self.wrong.set(None);
        let deed = deed();
        spawn_local(async move {
            // The card is gone once it went well, and its signals with it: hence `try_set`.
            let done = deed.await;
            let _ = self.under.try_set(false);
            if let Err(failure) = done {
                let _ = self.wrong.try_set(Some(failure));
                browser::focus_soon("sign-in-error");
            }
        });
    }
}

/// The button that begins, and what one waits for.
#[component]
pub(super) fn Begin(
    attempt: Attempt,
    id: &'static str,
    /// The words on the button.
    label: &'static str,
    /// The words on it while it is under way.
    under: &'static str,
    /// What takes so long then.
    why: &'static str,
) -> impl IntoView {
    let waits_for = move || match (attempt.under.get(), attempt.console.link.get()) {
        (true, _) => why,
        (false, Link::Loading) => "Getting ready…",
        (false, Link::Ready | Link::Broken) => "",
    };
    view! {
        <button
            class="btn btn-main btn-wide"
            id=id
            aria-disabled=move || (!waits_for().is_empty()).to_string()
        >
            {move || if attempt.under.get() { under } else { label }}
        </button>
        <p class="hint gate-wait" role="status">
            {waits_for}
        </p>
    }
}

/// What went wrong, on the card.
pub(super) fn trouble(advice: Advice) -> impl IntoView {
    view! {
        <div class="error-summary" id="sign-in-error" tabindex="-1" role="alert">
            <h2>{advice.title}</h2>
            <p>{advice.todo}</p>
        </div>
    }
}
