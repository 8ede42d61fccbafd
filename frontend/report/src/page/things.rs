//! People, vehicles and online accounts: as many folds as there is room for, the first one open.
//!
//! Without scripts all folds are there. With them `things.js` shows one more when it is asked for.

use domain::question::{Entry, Field, Question, Thing};
use leptos::prelude::*;

use super::text::{line_label, text};
use super::{Entries, Sheet};

/// What one of several is called, such as "Person 2".
pub(crate) fn nth(sheet: &Sheet<'_>, thing: Thing, number: u8) -> String {
    let key = format!("{}-nth", thing.code());
    sheet.words.say_with(&key, "number", number.to_string())
}

/// One box among all of them, such as "Person 2: Name".
pub(crate) fn named(sheet: &Sheet<'_>, entry: Entry) -> String {
    let label = sheet.say(&format!("{}-label", entry.detail.code()));
    format!("{}: {label}", nth(sheet, entry.detail.thing(), entry.nth))
}

/// The fields of a question that asks about several.
pub(crate) fn things(
    sheet: &Sheet<'_>,
    question: &Question,
    thing: Thing,
    entries: &Entries,
) -> AnyView {
    let key = |what: &str| format!("{}-{what}", thing.code());
    let folds: Vec<_> = question
        .fields
        .chunks(thing.details().len())
        .zip(1..)
        .map(|(fields, number)| fold(sheet, thing, number, fields, entries))
        .collect();
    let full = sheet
        .words
        .say_with(&key("full"), "count", thing.most().to_string());
    view! {
        <p class="hint">{sheet.say(&key("lead"))}</p>
        <div class="things">
            {folds} <p class="hint" data-full="">
                {full}
            </p> <button type="button" class="link" data-add="" hidden>
                {sheet.say(&key("add"))}
            </button> <p class="only-read" role="status" data-told=""></p>
        </div>
    }
    .into_any()
}

fn fold(
    sheet: &Sheet<'_>,
    thing: Thing,
    number: u8,
    fields: &[Field],
    entries: &Entries,
) -> AnyView {
    let key = |what: &str| format!("{}-{what}", thing.code());
    let name = nth(sheet, thing, number);
    let (first, others) = fields.split_at(thing.at_once().min(fields.len()));
    let open = number == 1 || has_any(fields, entries);
    let more = (!others.is_empty()).then(|| {
        view! {
            <details class="more" open=has_any(others, entries)>
                <summary>{sheet.say(&key("more"))}</summary>
                <div class="pairs">{boxes(sheet, others, entries)}</div>
            </details>
        }
    });
    view! {
        <details class="thing" open=open>
            <summary>
                <b>{name.clone()}</b>
                " "
                <bdi class="said" translate="no"></bdi>
                " "
                <span class="reopen">{sheet.say("thing-change")}</span>
            </summary>
            <fieldset>
                <legend class="only-read">{name}</legend>
                <div class="pairs">{boxes(sheet, first, entries)}</div>
                {more}
                <button type="button" class="link" data-remove="" hidden>
                    {sheet.say(&key("remove"))}
                </button>
            </fieldset>
        </details>
    }
    .into_any()
}

fn has_any(fields: &[Field], entries: &Entries) -> bool {
    let mut written = fields.iter().flat_map(|field| entries.values(*field));
    written.any(|value| !value.is_empty())
}

fn boxes(sheet: &Sheet<'_>, fields: &[Field], entries: &Entries) -> AnyView {
    let boxes = fields.iter().map(|field| {
        let line = sheet.say(&format!("{}-label", field.code()));
        let label = line_label(*field, line.into_any());
        text(sheet, *field, label, None, entries)
    });
    boxes.collect::<Vec<_>>().into_any()
}
