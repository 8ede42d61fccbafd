//! The phrase to come back with: shown once, typed back, printed if somebody wants that.

use leptos::prelude::*;
use phrase::Phrase;

use super::Sheet;
use super::module::module;
use super::text::unassisted;

/// The steps after it is asked whether somebody comes back; the script fills them in.
pub(crate) fn phrase_sections(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <section
            class="step"
            id="q-phrase"
            data-if="reply-phrase"
            {..module(sheet, "comeback", "comeback-worker.js")}
            hidden
        >
            <h2 tabindex="-1">{sheet.say("phrase-title")}</h2>
            <p class="lead">{sheet.say("phrase-lead")}</p>
            <p class="working" id="phrase-making" role="status" hidden>
                {sheet.say("phrase-making")}
            </p>
            <div class="notice" id="phrase-failed" role="alert" hidden>
                <p>{sheet.say("phrase-failed")}</p>
                <button type="button" class="link" id="phrase-retry">
                    {sheet.say("try-again")}
                </button>
            </div>
            <ol class="phrase" id="phrase" dir="ltr" translate="no" hidden></ol>
            {ways(sheet)}
            {care(sheet)}
            {slip(sheet)}
            <button type="button" class="button" data-next="" hidden>
                {sheet.say("phrase-next")}
            </button>
        </section>
        {typed_back(sheet)}
    }
    .into_any()
}

fn ways(sheet: &Sheet<'_>) -> AnyView {
    let button = |way: &'static str, key: &str| {
        view! {
            <button type="button" class="link" data-way=way hidden>
                {sheet.say(key)}
            </button>
        }
    };
    view! {
        <p id="phrase-ways" hidden>
            {sheet.say("phrase-same")} " " {button("0", "phrase-as-words")}
            {button("1", "phrase-as-digits")}
        </p>
    }
    .into_any()
}

fn care(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <ul>
            <li>{sheet.say("phrase-care-paper")}</li>
            <li>{sheet.say("phrase-care-hide")}</li>
        </ul>
    }
    .into_any()
}

fn slip(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <details id="phrase-slip" hidden>
            <summary>{sheet.say("phrase-slip-title")}</summary>
            <p>{sheet.say("phrase-slip-careful")}</p>
            <div class="choice">
                <input type="checkbox" id="slip-bare" checked />
                <label for="slip-bare">{sheet.say("phrase-slip-bare")}</label>
            </div>
            <p id="slip-about" hidden>
                {sheet.say("phrase-slip-about")}
            </p>
            <p>
                <button type="button" class="link" id="slip-print">
                    {sheet.say("phrase-slip-print")}
                </button>
            </p>
        </details>
    }
    .into_any()
}

/// Two of the eight, from paper. The fields have no name: nothing of them is posted or remembered.
fn typed_back(sheet: &Sheet<'_>) -> AnyView {
    let field = |at: u8| {
        let id = format!("typed-{at}");
        let label = format!("{id}-label");
        view! {
            <div class="group">
                <label class="line" id=label data-typed="" for=id.clone()></label>
                <input
                    type="text"
                    id=id
                    autocapitalize="off"
                    {..unassisted()}
                    aria-describedby="typed-typing typed-error"
                />
            </div>
        }
    };
    view! {
        <section class="step" id="q-typed" data-if="reply-phrase" hidden>
            <h2 tabindex="-1">{sheet.say("typed-title")}</h2>
            <p>{sheet.say("typed-lead")}</p>
            <p class="hint" id="typed-typing">
                {sheet.say("phrase-typing")}
            </p>
            <p class="error" id="typed-error" role="alert" hidden></p>
            {field(0)}
            {field(1)}
            <button type="button" class="button" data-next="" hidden>
                {sheet.say("continue")}
            </button>
            <p>
                <button type="button" class="link" id="typed-again">
                    {sheet.say("typed-again")}
                </button>
            </p>
        </section>
    }
    .into_any()
}

/// A phrase that the server drew for somebody without scripts, both ways, on the page they send from.
pub(crate) fn phrase_drawn(sheet: &Sheet<'_>, phrase: &Phrase) -> AnyView {
    let list = |text: &str| {
        let parts: Vec<_> = text
            .split(' ')
            .map(|part| view! { <li>{part.to_owned()}</li> })
            .collect();
        view! { <ol class="phrase" dir="ltr" translate="no">{parts}</ol> }
    };
    view! {
        <section class="notice" id="phrase">
            <h2>{sheet.say("phrase-title")}</h2>
            <p>{sheet.say("phrase-lead")}</p>
            <p>{sheet.say("phrase-plain")}</p>
            {list(&phrase.words())}
            <p>{sheet.say("phrase-same")}</p>
            {list(&phrase.digits())}
            {care(sheet)}
        </section>
    }
    .into_any()
}
