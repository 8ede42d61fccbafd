//! Check your answers: filled in by the script, or by the server when there is none.

use domain::TipId;
use domain::question::{Entry, Field, Kind, QUESTIONS, Question};
use leptos::prelude::*;

use super::document::{Place, document};
use super::files::{WITH_PICTURES, pictures};
use super::languages::TYPED;
use super::phrase::phrase_drawn;
use super::plain_notice::why;
use super::strings::choice_key;
use super::{Entries, Sheet, things};

/// Where the check page of those without scripts is posted to.
pub(crate) const SEND: &str = "send";

/// The section of the static form; the script fills the answers in.
pub(crate) fn check_section(sheet: &Sheet<'_>) -> AnyView {
    let rows = rows(sheet, None);
    view! {
        <section class="step" id="q-check" hidden>
            <h2 tabindex="-1">{sheet.say("check-title")}</h2>
            <p class="lead">{sheet.say("check-lead")}</p>
            {rows}
            <p class="seal-note">{sheet.say("check-seal-note")}</p>
            <button type="button" class="button" id="send">
                {sheet.say("check-send")}
            </button>
        </section>
    }
    .into_any()
}

/// The page of the no-script path: the answers again, hidden in a form that sends them.
pub(crate) fn check_page(sheet: &Sheet<'_>, tip: TipId, entries: &Entries) -> String {
    let title = sheet.say("check-title");
    let place = Place::Posted { change: false };
    document(sheet, &title.clone(), place, || {
        let phrase = entries.phrase().filter(|_| entries.comes_back());
        let phrase = phrase.map(|phrase| phrase_drawn(sheet, phrase));
        view! {
            <form class="prose" id=TYPED method="post" action=sheet.href(SEND) autocomplete="off">
                {hidden(tip, entries)} <h1>{title}</h1>
                <p class="lead">{sheet.say("check-lead")}</p>
                {rows(sheet, Some(entries))}
                {phrase}
                {pictures(sheet)}
                <div class="notice plain">{why(sheet)}</div>
                <button type="submit" class="button" formenctype=WITH_PICTURES>
                    {sheet.say("plain-send")}
                </button>
            </form>
        }
        .into_any()
    })
}

/// Everything typed, as hidden fields with the tip's id and phrase. Nothing stands for what is empty.
pub(crate) fn hidden(tip: TipId, entries: &Entries) -> AnyView {
    let fields: Vec<_> = entries
        .pairs()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| {
            let (name, value) = (name.to_owned(), value.to_owned());
            view! { <input type="hidden" name=name value=value /> }
        })
        .collect();
    view! {
        {kept(tip, entries)}
        {fields}
    }
    .into_any()
}

/// What belongs to a form beside what is typed: its tip's id, and the phrase drawn for it.
pub(crate) fn kept(tip: TipId, entries: &Entries) -> AnyView {
    let phrase = entries.phrase().map(|phrase| {
        let digits = phrase.digits().to_string();
        view! { <input type="hidden" name="phrase" value=digits /> }
    });
    view! {
        <input type="hidden" name="tip" value=tip.to_string() />
        {phrase}
    }
    .into_any()
}

fn rows(sheet: &Sheet<'_>, entries: Option<&Entries>) -> AnyView {
    let shown = |question: &&Question| {
        // Pictures are chosen beside "Send".
        let asked = |entries: &Entries| {
            !question.fields.is_empty()
                && question.is_asked(|field, value| entries.has(field, value))
        };
        entries.is_none_or(asked)
    };
    let rows: Vec<_> = QUESTIONS
        .iter()
        .filter(shown)
        .map(|question| row(sheet, question, entries))
        .collect();
    view! { <dl class="answers">{rows}</dl> }.into_any()
}

fn row(sheet: &Sheet<'_>, question: &Question, entries: Option<&Entries>) -> AnyView {
    let title = match question.id {
        // The heading of that page tells to call; what it asks is a line further down.
        "emergency" => sheet.say("emergency-label"),
        id => sheet.say(&format!("question-{id}")),
    };
    let what = sheet
        .words
        .say_with("check-change-what", "question", title.clone());
    let label = view! {
        {sheet.say("check-change")}
        " "
        <span class="only-read">{what}</span>
    };
    let change = if entries.is_none() {
        view! { <button type="button" class="link" data-change=question.id>{label}</button> }
            .into_any()
    } else {
        let back = format!("{}#q-{}", sheet.href("check"), question.id);
        view! {
            <button type="submit" class="link" name="change" value="yes" formaction=back>
                {label}
            </button>
        }
        .into_any()
    };
    let answers = entries.map(|entries| answers(sheet, question, entries));
    view! {
        <div>
            <dt>{title}</dt>
            <dd data-answer=question.id>{answers}</dd>
            <dd class="change">{change}</dd>
        </div>
    }
    .into_any()
}

/// What was answered on a page; where it asks several things, after what each is called.
fn answers(sheet: &Sheet<'_>, question: &Question, entries: &Entries) -> AnyView {
    let mut lines: Vec<AnyView> = Vec::new();
    let mut of = 0;
    for field in question.fields {
        let given = answer(sheet, *field, entries);
        if let (Field::Entry(Entry { detail, nth }), false) = (field, given.is_empty())
            && of != *nth
        {
            of = *nth;
            let name = things::nth(sheet, detail.thing(), of);
            lines.push(view! { <p class="which">{name}</p> }.into_any());
        }
        if question.fields.len() > 1 && !given.is_empty() {
            let asked = sheet.say(&format!("{}-label", field.code()));
            lines.push(view! { <p class="asked">{asked}</p> }.into_any());
        }
        let given = given
            .into_iter()
            .map(|line| view! { <p>{line}</p> }.into_any());
        lines.extend(given);
    }
    if lines.is_empty() {
        lines.push(view! { <p>{sheet.say("check-empty")}</p> }.into_any());
    }
    lines.into_any()
}

fn answer(sheet: &Sheet<'_>, field: Field, entries: &Entries) -> Vec<String> {
    let given = entries
        .values(field)
        .filter(|value| !value.trim().is_empty());
    match field.kind() {
        Kind::OneOf(offered) | Kind::SeveralOf(offered) => given
            .filter(|value| offered.contains(value))
            .map(|value| sheet.say(&choice_key(field, value)))
            .collect(),
        Kind::LongText { .. } | Kind::ShortText { .. } => {
            given.map(|value| value.trim().to_owned()).collect()
        }
    }
}
