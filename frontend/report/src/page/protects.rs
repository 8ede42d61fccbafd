//! "How this protects you": made of the settings this server runs with.

use leptos::prelude::*;

use super::Sheet;
use super::document::{Place, document};

const NOT_PROMISED: &[&str] = &[
    "protects-not-page",
    "protects-not-watch",
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
    let title = sheet.say("protects-title");
    document(sheet, &title.clone(), Place::At("protects"), || {
        view! {
            <article class="prose">
                <h1>{title}</h1>
                <p class="lead">{sheet.say("protects-lead")}</p>
                {part(sheet, "seal", sealing(sheet))}
                {part(sheet, "who", authorities(sheet))}
                {part(sheet, "time", time(sheet))}
                {part(sheet, "keep", keeping(sheet))}
                {part(sheet, "collect", collecting(sheet))}
                {part(sheet, "tor", tor(sheet))}
                {part(sheet, "languages", languages(sheet))}
                {part(sheet, "not", keyed(sheet, NOT_PROMISED))}
                {part(sheet, "check", paragraph(sheet.say("protects-check")))}
                {part(sheet, "sources", sources(sheet))}
            </article>
        }
        .into_any()
    })
}

fn part(sheet: &Sheet<'_>, name: &str, content: AnyView) -> AnyView {
    let title = sheet.say(&format!("protects-{name}-title"));
    view! { <section><h2>{title}</h2> {content}</section> }.into_any()
}

fn list(lines: impl Iterator<Item = String>) -> AnyView {
    let lines: Vec<_> = lines.map(|line| view! { <li>{line}</li> }).collect();
    view! { <ul>{lines}</ul> }.into_any()
}

fn keyed(sheet: &Sheet<'_>, keys: &[&str]) -> AnyView {
    list(keys.iter().map(|key| sheet.say(key)))
}

fn paragraph(text: String) -> AnyView {
    view! { <p>{text}</p> }.into_any()
}

fn sealing(sheet: &Sheet<'_>) -> AnyView {
    let keys = [
        "protects-seal-browser",
        "protects-seal-officers",
        "protects-seal-report",
        "protects-seal-plain",
        "protects-seal-size",
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
    list([window, sheet.say("protects-time-hour")].into_iter())
}

fn keeping(sheet: &Sheet<'_>) -> AnyView {
    let kept = sheet.settings.kept;
    let line = |key: &str, name: &'static str, value: Option<u16>| {
        value.map(|value| sheet.words.say_with(key, name, value))
    };
    let records = line("protects-keep-records", "days", kept.record_days)
        .unwrap_or_else(|| sheet.say("protects-keep-records-unset"));
    let lines = [
        line("protects-keep-intake", "days", kept.intake_days),
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
