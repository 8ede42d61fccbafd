//! Where replies are read: the phrase is typed, what waits for it is shown, something is written back.

use domain::answers::Rule;
use domain::mailbox::REPLY_DAYS;
use domain::question::Field;
use leptos::prelude::*;

use super::choices::{Legend, choices};
use super::document::{Place, document};
use super::failures::failure_sections;
use super::form::word_list;
use super::module::module;
use super::outcome::sending_section;
use super::strings::error_key;
use super::text::unassisted;
use super::{Entries, Sheet};

/// The page's name in the address.
pub(crate) const REPLIES: &str = "replies";
/// Where it is posted to without scripts.
pub(crate) const MAILBOX: &str = "mailbox";
/// What its title says beside the service's name.
pub(crate) const UNTITLED: &str = "";

/// The static page. Like the form, it cannot post the phrase unless a person chooses that.
pub(crate) fn replies_page(sheet: &Sheet<'_>) -> String {
    let title = sheet.say("replies-title");
    document(sheet, UNTITLED, Place::Replies, || {
        view! {
            <form
                id="mailbox"
                method="dialog"
                action="about:invalid"
                autocomplete="off"
                {..module(sheet, "reading", "comeback-worker.js")}
                novalidate
            >
                <button type="submit" class="only-read" tabindex="-1" aria-hidden="true"></button>
                {ask(sheet, title)}
                {looking(sheet)}
                {failed(sheet)}
                {read(sheet)}
                {sending_section(sheet)}
                {sent(sheet)}
                {over(sheet)}
                {failure_sections(sheet, REPLIES)}
                {plain_ways(sheet)}
            </form>
            {script_words(sheet)}
        }
        .into_any()
    })
}

fn ask(sheet: &Sheet<'_>, title: String) -> AnyView {
    view! {
        <section class="step" id="q-start">
            <h1 tabindex="-1">{title}</h1>
            <p class="lead">{sheet.say("replies-lead")}</p>
            {phrase_field(sheet, None)}
            <button type="button" class="button" id="look" hidden>
                {sheet.say("replies-open")}
            </button>
        </section>
    }
    .into_any()
}

/// The one field that takes a phrase in any way it may be written.
pub(crate) fn phrase_field(sheet: &Sheet<'_>, error: Option<String>) -> AnyView {
    let hidden = error.is_none();
    view! {
        <div class="group" class:bad=!hidden>
            <label class="line" for="phrase">
                {sheet.say("replies-label")}
            </label>
            <p class="hint" id="phrase-hint">
                {sheet.say("replies-hint")}
            </p>
            <p class="hint" id="phrase-typing">
                {sheet.say("phrase-typing")}
            </p>
            <p class="error" id="phrase-error" role="alert" hidden=hidden>
                {error}
            </p>
            <textarea
                id="phrase"
                name="phrase"
                rows="3"
                autocapitalize="off"
                {..unassisted()}
                aria-describedby="phrase-hint phrase-typing phrase-error"
            ></textarea>
        </div>
    }
    .into_any()
}

fn looking(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <section class="step" id="q-looking" hidden>
            <h2 tabindex="-1">{sheet.say("replies-title")}</h2>
            <p class="working">{sheet.say("replies-looking")}</p>
        </section>
    }
    .into_any()
}

fn failed(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <section class="step failure" id="q-not-looked" hidden>
            <h2 tabindex="-1">{sheet.say("replies-failed-title")}</h2>
            <p class="lead" id="not-looked-way">
                {sheet.say("replies-failed")}
            </p>
            <p class="lead" id="not-looked-clock">
                {sheet.say("replies-clock")}
            </p>
            <button type="button" class="button" id="look-again">
                {sheet.say("try-again")}
            </button>
        </section>
    }
    .into_any()
}

