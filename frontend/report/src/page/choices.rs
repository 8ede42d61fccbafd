//! Fields answered by choosing.

use domain::question::{Field, Kind};
use leptos::prelude::*;

use super::place::map;
use super::strings::{choice_id, choice_key};
use super::text::{error, hint};
use super::{Entries, Sheet};

/// How a group of choices is headed.
pub(crate) enum Legend {
    /// The choices are the whole question: its heading is theirs.
    Heading(AnyView),
    /// One field of several: a line of its own.
    Line(AnyView),
}

/// One group of radios or checkboxes.
pub(crate) fn choices(
    sheet: &Sheet<'_>,
    field: Field,
    legend: Legend,
    between: Option<AnyView>,
    entries: &Entries,
) -> AnyView {
    let name = field.name();
    let (values, several) = match field.kind() {
        Kind::OneOf(values) => (values, false),
        Kind::SeveralOf(values) => (values, true),
        Kind::LongText { .. } | Kind::ShortText { .. } => (Vec::new(), false),
    };
    let legend = match legend {
        Legend::Heading(heading) => view! { <legend>{heading}</legend> }.into_any(),
        Legend::Line(line) => view! { <legend class="line">{line}</legend> }.into_any(),
    };
    let (hint, described) = hint(sheet, field);
    let options: Vec<_> = values
        .into_iter()
        .map(|value| choice(sheet, field, value, several, entries))
        .collect();
    view! {
        <div class="group" data-field=name>
            <fieldset aria-describedby=described>
                {legend} {between} {hint} {error(sheet, field, entries)}
                <div class="choices">{options}</div>
                {(field == Field::District).then(|| map(sheet))}
            </fieldset>
        </div>
    }
    .into_any()
}

fn choice(
    sheet: &Sheet<'_>,
    field: Field,
    value: &'static str,
    several: bool,
    entries: &Entries,
) -> AnyView {
    let id = choice_id(field, value);
    let key = choice_key(field, value);
    let kind = if several { "checkbox" } else { "radio" };
    let hint_key = format!("{key}-hint");
    let hint = sheet.words.has(&hint_key).then(|| {
        let id = format!("{id}-hint");
        view! {
            <span class="hint" id=id>
                {sheet.say(&hint_key)}
            </span>
        }
    });
    let described = hint.as_ref().map(|_| format!("{id}-hint"));
    view! {
        <div class="choice">
            <input
                type=kind
                id=id.clone()
                name=field.name()
                value=value
                checked=entries.has(field, value)
                aria-describedby=described
            />
            <label for=id>{sheet.say(&key)}</label>
            {hint}
            {signs(sheet, &key)}
        </div>
    }
    .into_any()
}

/// What can be seen or heard of it, to be opened by whoever is not sure.
fn signs(sheet: &Sheet<'_>, key: &str) -> Option<AnyView> {
    let keys = (1_u8..).map(|number| format!("{key}-sign-{number}"));
    let keys = keys.take_while(|key| sheet.words.has(key));
    let lines: Vec<_> = keys
        .map(|key| view! { <li>{sheet.say(&key)}</li> })
        .collect();
    if lines.is_empty() {
        return None;
    }
    let of = sheet.say(key);
    let signs = view! {
        <details class="signs">
            <summary>
                {sheet.say("signs")}
                <span class="only-read">": " {of}</span>
            </summary>
            <ul>{lines}</ul>
        </details>
    };
    Some(signs.into_any())
}
