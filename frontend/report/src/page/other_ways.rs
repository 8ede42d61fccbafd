//! Other ways to report: short on every failure, whole on a page.

use leptos::prelude::*;

use super::Sheet;
use super::document::{Level, Place, document, heading, new_tab};
use crate::helplines::{self, Helpline};

/// The page with every way that was checked.
pub(crate) fn other_ways_page(sheet: &Sheet<'_>) -> String {
    let title = sheet.say("other-ways-title");
    document(sheet, &title.clone(), Place::At("other-ways"), || {
        let ids: Vec<_> = helplines::all().map(|line| line.id).collect();
        view! {
            <article class="prose">
                <h1>{title}</h1>
                <p class="lead">{sheet.say("other-ways-lead")}</p>
                {short_list(sheet, &ids)}
                <p>{sheet.say("other-ways-note")}</p>
                <p>
                    <a class="button" href=sheet.href("")>
                        {sheet.say("go-to-form")}
                    </a>
                </p>
            </article>
        }
        .into_any()
    })
}

/// The ways shown at every failure, with a link to all of them.
pub(crate) fn always_shown(sheet: &Sheet<'_>, level: Level) -> AnyView {
    view! {
        {heading(level, sheet.say("other-ways-title"))}
        {short_list(sheet, &["emergency", "nonemergency", "crimestoppers"])}
        <p>{new_tab(sheet, "other-ways", "other-ways-all")}</p>
    }
    .into_any()
}

/// Some of the ways.
pub(crate) fn short_list(sheet: &Sheet<'_>, ids: &[&str]) -> AnyView {
    let lines: Vec<_> = ids
        .iter()
        .filter_map(|id| helplines::find(id))
        .map(|line| entry(sheet, &line))
        .collect();
    view! { <ul class="ways">{lines}</ul> }.into_any()
}

fn entry(sheet: &Sheet<'_>, line: &Helpline) -> AnyView {
    let key = format!("helpline-{}", line.id);
    let web = line.web.map(|site| {
        let href = format!("https://{site}");
        view! {
            <a dir="ltr" href=href target="_blank" rel="noreferrer noopener">
                {site}
            </a>
        }
    });
    let call = line.phone.map(|_| call_link(sheet, line));
    view! {
        <li>
            <b>{sheet.say(&key)}</b>
            <span class="when">{sheet.say(&format!("{key}-when"))}</span>
            <span class="reach">{call} " " {web}</span>
        </li>
    }
    .into_any()
}

/// A link that calls.
pub(crate) fn call_link(sheet: &Sheet<'_>, line: &Helpline) -> AnyView {
    let number = line.phone.unwrap_or_default();
    let text = sheet.words.say_with("call", "number", number);
    view! {
        <a class="tel" href=line.tel()>
            {text}
        </a>
    }
    .into_any()
}
