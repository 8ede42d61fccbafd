//! A real console in Chromium: how soon a keystroke in the sanitiser is over.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use tests::{Browser, DESK, Driver, NO_LIMITS, Partnership, Scripts, patiently, sealed, today};

use crate::filling::fill;
use crate::sheet::{Limit, Sheet};

const SCRIPT: &str = include_str!("writing.js");
/// The longest text of one part of a tip.
const BYTES: usize = 12_000;
const KEYSTROKES: usize = 200;
const KEYSTROKE_MS: f64 = 16.0;
const PATIENCE: Duration = Duration::from_mins(5);
const FOLDER: &str = "bench-writing";

/// Milliseconds from an input until the page is laid out anew.
#[derive(Deserialize)]
struct Took {
    sanitiser: Vec<f64>,
    plain: Vec<f64>,
}

/// Accepts the longest tip, starts a report from its words and types into the middle of them.
pub(crate) fn measure(sheet: &mut Sheet, driver: &Driver) {
    sheet.section("a keystroke among 12,000 bytes of a tip's own words");
    let mut served = Partnership::make(FOLDER, NO_LIMITS);
    let directory = served.verified();
    fill(&mut served, 1, |_| sealed(&directory, &story(), today()));
    let browser = Browser::open(driver, FOLDER, DESK, Scripts::On);
    let officer = served.officer("triage-1");
    browser.go(&served.staff("/#/triage"));
    browser.type_into("#name", &officer.name);
    browser.type_into("#passphrase", &officer.passphrase);
    browser.find_saying("#sign-in[aria-disabled=false]", "Sign in");
    for button in ["#sign-in", ".list .row", "#accept", ".from-tip"] {
        browser.click(button);
    }
    browser.find(".compare");
    browser.run(SCRIPT, &[json!(KEYSTROKES)]);
    let mut took: Took = patiently("every keystroke is over", PATIENCE, || {
        serde_json::from_value(browser.run("return window.tookByBench ?? null", &[])).ok()
    });
    browser.shot("bench-writing");
    let (median, slow) = quantiles(&mut took.sanitiser);
    let (plain, _) = quantiles(&mut took.plain);
    sheet.tell("in a field without a sanitiser, median", plain, "ms");
    let what = "until the marks are drawn, median";
    sheet.hold(what, (median, "ms"), Limit::AtMost(KEYSTROKE_MS));
    sheet.tell("the slowest of twenty", slow, "ms");
}

/// The median and the 95th percentile.
fn quantiles(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get(times.len() * percent / 100);
    let known = |time: Option<&f64>| *time.expect("there were keystrokes");
    (known(at(50)), known(at(95)))
}

/// Words that repeat as people's do, with some that point to the source.
fn story() -> String {
    let mut story = String::new();
    for number in 1.. {
        let sentence = format!(
            "On evening {number} my cousin saw the blue van come to the garages opposite, at \
             {}:{:02}pm, and we heard {} people load boxes. ",
            number % 12 + 1,
            number % 60,
            number % 7 + 2,
        );
        if story.len() + sentence.len() > BYTES {
            break;
        }
        story.push_str(&sentence);
    }
    story
}
