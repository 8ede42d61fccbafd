//! The other languages: links where nothing is typed, and buttons that carry along what is.

use leptos::prelude::*;

use super::document::Place;
use super::replies::REPLIES;
use super::{Sheet, address};
use crate::lang::Lang;
use crate::print::Print;

/// The id of a form that came filled in, for the buttons outside it.
pub(crate) const TYPED: &str = "typed";

/// Where the same page stands in another language or size.
struct Other {
    lang: Lang,
    print: Print,
    /// The language's own name for itself, or the size.
    name: String,
    /// The language the name is in, if that is not the page's.
    said_in: Option<&'static str>,
}

/// Every language by its own name, the one being read not a link, and the other size of print.
///
/// On the static form these are links, which `languages.js` follows without losing what is typed. Buttons
/// that post it stand only where a person was told what that means: see [`typed`]. A browser presses a
/// form's first submit button when Enter is pressed in a field, and that must never be one of these:
/// [`enter`] comes before them.
pub(crate) fn chooser(sheet: &Sheet<'_>, place: Place) -> AnyView {
    match place {
        Place::Form => view! {
            {list(sheet, |other| link(other, ""))}
            <p id="language-failed" role="alert" hidden>
                {sheet.say("language-failed")}
            </p>
        }
        .into_any(),
        Place::Replies => list(sheet, |other| link(other, REPLIES)),
        Place::At(page) => list(sheet, |other| link(other, page)),
        Place::Posted { change } => view! {
            {enter()}
            {list(sheet, |other| button(other, TYPED, change))}
        }
        .into_any(),
    }
}

/// For those without scripts, under the notice of what that means: the static form as it is typed, in
/// another language or size.
pub(crate) fn typed(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <p>{sheet.say("plain-languages")}</p>
        {list(sheet, |other| button(other, "tip", true))}
    }
    .into_any()
}

/// What Enter in a field presses: the form's own way.
fn enter() -> AnyView {
    view! {
        <button type="submit" class="only-read" form=TYPED tabindex="-1" aria-hidden="true"></button>
    }
    .into_any()
}

fn list(sheet: &Sheet<'_>, way: impl Fn(Other) -> AnyView) -> AnyView {
    let mut items = Vec::new();
    if sheet.languages.len() > 1 {
        let named = |lang: &Lang| language(sheet, *lang, &way);
        items.extend(sheet.languages.iter().map(named));
    }
    items.push(way(other_size(sheet)));
    let items: Vec<_> = items
        .into_iter()
        .map(|item| view! { <li>{item}</li> })
        .collect();
    view! {
        <nav class="languages" aria-label=sheet.say("languages")>
            <ul>{items}</ul>
        </nav>
    }
    .into_any()
}

fn language(sheet: &Sheet<'_>, lang: Lang, way: impl Fn(Other) -> AnyView) -> AnyView {
    if lang != sheet.words.lang() {
        return way(Other {
            lang,
            print: sheet.print,
            name: lang.name.to_owned(),
            said_in: Some(lang.code),
        });
    }
    view! {
        <b aria-current="true" lang=lang.code>
            {lang.name}
        </b>
    }
    .into_any()
}

fn other_size(sheet: &Sheet<'_>) -> Other {
    let print = sheet.print.other();
    let key = match print {
        Print::Large => "print-large",
        Print::Usual => "print-usual",
    };
    Other {
        lang: sheet.words.lang(),
        print,
        name: sheet.say(key),
        said_in: None,
    }
}

fn link(other: Other, page: &str) -> AnyView {
    let href = address(other.lang, other.print, page);
    view! {
        <a href=href lang=other.said_in hreflang=other.said_in>
            {other.name}
        </a>
    }
    .into_any()
}

/// Posts what the form holds, to be shown again in another language or size.
fn button(other: Other, form: &'static str, change: bool) -> AnyView {
    view! {
        <button
            type="submit"
            class="link"
            form=form
            formmethod="post"
            formaction=address(other.lang, other.print, "check")
            name=change.then_some("change")
            value=change.then_some("yes")
            lang=other.said_in
        >
            {other.name}
        </button>
    }
    .into_any()
}
