//! What officers wrote about a case, and what was done with it.

use domain::case::Deed;
use leptos::prelude::*;

use super::with;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::Area;
use crate::words::{cases, closing, day};

/// The notes, and the form for another.
#[component]
pub(super) fn Notes(open: Memo<bool>) -> impl IntoView {
    let console = use_console();
    let text = RwSignal::new(String::new());
    let write = move |_| {
        let deed = Deed::Note {
            text: text.get_untracked(),
        };
        console.on_case(deed, move || text.set(String::new()));
    };
    view! {
        <section class="form-part" aria-labelledby="notes-title">
            <h2 id="notes-title">"Notes"</h2>
            {move || listed(console)}
            <Show when=move || open.get()>
                <form class="case-form no-print" on:submit=|event| event.prevent_default()>
                    <Area
                        id="case-note"
                        label="Write a note"
                        hint="Everybody at this desk can read it. (Shortcut: n)"
                        rows=3
                        value=text
                        on_write=Callback::new(move |value| text.set(value))
                    />
                    <button type="submit" class="btn" on:click=write>
                        "Add note"
                    </button>
                </form>
            </Show>
        </section>
    }
}

fn listed(console: Console) -> AnyView {
    let notes = with(console, |case| case.case.notes.clone());
    let notes = notes.into_iter().rev().map(|note| {
        view! {
            <li class="case-note">
                <p class="muted">
                    {format!("{}, {}", note.by.name, day::near(note.by.day, browser::today()))}
                </p>
                <p class="story" dir="auto">{note.text}</p>
            </li>
        }
    });
    view! { <ul class="case-notes">{notes.collect_view()}</ul> }.into_any()
}

/// What was done with the case, newest first.
#[component]
pub(super) fn History() -> impl IntoView {
    let console = use_console();
    let entries = move || {
        let entries = with(console, |case| case.history.entries.clone());
        let entries = entries.into_iter().rev().map(|entry| {
            view! {
                <li>
                    {format!(
                        "{}: {} {}",
                        day::long(entry.by.day),
                        entry.by.name,
                        cases::act(entry.act),
                    )}
                </li>
            }
        });
        entries.collect_view()
    };
    let forgotten = move || {
        let forgotten = with(console, |case| case.history.forgotten.unwrap_or(0));
        closing::forgotten(forgotten).map(|words| view! { <p class="hint">{words}</p> })
    };
    view! {
        <details class="case-report no-print">
            <summary>"What was done with it"</summary>
            {forgotten}
            <ul class="history">{entries}</ul>
        </details>
    }
}
