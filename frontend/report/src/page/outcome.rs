//! Sending and sent.

use leptos::prelude::*;

use super::Sheet;
use super::document::{Level, Place, document, heading, new_tab};
use super::exit::exit_button;

/// Shown by the script while it seals and sends.
pub(crate) fn sending_section(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <section class="step" id="q-sending" hidden>
            <h2 tabindex="-1">{sheet.say("sending-title")}</h2>
            <p class="working" id="sending-seal">
                {sheet.say("sending-seal")}
            </p>
            <div class="working" id="sending-files" hidden>
                <p>{sheet.say("sending-files")}</p>
                <progress aria-label=sheet.say("sending-files")></progress>
                <p role="status"></p>
            </div>
            <p class="working" id="sending-send" hidden>
                {sheet.say("sending-send")}
            </p>
        </section>
    }
    .into_any()
}

/// Shown by the script when every frame was taken.
pub(crate) fn sent_section(sheet: &Sheet<'_>) -> AnyView {
    let said = view! {
        <h2 tabindex="-1">{sheet.say("sent-title")}</h2>
        <p>{sheet.say("sent-lead")}</p>
    };
    view! {
        <section class="step" id="q-sent" hidden>
            <div class="sent">{said}</div>
            {sent(sheet, Level::Third)}
        </section>
    }
    .into_any()
}

/// Where a reporter without scripts arrives after sending. The check page was the answer to a post,
/// which no header makes a browser forget: it stays until the tab is closed, and that is said.
pub(crate) fn sent_page(sheet: &Sheet<'_>) -> String {
    let title = sheet.say("sent-title");
    document(sheet, &title.clone(), Place::At("sent"), || {
        view! {
            <article class="prose">
                <div class="sent">
                    <h1>{title}</h1>
                    <p>{sheet.say("sent-plain-lead")}</p>
                </div>
                <div class="notice plain">
                    <h2>{sheet.say("sent-plain-title")}</h2>
                    <p>{sheet.say("sent-plain-back")}</p>
                    <p>{sheet.say("sent-plain-closed")}</p>
                </div>
                {sent(sheet, Level::Second)}
            </article>
        }
        .into_any()
    })
}

fn sent(sheet: &Sheet<'_>, level: Level) -> AnyView {
    let item = |key: &str| view! { <li>{sheet.say(key)}</li> };
    let part = |key: &str| heading(level, sheet.say(key));
    view! {
        {part("sent-next-title")}
        <ol class="next">
            <li>{sheet.say_window("sent-next-wait")}</li>
            {item("sent-next-read")} {item("sent-next-clean")}
        </ol>
        {part("sent-contact-title")}
        <p>{sheet.say("sent-contact")}</p>
        {part("sent-safe-title")}
        <ul>
            {item("sent-safe-tell")} {item("sent-safe-do-not-ask")} {item("sent-safe-history")}
        </ul>
        <p>{new_tab(sheet, "other-ways", "other-ways-all")}</p>
        {exit_button(sheet, "sent-leave")}
    }
    .into_any()
}
