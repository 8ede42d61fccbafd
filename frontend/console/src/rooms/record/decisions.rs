//! Words that point to the source: each is rewritten, or kept with a reason, before anything is sent.

use domain::work::{Pointer, ReportField};
use leptos::prelude::*;

use super::form::Sheet;
use crate::bench::Stage;
use crate::browser;
use crate::parts::Line;
use crate::words::sanitise::{places, quote, sign, why};

/// The decisions; nothing if there are none to make.
#[component]
pub(crate) fn Decisions(sheet: Sheet, pointers: Vec<Pointer>) -> impl IntoView {
    let numbered = (1_usize..).zip(pointers.iter().cloned());
    let rows = numbered.map(|(number, pointer)| {
        let before = number.checked_sub(2).and_then(|at| pointers.get(at));
        row(sheet, number, pointer, before.cloned())
    });
    let rows = rows.collect_view();
    (!pointers.is_empty()).then(|| {
        view! {
            <section class="decisions">
                <h3>"Words that may point to the source"</h3>
                <p class="hint">
                    "Rewrite each, or say why it stays. The reason is sealed with the tip at triage; no desk sees it."
                </p>
                <ol>{rows}</ol>
            </section>
        }
    })
}

fn row(sheet: Sheet, number: usize, pointer: Pointer, before: Option<Pointer>) -> impl IntoView {
    let id = format!("keep-{number}");
    let quoted = quote(&pointer.words);
    let (to_read, to_write) = (pointer.clone(), pointer.clone());
    let first = pointer.fields.first().copied();
    view! {
        <li class="decision">
            <p>
                <b dir="auto">{quoted.clone()}</b>
                " "
                <span class="muted">{sign(pointer.clue)} " · " {places(&pointer)}</span>
                <span class="because">{why(pointer.clue)}</span>
            </p>
            <Line
                id=id.clone()
                label=format!("Keep {quoted}, because")
                value=sheet.read(move |work| work.reason_to_keep(&to_read).to_owned())
                error=sheet.error(id)
                locked=sheet.locked
                on_write=sheet.write(move |work, text| work.keep_words(&to_write, text))
            />
            <div class="deeds">
                {first.map(|field| rewrite(&quoted, field))}
                {before.map(|before| same(sheet, pointer, before))}
            </div>
        </li>
    }
}

fn rewrite(quoted: &str, field: ReportField) -> impl IntoView + use<> {
    let stage = crate::console::use_console().bench.stage;
    let go = move |_| {
        stage.set(Stage::Write);
        browser::focus_soon(field.to_string());
    };
    view! {
        <button
            type="button"
            class="btn btn-small"
            aria-label=format!("Rewrite {quoted}")
            on:click=go
        >
            "Rewrite it"
        </button>
    }
}

fn same(sheet: Sheet, pointer: Pointer, before: Pointer) -> impl IntoView {
    let above = sheet.read(move |work| work.reason_to_keep(&before).to_owned());
    let take = move |_| {
        let reason = above.get_untracked();
        sheet.console.edit(|work| work.keep_words(&pointer, reason));
    };
    let useful = move || above.with(|above| !above.trim().is_empty()) && !sheet.locked.get();
    view! {
        <button
            type="button"
            class="btn btn-small"
            disabled=move || !useful()
            on:click=take
        >
            "Same reason as above"
        </button>
    }
}
