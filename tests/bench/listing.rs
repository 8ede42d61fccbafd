//! A real console in Chromium: how soon ten thousand waiting tips are listed.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use tests::{Browser, DESK, Driver, Partnership, Scripts, patiently};

use crate::desk::TIPS;
use crate::sheet::{Limit, Sheet};

const SCRIPT: &str = include_str!("listing.js");
const FIRST_S: f64 = 1.0;
const ALL_S: f64 = 10.0;
const STILL_S: f64 = 0.2;
const PATIENCE: Duration = Duration::from_mins(5);

/// Milliseconds on the page's clock.
#[derive(Deserialize)]
struct Seen {
    start: f64,
    first: f64,
    usable: f64,
    all: f64,
    freeze: f64,
}

/// Signs in and watches the list fill.
pub(crate) fn measure(sheet: &mut Sheet, served: &Partnership, driver: &Driver) {
    sheet.section("a desk of 10,000 waiting tips, from the start of the fetch");
    let browser = Browser::open(driver, "bench-listing", DESK, Scripts::On);
    let officer = served.officer("triage-1");
    browser.go(&served.staff("/#/triage"));
    browser.type_into("#name", &officer.name);
    browser.type_into("#passphrase", &officer.passphrase);
    browser.find_saying("#sign-in[aria-disabled=false]", "Sign in");
    browser.run(SCRIPT, &[json!(TIPS)]);
    browser.click("#sign-in");
    let seen = patiently("ten thousand tips in the list", PATIENCE, || {
        let seen = browser.run("return window.seenByBench", &[]);
        let seen: Seen = serde_json::from_value(seen).ok()?;
        (seen.all > 0.0 && seen.usable > 0.0).then_some(seen)
    });
    browser.shot("bench-listing");
    let since = |at: f64| ((at - seen.start) / 1_000.0, "s");
    sheet.tell("first rows drawn", since(seen.first).0, "s");
    sheet.hold(
        "first rows usable: a click shows the tip",
        since(seen.usable),
        Limit::AtMost(FIRST_S),
    );
    sheet.hold(
        "all listed, fetch included",
        since(seen.all),
        Limit::AtMost(ALL_S),
    );
    sheet.hold(
        "the longest the page stood still",
        (seen.freeze / 1_000.0, "s"),
        Limit::AtMost(STILL_S),
    );
}
