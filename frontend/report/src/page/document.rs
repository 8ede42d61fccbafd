//! The whole document: head, header with the exit, footer.

use leptos::prelude::*;

use super::Sheet;
use super::exit::{EXIT, presses, second_exit};
use super::languages::chooser;
use crate::stand_in;

/// Which page this is: what scripts it carries, and how its language is changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The form: held until sealed.
    Form,
    /// Where a phrase is typed and replies are read: held like the form.
    Replies,
    /// A page at its own address that nothing is typed into.
    At(&'static str),
    /// The answer to a post: holds what was typed in the form `languages::TYPED`.
    Posted {
        /// Whether that form can be written in, and not only be read.
        change: bool,
    },
}

/// Draws a whole document. One without a title is called as the service is: where replies are read, the
/// list of what a browser visited need not say so.
pub(crate) fn document(
    sheet: &Sheet<'_>,
    title: &str,
    place: Place,
    draw: impl FnOnce() -> AnyView,
) -> String {
    let html = Owner::new().with(|| {
        let lang = sheet.words.lang();
        let title = match (&sheet.settings.tab_title, title) {
            (Some(tab), _) => tab.clone(),
            (None, "") => sheet.settings.name.clone(),
            (None, title) => format!("{title} – {}", sheet.settings.name),
        };
        view! {
            <!DOCTYPE html>
            <html lang=lang.locale dir=lang.dir data-print=sheet.print.name()>
                {head(sheet, &title, place)}
                {body(sheet, place, draw())}
            </html>
        }
        .to_html()
    });
    // Markers for a script that never comes: text is escaped, so this can match nothing else.
    stand_in::draw(html.replace("<!>", ""))
}

fn head(sheet: &Sheet<'_>, title: &str, place: Place) -> AnyView {
    let asset = |name| (sheet.assets.url(name), sheet.assets.integrity(name));
    let (style, style_hash) = asset("style.css");
    let icon = match sheet.settings.tab_title {
        Some(_) => "plain.svg",
        None => "mark.svg",
    };
    let icon = sheet.assets.url(icon);
    let own = match place {
        Place::At(_) => Some("prose.css"),
        Place::Form | Place::Posted { .. } => Some("files.css"),
        Place::Replies => None,
    };
    let own = own.map(asset);
    let own = own.map(|(href, hash)| view! { <link rel="stylesheet" href=href integrity=hash /> });
    let (hold, deferred): (_, &[&str]) = match place {
        Place::Form => (
            Some(asset("hold.js")),
            &[
                "leave.js",
                "languages.js",
                "send.js",
                "phrase.js",
                "wizard.js",
                "things.js",
                "place.js",
                "giveaway.js",
            ],
        ),
        Place::Replies => (
            Some(asset("hold.js")),
            &["leave.js", "send.js", "replies.js"],
        ),
        Place::At(_) | Place::Posted { .. } => (None, &["leave.js"]),
    };
    let hold = hold.map(|(src, hash)| view! { <script src=src integrity=hash></script> });
    let deferred: Vec<_> = deferred
        .iter()
        .map(|name| {
            let (src, hash) = asset(name);
            let id = ["wizard.js", "replies.js"]
                .contains(name)
                .then_some("wizard");
            view! { <script id=id src=src integrity=hash defer></script> }
        })
        .collect();
    view! {
        <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="referrer" content="no-referrer" />
            <title>{title.to_owned()}</title>
            {hold}
            <link rel="stylesheet" href=style integrity=style_hash />
            {own}
            <link rel="icon" type="image/svg+xml" href=icon />
            {deferred}
        </head>
    }
    .into_any()
}

