//! The same in the fewest words: one idea a line, each with a drawing of our own.

use leptos::prelude::*;

use super::Sheet;
use super::other_ways::short_list;
use super::prose::{article, to_the_form};

/// What each line says, and its drawing in lines on a square of 24.
const LINES: &[(&str, &str)] = &[
    ("easy-danger", PHONE),
    ("easy-tell", BUBBLE),
    ("easy-no-name", NOBODY),
    ("easy-sealed", LOCK),
    ("easy-officers", KEY),
    ("easy-care", NO_PENCIL),
    ("easy-skip", ONWARD),
    ("easy-language", LETTERS),
    ("easy-help", TWO),
    ("easy-leave", DOOR),
    ("easy-history", CLOCK),
];

const PHONE: &str =
    "M6 3h4l2 5-3 2a12 12 0 0 0 5 5l2-3 5 2v4c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2z";
const BUBBLE: &str = "M3 5h18v11H11l-5 4v-4H3zM8 9h8M8 12h5";
const NOBODY: &str = "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 21c0-5 3-7 8-7s8 2 8 7M3 3l18 18";
const LOCK: &str = "M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3M12 15v2";
const KEY: &str = "M8 4a5 5 0 1 1 0 10A5 5 0 0 1 8 4M12 12l9 9M17 17l-2 2M20 20l-2 2";
const NO_PENCIL: &str = "M4 20l1-5L16 4l4 4L9 19zM3 3l18 18";
const ONWARD: &str = "M3 12h12M11 6l6 6-6 6M21 5v14";
const LETTERS: &str = "M3 19L8 6l5 13M5 14h6M16 6h5M18 4v2M21 6c0 5-3 8-6 9M16 9c1 3 3 5 6 6";
const TWO: &str = "M8 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6M2 20c0-5 2-7 6-7s6 2 6 7M17 6a3 3 0 1 1 0 6M18 14c3 0 4 2 4 6";
const DOOR: &str = "M4 3h9v18H4zM10 12v1M16 8l4 4-4 4M20 12h-7";
const CLOCK: &str = "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 7v5l4 2";

/// The page in easy words.
pub(crate) fn easy_page(sheet: &Sheet<'_>) -> String {
    article(sheet, "easy", "easy", || {
        let lines: Vec<_> = LINES
            .iter()
            .map(|(key, drawing)| line(sheet, key, drawing))
            .collect();
        view! {
            <ul class="easy">{lines}</ul>
            {to_the_form(sheet)}
            <p class="lead">{sheet.say("easy-instead")}</p>
            {short_list(sheet, &["emergency", "crimestoppers"])}
        }
        .into_any()
    })
}

fn line(sheet: &Sheet<'_>, key: &str, drawing: &'static str) -> AnyView {
    view! {
        <li>
            <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d=drawing></path>
            </svg>
            <span>{sheet.say(key)}</span>
        </li>
    }
    .into_any()
}
