//! The quiet line that says whether what is written is saved.

use leptos::prelude::*;

use crate::bench::{Saving, Stage};
use crate::console::use_console;
use crate::words::{age, failure};

/// `Saved sealed · just now`, or what keeps it from being so.
#[component]
pub(crate) fn Saved() -> impl IntoView {
    let console = use_console();
    let words = move || match console.bench.saving.get() {
        Saving::Saved(None) => "Saved sealed".to_owned(),
        Saving::Saved(Some(at)) => format!("Saved sealed · {}", age::ago(at, console.now.get())),
        // In the review it does not matter: sending saves.
        Saving::Waiting if console.bench.stage.get() == Stage::Review => String::new(),
        Saving::Waiting => "Not saved yet".to_owned(),
        Saving::Under => "Sealing…".to_owned(),
        Saving::Failed(why) => format!("Not saved: {}", failure::of(&why).title),
    };
    let class = move || match console.bench.saving.get() {
        Saving::Saved(_) => "saved saved-well",
        Saving::Waiting | Saving::Under => "saved",
        Saving::Failed(_) => "saved saved-not",
    };
    // Screen readers hear the end of a save or its failure, not each "a minute ago".
    let heard = Memo::new(move |_| match console.bench.saving.get() {
        Saving::Saved(Some(_)) => "Saved",
        Saving::Failed(_) => "Not saved",
        Saving::Saved(None) | Saving::Waiting | Saving::Under => "",
    });
    let failed = move || matches!(console.bench.saving.get(), Saving::Failed(_));
    view! {
        <span class=class id="saved">
            {words}
        </span>
        <span class="unseen" role="status">
            {move || heard.get()}
        </span>
        <Show when=failed>
            <button
                type="button"
                class="btn btn-small"
                on:click=move |_| console.act(console.take_again())
            >
                "Try again"
            </button>
        </Show>
    }
}
