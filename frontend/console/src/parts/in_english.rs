//! A tip in English beside the original: a place to write it, and a translator that may be asked.

use domain::Day;
use domain::console::{RecordView, Translator};
use domain::work::{TRANSLATION_MAX, Translated};
use leptos::prelude::*;

use super::Area;
use crate::browser;
use crate::console::{Console, use_console};
use crate::words::{day, translation as words};

/// The translation of the tip on the bench.
#[component]
pub(crate) fn InEnglish(view: RecordView) -> impl IntoView {
    let console = use_console();
    let bench = console.bench;
    let foreign = view.original.lang.as_str() != "en";
    let open = foreign || view.history.translation.is_some();
    let text = Signal::derive(move || {
        let text = |one: &domain::work::Translation| one.text.clone();
        bench
            .translation
            .with(|one| one.as_ref().map(text).unwrap_or_default())
    });
    let too_long = move || {
        let over = text.with(String::len).checked_sub(TRANSLATION_MAX)?;
        (over > 0).then(|| format!("This is too long to be kept. Take out about {over} letters."))
    };
    let locked = Signal::derive(move || !bench.writable());
    let is = Memo::new(move |_| bench.translation.with(|one| one.as_ref().map(|one| one.is)));
    let summary = if foreign {
        "In English"
    } else {
        "Not in English? Add what it says"
    };
    view! {
        <details class="translation" open=open>
            <summary>{summary} " " {move || is.get().and_then(mark)}</summary>
            <Area
                id="translation"
                label="What it says in English"
                hint="Sealed with the tip, and never part of a report. Items can start from it."
                rows=6
                value=text
                error=Signal::derive(too_long)
                locked=locked
                on_write=Callback::new(move |text| console.translate_by_hand(text))
            />
            {written(console, &view)}
            <Show when=move || is.get() == Some(Translated::Unchecked)>{check(console, locked)}</Show>
            {browser::translator()
                .map(|translator| {
                    view! { <Ask translator=translator empty=Signal::derive(move || is.get().is_none()) locked=locked /> }
                })}
        </details>
    }
}

/// The translation of a tip whose work is over.
pub(crate) fn said_in_english(
    console: Console,
    view: &RecordView,
) -> Option<impl IntoView + use<>> {
    let translation = view.history.translated()?;
    let written = written(console, view);
    Some(view! {
        <section class="translation" aria-label="In English">
            <h3 class="paper-head">"In English " {mark(translation.is)}</h3>
            <p class="story" dir="auto" lang="en">
                {translation.text}
            </p>
            {written}
        </section>
    })
}

fn mark(is: Translated) -> Option<impl IntoView> {
    words::mark(is).map(|(class, words)| view! { <span class=class>{words}</span> })
}

/// Who wrote it as it was opened, and when.
fn written(console: Console, view: &RecordView) -> Option<impl IntoView + use<>> {
    let note = view.history.translation_note?;
    let (by, on): (_, Day) = (note.by, note.day);
    Some(view! {
        <p class="muted" id="translation-written">
            {move || format!("Written down by {}, {}", console.name_of(by), day::long(on))}
        </p>
    })
}

fn check(console: Console, locked: Signal<bool>) -> impl IntoView {
    view! {
        <p class="hint">
            "Machines leave out and make up. Somebody who reads the language compares it with the original."
        </p>
        <button
            type="button"
            class="btn btn-small"
            id="translation-checked"
            disabled=move || locked.get()
            on:click=move |_| {
                console.check_translation();
                browser::focus("translation");
            }
        >
            "It was compared with the original"
        </button>
    }
}

/// What is sent where, and the button that does.
#[component]
fn Ask(translator: Translator, empty: Signal<bool>, locked: Signal<bool>) -> impl IntoView {
    let console = use_console();
    let under = RwSignal::new(false);
    let host = StoredValue::new(translator.host().to_owned());
    let may = move || empty.get() && !locked.get();
    let ask = move |_| {
        if under.get_untracked() {
            return;
        }
        under.set(true);
        let translator = translator.clone();
        console.act(async move {
            let asked = console.ask_translator(translator).await;
            let _ = under.try_set(false);
            browser::focus_soon("translation");
            asked
        });
    };
    let words = move || {
        let head = if under.get() {
            "Waiting for "
        } else {
            "Translate with "
        };
        format!("{head}{}", host.get_value())
    };
    view! {
        <Show when=may>
            <p class="hint">
                {format!(
                    "{} reads what they wrote: this browser sends it there when you press, and only then. \
                     Their other answers stay here.",
                    host.get_value(),
                )}
            </p>
            <button
                type="button"
                class="btn btn-small"
                id="ask-translator"
                aria-disabled=move || under.get().to_string()
                on:click=ask.clone()
            >
                {words}
            </button>
        </Show>
    }
}
