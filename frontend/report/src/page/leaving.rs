//! The safety page about leaving fast.

use leptos::prelude::*;

use super::Sheet;
use super::document::{Place, document};
use super::exit::exit_button;

/// What "Exit this page" does and does not do, and safer ways to visit.
pub(crate) fn leaving_page(sheet: &Sheet<'_>) -> String {
    let title = sheet.say("leaving-title");
    document(sheet, &title.clone(), Place::At("leaving"), || {
        let list = |keys: &[&str]| {
            let items: Vec<_> = keys
                .iter()
                .map(|key| view! { <li>{sheet.say(key)}</li> })
                .collect();
            view! { <ul>{items}</ul> }
        };
        let site = sheet.settings.exit_site();
        view! {
            <article class="prose">
                <h1>{title}</h1>
                <p class="lead">
                    {sheet.words.say_with("leaving-lead", "site", site)} " "
                    <span class="keys">{sheet.say("leaving-lead-keys")}</span>
                </p>
                {exit_button(sheet, "exit")}
                <h2>{sheet.say("leaving-does-title")}</h2>
                {list(&["leaving-does-clear", "leaving-does-tabs", "leaving-does-replace"])}
                <p>{sheet.say("leaving-does-scripts")}</p>
                <h2>{sheet.say("leaving-plain-title")}</h2>
                {list(&["leaving-plain-away", "leaving-plain-back", "leaving-plain-closed"])}
                <h2>{sheet.say("leaving-does-not-title")}</h2>
                {list(&[
                    "leaving-does-not-history",
                    "leaving-does-not-network",
                    "leaving-does-not-sent",
                ])}
                <h2>{sheet.say("leaving-safer-title")}</h2>
                {list(&[
                    "leaving-safer-device",
                    "leaving-safer-private",
                    "leaving-safer-tor",
                    "leaving-safer-history",
                ])}
            </article>
        }
        .into_any()
    })
}
