//! The other languages: links where nothing is typed, and buttons that carry along what is.

use leptos::prelude::*;

use super::Sheet;
use super::document::Place;
use super::replies::REPLIES;
use crate::lang::Lang;

/// The id of a form that came filled in, for the buttons outside it.
pub(crate) const TYPED: &str = "typed";

/// Every language by its own name, the one being read not a link.
///
/// On the static form these are links, which `languages.js` follows without losing what is typed. Buttons
/// that post it stand only where a person was told what that means: see [`typed`]. A browser presses a
/// form's first submit button when Enter is pressed in a field, and that must never be one of these:
/// [`enter`] comes before them.
pub(crate) fn chooser(sheet: &Sheet<'_>, place: Place) -> AnyView {
    match place {
        Place::Form => view! {
            {list(sheet, |lang| link(lang, ""))}
            <p id="language-failed" role="alert" hidden>
                {sheet.say("language-failed")}
            </p>
        }
        .into_any(),
        Place::Replies => list(sheet, |lang| link(lang, REPLIES)),
        Place::At(page) => list(sheet, |lang| link(lang, page)),
        Place::Posted { change } => view! {
            {enter()}
            {list(sheet, |lang| button(lang, TYPED, change))}
        }
        .into_any(),
    }
}

/// For those without scripts, under the notice of what that means: the static form as it is typed, in
/// another language.
pub(crate) fn typed(sheet: &Sheet<'_>) -> Option<AnyView> {
    (sheet.languages.len() > 1).then(|| {
        view! {
            <p>{sheet.say("plain-languages")}</p>
            {list(sheet, |lang| button(lang, "tip", true))}
        }
        .into_any()
    })
}

/// What Enter in a field presses: the form's own way.
fn enter() -> AnyView {
    view! {
        <button type="submit" class="only-read" form=TYPED tabindex="-1" aria-hidden="true"></button>
    }
    .into_any()
}

fn list(sheet: &Sheet<'_>, way: impl Fn(&Lang) -> AnyView) -> AnyView {
    let own = sheet.words.lang();
    let items: Vec<_> = sheet
        .languages
        .iter()
        .map(|lang| {
            let name = if *lang == own {
                view! {
                    <b aria-current="true" lang=lang.code>
                        {lang.name}
                    </b>
                }
                .into_any()
            } else {
                way(lang)
            };
            view! { <li>{name}</li> }
        })
        .collect();
    (items.len() > 1)
        .then(|| {
            view! {
                <nav class="languages" aria-label=sheet.say("languages")>
                    <ul>{items}</ul>
                </nav>
            }
        })
        .into_any()
}

fn link(lang: &Lang, page: &str) -> AnyView {
    view! {
        <a href=format!("/{}/{page}", lang.code) lang=lang.code hreflang=lang.code>
            {lang.name}
        </a>
    }
    .into_any()
}

/// Posts what the form holds, to be shown again in another language.
fn button(lang: &Lang, form: &'static str, change: bool) -> AnyView {
    view! {
        <button
            type="submit"
            class="link"
            form=form
            formmethod="post"
            formaction=format!("/{}/check", lang.code)
            name=change.then_some("change")
            value=change.then_some("yes")
            lang=lang.code
        >
            {lang.name}
        </button>
    }
    .into_any()
}
