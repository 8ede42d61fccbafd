//! Fields answered by writing, and the line that says what is wrong with a field.

use domain::question::{Field, Kind};
use leptos::attr::custom::custom_attribute;
use leptos::attr::{Attribute, autocomplete, spellcheck, translate};
use leptos::prelude::*;

use super::document::escaped;
use super::strings::error_text;
use super::{Entries, Sheet, hints};

/// A text field; `label` is what stands in its label.
pub(crate) fn text(
    sheet: &Sheet<'_>,
    field: Field,
    label: AnyView,
    between: Option<AnyView>,
    entries: &Entries,
) -> AnyView {
    let name = field.name();
    let (hint, described) = hint(sheet, field);
    let (max, control) = match field.kind() {
        Kind::LongText { max_bytes } => {
            (Some(max_bytes), long(name, described, entries.value(field)))
        }
        Kind::ShortText { .. } | Kind::OneOf(_) | Kind::SeveralOf(_) => {
            (None, short(name, described, entries.value(field)))
        }
    };
    view! {
        <div class="group" data-field=name data-max=max>
            {label} {hint} {between} {error(sheet, field, entries)} {control}
            {(field == Field::Place).then(|| view! { <div class="found" id="place-found"></div> })}
            {hints::room(field)}
            {max.map(|_| view! { <p class="room" id=format!("{name}-room") aria-live="polite"></p> })}
        </div>
    }
    .into_any()
}

/// The label of one text of several on a page.
pub(crate) fn line_label(field: Field, line: AnyView) -> AnyView {
    view! {
        <label class="line" for=field.name()>
            {line}
        </label>
    }
    .into_any()
}

/// The line below a field's label, if there is one, and what describes the field.
pub(crate) fn hint(sheet: &Sheet<'_>, field: Field) -> (Option<AnyView>, String) {
    let (name, key) = (field.name(), format!("{}-hint", field.code()));
    let (hint, error) = (format!("{name}-hint"), format!("{name}-error"));
    if !sheet.words.has(&key) {
        return (None, error);
    }
    let described = format!("{hint} {error}");
    let text = sheet.say(&key);
    let line = view! {
        <p class="hint" id=hint>
            {text}
        </p>
    };
    (Some(line.into_any()), described)
}

fn long(name: &'static str, described: String, value: &str) -> AnyView {
    // A parser drops the first line end inside a textarea, so one is given to drop.
    let value = format!("\n{}", escaped(value));
    view! {
        <textarea
            id=name
            name=name
            rows="9"
            {..unassisted()}
            aria-describedby=described
        >
            {value}
        </textarea>
    }
    .into_any()
}

fn short(name: &'static str, described: String, value: &str) -> AnyView {
    view! {
        <input
            type="text"
            id=name
            name=name
            value=value.to_owned()
            {..unassisted()}
            aria-describedby=described
        />
    }
    .into_any()
}

/// What is typed is nobody else's to see: browsers may keep it, or send it away to be corrected,
/// completed or translated.
pub(crate) fn unassisted() -> impl Attribute {
    (
        autocomplete("off"),
        custom_attribute("autocorrect", "off"),
        spellcheck("false"),
        translate("no"),
        custom_attribute("writingsuggestions", "false"),
    )
}

/// What is wrong with a field; empty and hidden while nothing is.
pub(crate) fn error(sheet: &Sheet<'_>, field: Field, entries: &Entries) -> AnyView {
    let text = entries
        .rule(field)
        .map(|rule| error_text(sheet, field, rule));
    let hidden = text.is_none();
    view! {
        <p class="error" id=format!("{}-error", field.name()) hidden=hidden>
            {text}
        </p>
    }
    .into_any()
}
