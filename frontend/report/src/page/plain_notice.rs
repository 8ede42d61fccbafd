//! The way without sealing in the browser: always a person's own choice, never a default.

use leptos::prelude::*;

use super::Sheet;
use super::languages::typed;

/// What being without scripts means, in plain words.
pub(crate) fn why(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <h2>{sheet.say("plain-title")}</h2>
        <p>{sheet.say("plain-why")}</p>
        <p>{sheet.say("plain-instead")}</p>
    }
    .into_any()
}

/// The only submit buttons of the static form that can do anything, each under the notice. Some stand
/// where no script runs; the other has to be looked for.
///
/// `formmethod` and `formaction` are on the buttons: without them the form itself goes nowhere.
pub(crate) fn plain_ways(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <noscript>
            <div class="notice plain">{why(sheet)} {button(sheet)} {typed(sheet)}</div>
        </noscript>
        <details class="notice plain" id="plain">
            <summary>{sheet.say("plain-details")}</summary>
            <p>{sheet.say("plain-parts-missing")}</p>
            {why(sheet)}
            {button(sheet)}
        </details>
    }
    .into_any()
}

fn button(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <button
            type="submit"
            class="button"
            name="plain"
            value="yes"
            formmethod="post"
            formaction=sheet.href("check")
        >
            {sheet.say("plain-check")}
        </button>
    }
    .into_any()
}
