//! What to look for before it leaves triage: a checklist that also looks by itself.

use leptos::prelude::*;

use crate::console::use_console;
use crate::words::sanitise::{self, Prompt};

/// Prompts a machine cannot look for.
const BY_EYE: &[(&str, &str)] = &[
    (
        "Details only an intimate knows",
        "“A gun under the pillow” says who told. “A firearm at the address” does not.",
    ),
    (
        "The source's gender, place, relationship, language",
        "None of it is recorded, not even by a “he” or “she”.",
    ),
];

/// The checklist.
#[component]
pub(crate) fn Prompts() -> impl IntoView {
    let bench = use_console().bench;
    let prompts = Memo::new(move |_| {
        let own_words = bench.own_words();
        bench.work.with(|work| {
            let pointers = work.as_ref().map(|work| work.pointers(&own_words));
            sanitise::prompts(&pointers.unwrap_or_default())
        })
    });
    let looked = move || {
        bench.work.with(|work| {
            let mut items = work.iter().flat_map(|work| &work.items);
            items.any(|item| !item.text.trim().is_empty())
        })
    };
    let by_eye = BY_EYE.iter().map(|(what, why)| {
        view! {
            <li class="prompt">
                <label class="check">
                    <input type="checkbox" />
                    <span>
                        <b>{*what}</b>
                        <span class="because">{*why}</span>
                    </span>
                </label>
            </li>
        }
    });
    view! {
        <aside class="prompts" aria-label="Before it leaves triage">
            <h2>"Before it leaves"</h2>
            <ul>
                {move || {
                    let prompts = prompts.get().into_iter();
                    prompts.map(|one| prompt(one, looked())).collect_view()
                }}
                {by_eye.collect_view()}
            </ul>
        </aside>
    }
}

/// One prompt: found with quotes, looked for and not found, or still to be looked for.
fn prompt(prompt: Prompt, looked: bool) -> impl IntoView {
    let (class, words) = match (prompt.found.is_empty(), looked) {
        (false, _) => ("prompt prompt-found", prompt.why),
        (true, true) => ("prompt prompt-clear", "none found"),
        (true, false) => ("prompt", prompt.why),
    };
    view! {
        <li class=class>
            <b>{prompt.what}</b>
            <span class="prompt-quotes" dir="auto">
                {sanitise::some(&prompt.found)}
            </span>
            <span class="because">{words}</span>
        </li>
    }
}
