//! Pages to be read: parts under headings, lists and lines.

use leptos::prelude::*;

use super::Sheet;
use super::document::{Place, document};

/// A page with its title and first line, `<key>-title` and `<key>-lead`.
pub(crate) fn article(
    sheet: &Sheet<'_>,
    page: &'static str,
    key: &str,
    content: impl FnOnce() -> AnyView,
) -> String {
    let title = sheet.say(&format!("{key}-title"));
    document(sheet, &title.clone(), Place::At(page), || {
        view! {
            <article class="prose" id=format!("page-{page}")>
                <h1>{title}</h1>
                <p class="lead">{sheet.say(&format!("{key}-lead"))}</p>
                {content()}
            </article>
        }
        .into_any()
    })
}

/// A part under the heading `<key>-title`.
pub(crate) fn part(sheet: &Sheet<'_>, key: &str, content: AnyView) -> AnyView {
    let title = sheet.say(&format!("{key}-title"));
    view! { <section><h2>{title}</h2> {content}</section> }.into_any()
}

/// A list of lines.
pub(crate) fn list(lines: impl Iterator<Item = String>) -> AnyView {
    let lines: Vec<_> = lines.map(|line| view! { <li>{line}</li> }).collect();
    view! { <ul>{lines}</ul> }.into_any()
}

/// A list of the strings with these keys.
pub(crate) fn keyed(sheet: &Sheet<'_>, keys: &[&str]) -> AnyView {
    list(keys.iter().map(|key| sheet.say(key)))
}

/// One line.
pub(crate) fn paragraph(text: String) -> AnyView {
    view! { <p>{text}</p> }.into_any()
}

/// What the operator wrote, after a line that leads to it; or a line that says it is missing, at
/// `<key>-unset`.
pub(crate) fn contact(sheet: &Sheet<'_>, key: &str, given: Option<&str>) -> AnyView {
    let Some(given) = given else {
        return paragraph(sheet.say(&format!("{key}-unset")));
    };
    view! {
        <p>{sheet.say(key)}</p>
        <p class="contact" dir="auto">
            {given.to_owned()}
        </p>
    }
    .into_any()
}

/// The button at the end of a page that leads to the form.
pub(crate) fn to_the_form(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <p>
            <a class="button" href=sheet.href("")>
                {sheet.say("go-to-form")}
            </a>
        </p>
    }
    .into_any()
}
