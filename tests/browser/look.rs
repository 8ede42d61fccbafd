//! A picture of a page, and whether everybody can use it.

use serde_json::Value;
use tests::{Browser, Contrast, broken_rules};

/// Keeps a picture; nothing in the page may be in somebody's way.
pub fn look(browser: &Browser, name: &str) {
    browser.shot(name);
    none(name, &broken_rules(browser, Contrast::Good));
}

/// Of a reporter's page: also its text stands out as AAA asks, nothing is too wide, and it has asked
/// nobody but us for anything.
pub fn look_closely(browser: &Browser, name: &str) {
    browser.shot(name);
    is_for_everybody(browser, name);
}

/// The same without a picture.
pub fn is_for_everybody(browser: &Browser, name: &str) {
    none(name, &broken_rules(browser, Contrast::Best));
    none(name, &too_wide(browser));
    none(name, &texts(&browser.run(ASKED_OF_OTHERS, &[])));
}

/// What reaches over the page's edge or is cut off at its own.
pub fn too_wide(browser: &Browser) -> Vec<String> {
    texts(&browser.run(TOO_WIDE, &[]))
}

/// A list of texts that a script returned.
pub fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("the script returns a list").iter();
    let text = |one: &Value| one.as_str().unwrap_or_default().to_owned();
    list.map(text).collect()
}

/// Nothing may be listed here of this page.
pub fn none(name: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{name}:\n  {}", broken.join("\n  "));
}

const TOO_WIDE: &str = "
    const page = document.documentElement;
    const isWide = (one) => {
        const box = one.getBoundingClientRect();
        if (box.width <= 1 || one.matches('input, textarea, select, .skip')) return false;
        const out = box.left < -1 || box.right > page.clientWidth + 1;
        const cut = getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
        return out || cut;
    };
    const wide = [...document.querySelectorAll('body *')].filter(isWide);
    const named = wide.map((one) =>
        `${one.tagName} ${one.id} ${one.className} ${one.textContent.slice(0, 60)}`);
    return page.scrollWidth > page.clientWidth ? ['the page', ...named] : named;";

/// What was asked of another origin.
const ASKED_OF_OTHERS: &str = "
    return performance.getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => new URL(name, location).origin !== location.origin);";
