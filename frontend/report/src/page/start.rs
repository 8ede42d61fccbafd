//! The first thing a reporter reads.

use leptos::prelude::*;

use super::Sheet;
use super::document::new_tab;

/// What this is, what it is not, and how to leave.
pub(crate) fn start(sheet: &Sheet<'_>) -> AnyView {
    let item = |key: &str| view! { <li>{sheet.say(key)}</li> };
    view! {
        <section class="step" id="q-start">
            <h1 tabindex="-1">
                {sheet.say("start-title")} " "
                <span class="second">{sheet.say("start-title-second")}</span>
            </h1>
            <p class="lead">{sheet.say("start-lead")}</p>
            <p class="danger">
                <b>{sheet.say("start-danger-title")}</b>
                " "
                <span>{sheet.say("start-danger")}</span>
            </p>
            <div class="pair">
                <div class="card does">
                    <h2>{sheet.say("start-does-title")}</h2>
                    <ul>
                        {item("start-does-no-name")} {item("start-does-seal")}
                        {item("start-does-no-cookies")}
                    </ul>
                </div>
                <div class="card does-not">
                    <h2>{sheet.say("start-does-not-title")}</h2>
                    <ul>
                        {item("start-does-not-visit")} {item("start-does-not-words")}
                        {item("start-does-not-reply")}
                    </ul>
                </div>
            </div>
            <p>{sheet.say("start-time")}</p>
            <p>{new_tab(sheet, "replies", "start-replies")}</p>
            <button type="button" class="button" data-next="" hidden>
                {sheet.say("start-button")}
            </button>
        </section>
    }
    .into_any()
}

/// What stands between the first page and the first question: how to leave, and what leaving does not
/// undo. Shown each time, for nothing remembers that somebody was here.
pub(crate) fn interruption(sheet: &Sheet<'_>) -> AnyView {
    let site = sheet.settings.exit_site();
    let item = |key: &str| view! { <li>{sheet.say(key)}</li> };
    view! {
        <section class="step interruption" id="q-leave">
            <h2 tabindex="-1">{sheet.say("leave-title")}</h2>
            <p class="lead">
                {sheet.words.say_with("leaving-lead", "site", site)} " "
                <span class="keys">{sheet.say("leaving-lead-keys")}</span>
            </p>
            <h3>{sheet.say("leaving-does-not-title")}</h3>
            <ul>
                {item("leaving-does-not-history")} {item("leaving-does-not-network")}
                {item("leaving-does-not-sent")}
            </ul>
            <p>{new_tab(sheet, "leaving", "leave-more")}</p>
            <button type="button" class="button" data-next="" hidden>
                {sheet.say("continue")}
            </button>
        </section>
    }
    .into_any()
}
