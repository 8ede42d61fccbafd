//! The same questions on paper, for those who have no phone of their own or do not trust it.

use domain::question::{Condition, Field, Kind, QUESTIONS, Question};
use leptos::prelude::*;

use super::other_ways::short_list;
use super::prose::{article, contact, keyed, paragraph, part};
use super::strings::choice_key;
use super::{Sheet, things};

/// Lines to write on: for the story, and for anything shorter.
const LONG: usize = 16;
const SHORT: usize = 2;

/// What is not asked on paper: files and a phrase need a browser.
const ON_A_SCREEN: [&str; 3] = ["files", "reply", "safe"];

/// What paper means, where it goes, and every question of the form.
pub(crate) fn paper_page(sheet: &Sheet<'_>) -> String {
    article(sheet, "paper", "paper", || {
        let careful = [
            "paper-safe-form",
            "paper-safe-printer",
            "paper-safe-writing",
            "paper-safe-name",
            "paper-safe-seal",
        ];
        let paper = sheet.settings.contacts.paper.as_deref();
        let questions: Vec<_> = QUESTIONS
            .iter()
            .filter(|one| !ON_A_SCREEN.contains(&one.id))
            .map(|one| question(sheet, one))
            .collect();
        view! {
            {part(sheet, "paper-safe", keyed(sheet, &careful))}
            {part(sheet, "paper-where", contact(sheet, "paper-where", paper))}
            <p class="screen-only">{sheet.say("paper-print")}</p>
            <div class="sheet">
                {paragraph(sheet.say("paper-skip"))} {questions}
            </div>
        }
        .into_any()
    })
}

fn question(sheet: &Sheet<'_>, question: &Question) -> AnyView {
    let several = question.fields.len() > 1;
    let fields: Vec<_> = question
        .fields
        .iter()
        .map(|field| asked(sheet, *field, several))
        .collect();
    let only = question.only_if.map(|condition| only_if(sheet, &condition));
    view! {
        <section class="asked">
            <h2>{sheet.say(&format!("question-{}", question.id))}</h2>
            {only}
            {fields}
        </section>
    }
    .into_any()
}

fn only_if(sheet: &Sheet<'_>, condition: &Condition) -> AnyView {
    let choices = condition.any_of.iter();
    let choices: Vec<_> = choices
        .map(|value| sheet.say(&choice_key(condition.field, value)))
        .collect();
    let choices = choices.join(" · ");
    let only = sheet.words.say_with("paper-only", "choices", choices);
    view! { <p class="only-if">{only}</p> }.into_any()
}

/// One field: its line if the question has several, its hint, and room for an answer.
fn asked(sheet: &Sheet<'_>, field: Field, several: bool) -> AnyView {
    let label = (several || field == Field::Emergency).then(|| {
        let label = match field {
            Field::Entry(entry) => things::named(sheet, entry),
            _ => sheet.say(&format!("{}-label", field.code())),
        };
        view! { <h3>{label}</h3> }
    });
    let hint = format!("{}-hint", field.code());
    let hint = sheet.words.has(&hint).then(|| sheet.say(&hint));
    let hint = hint.map(|hint| view! { <p class="hint">{hint}</p> });
    let room = match field.kind() {
        Kind::OneOf(values) | Kind::SeveralOf(values) => boxes(sheet, field, &values),
        Kind::LongText { .. } => lines(LONG),
        Kind::ShortText { .. } => lines(SHORT),
    };
    let after = (field == Field::About).then(|| corruption(sheet));
    view! {
        {label}
        {hint}
        {room}
        {after}
    }
    .into_any()
}

fn boxes(sheet: &Sheet<'_>, field: Field, values: &[&'static str]) -> AnyView {
    let choices: Vec<_> = values
        .iter()
        .map(|value| view! { <li>{sheet.say(&choice_key(field, value))}</li> })
        .collect();
    view! { <ul class="boxes">{choices}</ul> }.into_any()
}

fn lines(count: usize) -> AnyView {
    let lines: Vec<_> = (0..count).map(|_| view! { <div></div> }).collect();
    view! {
        <div class="lines" aria-hidden="true">
            {lines}
        </div>
    }
    .into_any()
}

/// What must not be written here, and where it can be told instead.
fn corruption(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <div class="careful">
            <b>{sheet.say("corruption-title")}</b>
            <p>{sheet.say("corruption-why")} " " {sheet.say("corruption-ways")}</p>
            {short_list(sheet, &["crimestoppers"])}
        </div>
    }
    .into_any()
}
