//! "How this protects you": made of the settings this server runs with.

use domain::mailbox::REPLY_DAYS;
use leptos::prelude::*;

use super::Sheet;
use super::prose::{article, keyed, list, paragraph, part};

const REPLY: &[&str] = &[
    "protects-reply-key",
    "protects-reply-store",
    "protects-reply-same",
    "protects-reply-plain",
];

const NOT_PROMISED: &[&str] = &[
    "protects-not-page",
    "protects-not-watch",
    "protects-not-reply",
    "protects-not-network",
    "protects-not-alarm",
    "protects-not-device",
    "protects-not-words",
    "protects-not-officer",
    "protects-not-corruption",
    "protects-not-trace",
];

/// What is done, who vouches, how long things are kept, and what is not promised.
pub(crate) fn protects_page(sheet: &Sheet<'_>) -> String {
    article(sheet, "protects", "protects", || {
        let part = |name: &str, content| part(sheet, &format!("protects-{name}"), content);
        view! {
            {part("seal", sealing(sheet))}
            {part("reply", keyed(sheet, REPLY))}
            {part("who", authorities(sheet))}
            {part("time", time(sheet))}
            {part("keep", keeping(sheet))}
            {part("collect", collecting(sheet))}
            {part("tor", tor(sheet))}
            {part("languages", languages(sheet))}
            {part("not", keyed(sheet, NOT_PROMISED))}
            {part("check", paragraph(sheet.say("protects-check")))}
            {part("sources", sources(sheet))}
        }
        .into_any()
    })
}

fn sealing(sheet: &Sheet<'_>) -> AnyView {
    let keys = [
        "protects-seal-browser",
        "protects-seal-officers",
        "protects-seal-report",
        "protects-seal-plain",
        "protects-seal-size",
        "protects-seal-files",
    ];
    keyed(sheet, &keys)
}

fn authorities(sheet: &Sheet<'_>) -> AnyView {
    let names = sheet.settings.authorities.iter();
    view! {
        <p>{sheet.say("protects-who")}</p>
        {list(names.map(|authority| authority.name().to_owned()))}
        <p>{sheet.say("protects-who-else")}</p>
    }
    .into_any()
}

fn time(sheet: &Sheet<'_>) -> AnyView {
    let window = sheet.say_window("protects-time-window");
    let files = if sheet.settings.kept.files_dated {
        "protects-time-files"
    } else {
        "protects-time-disk"
    };
    let further = ["protects-time-hour", files].map(|key| sheet.say(key));
    list([window].into_iter().chain(further))
}

/// How long what is kept.
pub(super) fn keeping(sheet: &Sheet<'_>) -> AnyView {
    let kept = sheet.settings.kept;
    let line = |key: &str, name: &'static str, value: Option<u16>| {
        value.map(|value| sheet.words.say_with(key, name, value))
    };
    let records = line("protects-keep-records", "days", kept.record_days)
        .unwrap_or_else(|| sheet.say("protects-keep-records-unset"));
    let lines = [
        line("protects-keep-intake", "days", kept.intake_days),
        Some(sheet.words.say_with("replies-days", "days", REPLY_DAYS)),
        Some(records),
        line("protects-keep-reports", "years", kept.report_years),
    ];
    list(lines.into_iter().flatten())
}

fn collecting(sheet: &Sheet<'_>) -> AnyView {
    let keys = [
        "protects-collect-name",
        "protects-collect-cookies",
        "protects-collect-others",
        "protects-collect-place",
        "protects-collect-hints",
        "protects-collect-logs",
    ];
    keyed(sheet, &keys)
}

fn tor(sheet: &Sheet<'_>) -> AnyView {
    let Some(onion) = sheet.settings.onion.clone() else {
        return paragraph(sheet.say("protects-tor-none"));
    };
    view! {
        <p>{sheet.say("protects-tor-onion")}</p>
        <p class="onion"><a dir="ltr" href=onion.clone()>{onion.clone()}</a></p>
    }
    .into_any()
}

/// In the licences' own words.
fn sources(sheet: &Sheet<'_>) -> AnyView {
    let lines = gazetteer::ATTRIBUTION.iter().map(|line| (*line).to_owned());
    view! {
        <p>{sheet.say("protects-sources")}</p>
        <div lang="en" dir="ltr">
            {list(lines)}
        </div>
    }
    .into_any()
}

fn languages(sheet: &Sheet<'_>) -> AnyView {
    let names: Vec<_> = sheet.languages.iter().map(|lang| lang.name).collect();
    let names = names.join(", ");
    paragraph(
        sheet
            .words
            .say_with("protects-languages", "languages", names),
    )
}
