//! The form: one long document for everyone, and the same questions filled in for those without scripts.

use domain::TipId;
use domain::question::{Field, QUESTIONS};
use leptos::prelude::*;

use super::check::{check_section, kept};
use super::document::{Place, document};
use super::failures::failure_sections;
use super::hints::hinter;
use super::languages::TYPED;
use super::outcome::{sending_section, sent_section};
use super::phrase::phrase_sections;
use super::place::finder;
use super::plain_notice::{plain_ways, why};
use super::question::question;
use super::start::{interruption, start};
use super::strings::{anchor, error_key, error_text, every_problem};
use super::{Entries, Sheet};

/// The static document, the same bytes for everyone.
///
/// It cannot post what is typed unless a person chooses one of [`plain_ways`]. The form's own method
/// is `dialog`, which goes nowhere, and its action an address that exists nowhere. The Enter key
/// activates a form's first submit button: that is one without a way of its own, which stands with
/// the choice of a language before the form. (A disabled one
/// would not do: from a radio button Chromium goes on to the next that is enabled. Nor would one
/// that is not drawn: Safari passes it over.)
pub(crate) fn form_page(sheet: &Sheet<'_>) -> String {
    let empty = Entries::default();
    let title = sheet.say("page-title");
    document(sheet, &title, Place::Form, || {
        view! {
            <button type="button" class="back" id="back" hidden>
                {sheet.say("back")}
            </button>
            <div class="summary" id="summary" role="alert" tabindex="-1" hidden>
                <p class="summary-title">{sheet.say("error-title")}</p>
                <ul></ul>
            </div>
            <form id="tip" method="dialog" action="about:invalid" autocomplete="off" novalidate>
                <button type="submit" class="only-read" tabindex="-1" aria-hidden="true"></button>
                {start(sheet)}
                {interruption(sheet)}
                {questions(sheet, &empty)}
                {phrase_sections(sheet)}
                {check_section(sheet)}
                {sending_section(sheet)}
                {sent_section(sheet)}
                {failure_sections(sheet, "")}
                {plain_ways(sheet)}
            </form>
            {script_words(sheet)}
            {finder(sheet)}
            {hinter(sheet)}
        }
        .into_any()
    })
}

/// The form as somebody without scripts filled it in, with what is wrong, if anything.
pub(crate) fn filled_form_page(sheet: &Sheet<'_>, tip: TipId, entries: &Entries) -> String {
    let prefix = if entries.problems().is_empty() {
        String::new()
    } else {
        format!("{} ", sheet.say("error-prefix"))
    };
    let heading = sheet.say("page-title");
    let title = format!("{prefix}{heading}");
    let place = Place::Posted { change: true };
    document(sheet, &title, place, || {
        view! {
            {summary(sheet, entries)}
            <h1>{heading}</h1>
            <form id=TYPED method="post" action=sheet.href("check") autocomplete="off" novalidate>
                {kept(tip, entries)}
                {questions(sheet, entries)}
                <div class="notice plain">{why(sheet)}</div>
                <button type="submit" class="button">
                    {sheet.say("plain-check")}
                </button>
            </form>
        }
        .into_any()
    })
}

fn questions(sheet: &Sheet<'_>, entries: &Entries) -> AnyView {
    let sections: Vec<_> = QUESTIONS
        .iter()
        .map(|one| question(sheet, one, entries))
        .collect();
    sections.into_any()
}

fn summary(sheet: &Sheet<'_>, entries: &Entries) -> Option<AnyView> {
    let lines: Vec<_> = entries
        .problems()
        .iter()
        .filter_map(|problem| {
            let field = Field::from_name(problem.field)?;
            let text = error_text(sheet, field, problem.rule);
            let href = format!("#{}", anchor(field));
            Some(view! { <li><a href=href>{text}</a></li> })
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <div class="summary" role="alert" tabindex="-1">
                <p class="summary-title">{sheet.say("error-title")}</p>
                <ul>{lines}</ul>
            </div>
        }
        .into_any()
    })
}

/// What the script may have to say, as text it only copies.
fn script_words(sheet: &Sheet<'_>) -> AnyView {
    let mut pairs: Vec<(String, String)> = every_problem()
        .into_iter()
        .filter(|(field, _)| !matches!(field, Field::Entry(_)))
        .map(|(field, rule)| {
            let key = error_key(field, rule);
            let text = sheet.say(&key);
            (key, text)
        })
        .collect();
    for key in ["error-prefix", "check-empty", "wait-trying"] {
        pairs.push((key.to_owned(), sheet.say(key)));
    }
    for (key, name) in [
        ("error-entry-too-long", "what"),
        ("thing-removed", "what"),
        ("story-room", "count"),
        ("story-room-over", "count"),
        ("wait-minutes", "count"),
        ("typed-ask", "number"),
        ("typed-wrong", "number"),
        ("wait-seconds", "count"),
        ("fail-clock", "date"),
        ("fail-clock-server", "date"),
    ] {
        pairs.push((key.to_owned(), sheet.words.template(key, name)));
    }
    word_list(pairs.into_iter())
}

/// What a script may have to say, by key.
pub(crate) fn word_list(pairs: impl Iterator<Item = (String, String)>) -> AnyView {
    let lines: Vec<_> = pairs
        .map(|(key, text)| view! { <p data-key=key>{text}</p> })
        .collect();
    view! { <template id="words">{lines}</template> }.into_any()
}