fn read(sheet: &Sheet<'_>) -> AnyView {
    let days = sheet.words.say_with("replies-days", "days", REPLY_DAYS);
    view! {
        <section class="step" id="q-read" hidden>
            <div id="none">
                <h2 tabindex="-1">{sheet.say("replies-none-title")}</h2>
                <p class="lead">{sheet.say("replies-none")}</p>
            </div>
            <div id="found">
                <h2 tabindex="-1">{sheet.say("replies-found-title")}</h2>
                <ol class="replies" id="replies"></ol>
                <p>{days}</p>
            </div>
            <p id="doubtful">{sheet.say("replies-doubtful")}</p>
            <p id="delete-all-way">
                <button type="button" class="link" id="delete-all">
                    {sheet.say("replies-delete-all")}
                </button>
            </p>
            <p id="told" role="status"></p>
            {more(sheet, true)}
            <div class="finish">
                <p>{sheet.say("replies-finish-hint")}</p>
                <button type="button" class="button" id="finish">
                    {sheet.say("replies-finish")}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// What somebody writes back; with the button that the script answers to, or without.
pub(crate) fn more(sheet: &Sheet<'_>, with_scripts: bool) -> AnyView {
    let line = sheet.say("question-safe").into_any();
    let safe = choices(
        sheet,
        Field::Safe,
        Legend::Line(line),
        None,
        &Entries::default(),
    );
    let button = with_scripts.then(|| {
        view! {
            <button type="button" class="button" id="add">
                {sheet.say("replies-more-send")}
            </button>
        }
    });
    view! {
        <h2>{sheet.say("replies-more-title")}</h2>
        <div class="group">
            <label class="line" for="more">
                {sheet.say("replies-more")}
            </label>
            <p class="hint" id="more-hint">
                {sheet.say("replies-more-hint")}
            </p>
            <p class="error" id="more-error" role="alert" hidden></p>
            <textarea
                id="more"
                name="story"
                rows="6"
                {..unassisted()}
                aria-describedby="more-hint more-error"
            ></textarea>
        </div>
        {safe}
        {button}
    }
    .into_any()
}

fn sent(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <section class="step" id="q-sent" hidden>
            <div class="sent">
                <h2 tabindex="-1">{sheet.say("sent-title")}</h2>
                <p>{sheet.say("sent-lead")}</p>
            </div>
            <p>{sheet.say_window("sent-next-wait")}</p>
            <p>{sheet.say("replies-over")}</p>
        </section>
    }
    .into_any()
}

fn over(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <section class="step" id="q-over" hidden>
            <h2 tabindex="-1">{sheet.say("replies-over-title")}</h2>
            <p class="lead">{sheet.say("replies-over")}</p>
            <p>
                <a href=sheet.href(REPLIES)>{sheet.say("replies-again")}</a>
            </p>
        </section>
    }
    .into_any()
}

/// The ways without opening in the browser, under what that means: as on the form.
fn plain_ways(sheet: &Sheet<'_>) -> AnyView {
    let why = || {
        view! {
            <p>{sheet.say("replies-plain")}</p>
            <p>{sheet.say("plain-instead")}</p>
            <button
                type="submit"
                class="button"
                name="plain"
                value="yes"
                formmethod="post"
                formaction=sheet.href(MAILBOX)
            >
                {sheet.say("replies-plain-open")}
            </button>
        }
    };
    view! {
        <noscript>
            <div class="notice plain">{why()}</div>
        </noscript>
        <details class="notice plain" id="plain">
            <summary>{sheet.say("replies-plain-details")}</summary>
            <p>{sheet.say("plain-parts-missing")}</p>
            {why()}
        </details>
    }
    .into_any()
}

fn script_words(sheet: &Sheet<'_>) -> AnyView {
    let plain = [
        "replies-count",
        "replies-together",
        "replies-delete",
        "replies-deleted",
        "replies-not-deleted",
        "wait-trying",
    ];
    let plain = plain.map(|key| (key.to_owned(), sheet.say(key)));
    let problems = [Rule::Missing, Rule::TooLong].map(|rule| {
        let key = error_key(Field::Story, rule);
        let text = sheet.say(&key);
        (key, text)
    });
    let filled = [
        ("replies-group", "number"),
        ("replies-written", "date"),
        ("wait-seconds", "count"),
        ("fail-clock", "date"),
        ("fail-clock-server", "date"),
    ];
    let filled = filled.map(|(key, name)| (key.to_owned(), sheet.words.template(key, name)));
    word_list(plain.into_iter().chain(problems).chain(filled))
}