fn body(sheet: &Sheet<'_>, place: Place, main: AnyView) -> AnyView {
    let form = matches!(place, Place::Form | Place::Replies);
    let only_form = |value: String| form.then_some(value);
    let keys: Vec<_> = sheet
        .settings
        .authorities
        .iter()
        .map(ToString::to_string)
        .collect();
    let authorities = serde_json::Value::from(keys).to_string();
    view! {
        <body
            data-lang=sheet.words.lang().code
            data-home=sheet.href("")
            data-tab=sheet.settings.tab_title.as_ref().map(|_| "")
            data-worker=only_form(sheet.assets.url("sealer-worker.js"))
            data-worker-hash=only_form(sheet.assets.integrity("sealer-worker.js"))
            data-glue=only_form(sheet.assets.url("sealer.js"))
            data-glue-hash=only_form(sheet.assets.integrity("sealer.js"))
            data-wasm=only_form(sheet.assets.url("sealer.wasm"))
            data-wasm-hash=only_form(sheet.assets.integrity("sealer.wasm"))
            data-inst=only_form(sheet.settings.inst.to_string())
            data-authorities=only_form(authorities)
        >
            <a class="skip" href="#main">{sheet.say("skip-link")}</a>
            {header(sheet)}
            <main id="main" tabindex="-1">{chooser(sheet, place)} {main}</main>
            {footer(sheet)}
        </body>
    }
    .into_any()
}

fn header(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <header class="top">
            {second_exit(sheet)}
            <div class="wide">
                <span class="brand">
                    <img
                        src=sheet.assets.url("mark.svg")
                        alt=sheet.say("mark-alt")
                        width="40"
                        height="40"
                    />
                    <span>{sheet.settings.name.clone()}</span>
                </span>
                <a
                    class="exit"
                    id="exit"
                    href=sheet.href(EXIT)
                    data-away=sheet.settings.exit_url.clone()
                    rel="nofollow noreferrer noopener"
                >
                    <b>{sheet.say("exit")}</b>
                    " "
                    <span class="exit-hint">{sheet.say("exit-hint")}</span>
                    <span class="presses" aria-hidden="true">
                        <i></i>
                        <i></i>
                        <i></i>
                    </span>
                </a>
            </div>
            {presses(sheet)}
        </header>
    }
    .into_any()
}

/// The pages at the foot of every page, by what they are about.
const ABOUT: [(&str, &[&str]); 3] = [
    ("footer-safe", &["protects", "leaving", "other-ways"]),
    ("footer-forms", &["easy", "paper"]),
    (
        "footer-about",
        &["replies", "results", "privacy", "accessibility"],
    ),
];

fn footer(sheet: &Sheet<'_>) -> AnyView {
    let link = |page: &&str| {
        let key = format!("footer-{page}");
        view! { <li>{new_tab(sheet, page, &key)}</li> }
    };
    let groups = ABOUT.map(|(key, pages)| {
        let links: Vec<_> = pages.iter().map(link).collect();
        view! {
            <div>
                <p>{sheet.say(key)}</p>
                <ul>{links}</ul>
            </div>
        }
    });
    view! {
        <footer class="foot">
            <div class="wide">
                <p class="foot-999">{sheet.say("footer-emergency")}</p>
                <nav aria-labelledby="footer-title">
                    <p id="footer-title">{sheet.say("footer-title")}</p>
                    <div class="foot-groups">{groups.into_iter().collect::<Vec<_>>()}</div>
                </nav>
            </div>
        </footer>
    }
    .into_any()
}

/// A link to one of our pages in a new tab, so that what is typed here stays.
pub(crate) fn new_tab(sheet: &Sheet<'_>, page: &str, key: &str) -> AnyView {
    view! {
        <a href=sheet.href(page) target="_blank" rel="noopener">
            {sheet.say(key)}
            " "
            <span class="new-tab">{sheet.say("new-tab")}</span>
        </a>
    }
    .into_any()
}

/// A heading of the second or third level.
pub(crate) fn heading(level: Level, text: String) -> AnyView {
    match level {
        Level::Second => view! { <h2>{text}</h2> }.into_any(),
        Level::Third => view! { <h3>{text}</h3> }.into_any(),
    }
}

/// How deep a piece stands: on a page of its own, or inside a step of the form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Second,
    Third,
}

/// Escapes text for the one element of ours whose children are not escaped when drawn: `textarea`.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
