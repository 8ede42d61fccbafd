//! The monthly sheet: a supervisor counts and publishes a month, and anybody reads what came of it.

use serde_json::json;
use tests::{Browser, DESK, PHONE, Scripts};

use crate::house::House;
use crate::look::{look, look_closely};
use crate::officer::AtConsole;

const STORY: &str = "Engines run all night in the lock-up by the canal";
const TITLE: &str = "Engines in a lock-up";
const LEEDS: &str = "bronze/leeds";

fn fill(browser: &Browser, id: &str, value: &str, event: &str) {
    let script = "const field = document.getElementById(arguments[0]); field.value = arguments[1];
        field.dispatchEvent(new Event(arguments[2], {bubbles: true}));";
    browser.run(script, &[json!(id), json!(value), json!(event)]);
}

fn press(browser: &Browser, words: &str) {
    browser.until(&format!("{words:?} is pressed"), || {
        let mut buttons = browser.all("button").into_iter();
        buttons.find(|one| one.text() == words)?.try_click()
    });
}

/// A day of the month that is over, by the console's own clock.
fn last_month(browser: &Browser) -> String {
    let script = "const now = new Date();
        const then = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0));
        return then.toISOString().slice(0, 10)";
    let day = browser.run(script, &[]);
    day.as_str().expect("a day").to_owned()
}

pub fn a_month_is_counted_published_and_read_by_anybody(house: &House) {
    house.served.send(STORY);
    let staff = |name: &str, officer| AtConsole::sign_in(house.staff(name), &house.served, officer);
    let triage = staff("sheets-triage", "triage-1");
    triage.wait_for_tip(STORY);
    triage.read(STORY);
    triage.accept();
    let second = staff("sheets-second", "triage-2");
    let reference = triage.write_and_route(&second, TITLE);
    let lead = staff("sheets-lead", "bronze-leeds-lead");
    with_an_outcome_last_month(&lead, &reference);
    counted_and_published(&lead);
    an_officer_cannot_publish(&staff("sheets-officer", "bronze-leeds"));
    read_by_anybody(house);
}

fn with_an_outcome_last_month(lead: &AtConsole, reference: &str) {
    let browser = &lead.browser;
    lead.enter(&format!("inbox/{LEEDS}"), "reports");
    browser.until("the report is opened", || {
        let mut rows = browser.all(".list .row").into_iter();
        let own = rows.find(|row| row.says(reference));
        let unread = || browser.all(".list .row-new").into_iter().next();
        own.or_else(unread)?.try_click()?;
        browser
            .all(".quote")
            .iter()
            .any(|one| one.says(reference))
            .then_some(())
    });
    browser.click("#acknowledge");
    browser.click(".deeds a.btn-main");
    browser.find_saying("#room-title", TITLE);
    fill(browser, "outcome-what", "seizure", "change");
    fill(browser, "outcome-day", &last_month(browser), "input");
    press(browser, "Log outcome");
    browser.find_saying("section[aria-labelledby=outcomes-title] table", "Seizure");
}

fn counted_and_published(lead: &AtConsole) {
    let browser = &lead.browser;
    lead.enter(&format!("picture/{LEEDS}"), "picture");
    press(browser, "Count the month");
    let said = "0 numbers will be public, 1 are left out";
    browser.find_saying(".month-sheet [role=status]", said);
    browser.find_saying(".month-sheet table", "Left out");
    look(browser, "sheets-01-counted");
    let scheme = |value| json!({"features": [{"name": "prefers-color-scheme", "value": value}]});
    browser.devtools("Emulation.setEmulatedMedia", &scheme("dark"));
    look(browser, "sheets-02-counted-dark");
    browser.devtools("Emulation.setEmulatedMedia", &scheme("light"));
    let size = json!({"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false});
    browser.devtools("Emulation.setDeviceMetricsOverride", &size);
    look(browser, "sheets-03-counted-at-320");
    browser.devtools("Emulation.clearDeviceMetricsOverride", &json!({}));
    lead.do_after_asking("Publish this month", "Publish");
    browser.find_saying(".notice-title", "is published");
    browser.find_saying(".month-sheet", "It was handed in from this console.");
}

fn an_officer_cannot_publish(officer: &AtConsole) {
    officer.enter(&format!("picture/{LEEDS}"), "picture");
    press(&officer.browser, "Count the month");
    let told = "A supervisor of this desk can publish it.";
    officer.browser.find_saying(".month-sheet", told);
}

/// With scripts and without; what was left out stands nowhere.
fn read_by_anybody(house: &House) {
    for (name, size, scripts) in [
        ("sheets-desk", DESK, Scripts::On),
        ("sheets-phone", PHONE, Scripts::Off),
    ] {
        let browser = house.resident(name, size, scripts);
        browser.until("the month is there", || {
            browser.go(&house.served.reporters("/en/results"));
            browser
                .text()
                .contains("too small to be shown")
                .then_some(())
        });
        browser.find_saying("h3", "Leeds");
        assert!(!browser.source().contains("taken away"));
        if name == "sheets-desk" {
            look_closely(&browser, "sheets-04-public");
        }
        browser.go(&house.served.reporters("/api/sheets"));
        let lines = browser.source();
        assert!(lines.contains("ginnel/sheet/v1") && !lines.contains("seizure"));
    }
}
