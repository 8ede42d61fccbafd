//! More tips than are drawn at once: all are counted, all can be come to, in their order.

use tests::{Browser, NO_LIMITS, PHONE, Partnership, Scripts};

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;
use crate::screens::lit;

const TIPS: usize = 60;
/// Rows drawn at once.
const PAGE: usize = 50;

pub fn more_tips_than_are_drawn_at_once_are_counted_and_come_to_in_order(house: &House) {
    let served = Partnership::make("many", NO_LIMITS);
    for number in 0..TIPS {
        served.send(&format!("Tip {number}. A car stands at the garages"));
    }
    let triage = AtConsole::sign_in(house.staff("many"), &served, "triage-1");
    let browser = &triage.browser;
    all_wait(browser);
    let mut order = drawn(browser, 1..=PAGE);
    browser.find_saying(".pager", "1 to 50 of 60");
    in_both_lights(browser, "many-desk");
    browser.find("#page-after").try_click();
    browser.find_saying(".pager", "51 to 60 of 60");
    order.extend(drawn(browser, PAGE + 1..=TIPS));
    focus_is_on(browser, PAGE + 1);
    browser.press("j");
    chosen_is(browser, PAGE + 1);
    order.sort();
    order.dedup();
    assert_eq!(order.len(), TIPS, "each is drawn once");
    by_keys(browser);
    drop(triage);
    let phone = house.resident("many-phone", PHONE, Scripts::On);
    let triage = AtConsole::sign_in(phone, &served, "triage-2");
    all_wait(&triage.browser);
    triage.browser.find_saying(".pager", "1 to 50 of 60");
    in_both_lights(&triage.browser, "many-phone");
}

fn all_wait(browser: &Browser) {
    browser.until("every tip is listed", || {
        let count = browser.find(".list-count").text();
        (count == format!("{TIPS} tips wait"))
            .then_some(())
            .or_else(|| {
                browser.click("#fetch");
                browser.find("#fetch[aria-disabled=false]");
                None
            })
    });
}

/// The tips that are drawn; they must be said to be these of all.
fn drawn(browser: &Browser, places: std::ops::RangeInclusive<usize>) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.list > li')].map((row) =>
        [row.ariaPosInSet, row.ariaSetSize, row.firstElementChild.id])";
    let places: Vec<_> = places
        .map(|at| (at.to_string(), TIPS.to_string()))
        .collect();
    browser.until("the rows and their places", || {
        let rows = browser.run(script, &[]);
        let rows: Vec<(String, String, String)> = serde_json::from_value(rows).ok()?;
        let said = rows.iter().map(|(at, all, _)| (at.clone(), all.clone()));
        said.eq(places.iter().cloned())
            .then(|| rows.into_iter().map(|(_, _, id)| id).collect())
    })
}

fn focus_is_on(browser: &Browser, place: usize) {
    let script = "return document.activeElement.parentElement.ariaPosInSet";
    browser.until(&format!("the focus is on row {place}"), || {
        let at = browser.run(script, &[]);
        (at.as_str()? == place.to_string()).then_some(())
    });
}

/// The row is chosen, it alone, and has the focus.
fn chosen_is(browser: &Browser, place: usize) {
    focus_is_on(browser, place);
    let row = format!(".list > li[aria-posinset='{place}'] .row[aria-current=true]");
    browser.find(&row);
    assert_eq!(browser.all(".row[aria-current=true]").len(), 1);
}

/// The keys go on over the end of a page, in both directions.
fn by_keys(browser: &Browser) {
    browser.press("k");
    chosen_is(browser, PAGE);
    browser.find_saying(".pager", "1 to 50 of 60");
    browser.press("j");
    chosen_is(browser, PAGE + 1);
    browser.find_saying(".pager", "51 to 60 of 60");
    browser.find(".reading .story");
}

fn in_both_lights(browser: &Browser, name: &str) {
    for light in ["light", "dark"] {
        lit(browser, "", light);
        browser.run("document.querySelector('.pager').scrollIntoView()", &[]);
        look(browser, &format!("{name}-{light}"));
    }
}
