//! Other ways to report: short on every failure, whole on a page.

use leptos::prelude::*;

use super::Sheet;
use super::document::{Level, heading, new_tab};
use super::prose::{article, part, to_the_form};
use crate::helplines::{self, Helpline};

/// What the ways are for, in the order shown.
const GROUPS: [&str; 4] = ["emergency", "police", "anonymous", "subject"];

/// The page with every way that was checked.
pub(crate) fn other_ways_page(sheet: &Sheet<'_>) -> String {
    article(sheet, "other-ways", "other-ways", || {
        let group = |name: &'static str| {
            let lines = helplines::all().filter(|line| line.group == name);
            let ids: Vec<_> = lines.map(|line| line.id).collect();
            part(sheet, &format!("ways-{name}"), short_list(sheet, &ids))
        };
        let groups = GROUPS.map(group);
        view! {
            {groups.into_iter().collect::<Vec<_>>()}
            <p>{sheet.say("other-ways-note")}</p>
            {to_the_form(sheet)}
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_stands_under_a_heading() {
        assert!(helplines::all().all(|line| GROUPS.contains(&line.group)));
    }
}
