//! What a resident does with the form.

use tests::{Browser, keys};

/// The form's first address.
pub const FORM: &str = "/en/";

/// The steps from where it is to how one knows, for a tip about drugs.
pub const FROM_PLACE_TO_KNOWS: &[&str] = &[
    "place", "when", "people", "vehicles", "accounts", "drugs", "premises", "files", "knows",
];

/// Opens the form and waits until it goes one step at a time.
pub fn open(browser: &Browser, url: &str) {
    browser.go(url);
    browser.find("html.wizard #q-start");
}

/// Fills the form in by mouse, up to the check page.
pub fn fill_in(browser: &Browser, url: &str, story: &str) {
    up_to_place(browser, url, story);
    browser.click("label[for=district-leeds]");
    go_through(browser, FROM_PLACE_TO_KNOWS);
    browser.click("label[for=knows-saw]");
    go_through(browser, &["knows", "reply", "check"]);
    browser.find_saying("#q-check dd", story);
}

/// Fills the form in by mouse, up to the question where it is.
pub fn up_to_place(browser: &Browser, url: &str, story: &str) {
    up_to_story(browser, url);
    browser.type_into("#story", story);
    next(browser, "story", "place");
}

/// Fills the form in by mouse, up to the question what happened.
pub fn up_to_story(browser: &Browser, url: &str) {
    open(browser, url);
    go_through(browser, &["start", "leave", "danger"]);
    browser.click("label[for=danger-no]");
    go_through(browser, &["danger", "helping", "about"]);
    browser.click("label[for=about-drugs_supply]");
    next(browser, "about", "story");
}

/// Goes on from one step to another.
pub fn next(browser: &Browser, from: &str, to: &str) {
    browser.click(&format!("#q-{from} [data-next]"));
    browser.find(&format!("#q-{to}"));
}

/// Goes on from step to step without an answer.
pub fn go_through(browser: &Browser, steps: &[&str]) {
    for (from, to) in steps.iter().zip(steps.iter().skip(1)) {
        next(browser, from, to);
    }
}

/// Sends and waits for the thanks.
pub fn send(browser: &Browser) {
    browser.click("#send");
    browser.find("#q-sent");
}

/// Fills in the long page of somebody without scripts, up to its check page.
pub fn fill_in_plainly(browser: &Browser, url: &str, story: &str) {
    browser.go(url);
    browser.click("label[for=danger-no]");
    browser.click("label[for=about-drugs_supply]");
    browser.type_into("#story", story);
    browser.click("label[for=district-leeds]");
    browser.click("label[for=knows-told]");
    browser.click("noscript button[name=plain]");
    browser.find_saying("dd", story);
}

/// Sends from the check page without scripts and waits for the thanks.
pub fn send_plainly(browser: &Browser) {
    browser.click("form[action$='/send'] > button[type=submit]");
    browser.find(".sent");
}

/// Presses Tab until the focus is there.
pub fn tab_to(browser: &Browser, css: &str) {
    tab_past(browser, css, |_| ());
}

/// Presses Tab until the focus is there, and looks wherever it comes to.
pub fn tab_past(browser: &Browser, css: &str, look: impl Fn(&Browser)) {
    for _ in 0..60 {
        let script = "return document.activeElement.matches(arguments[0])";
        if browser.run(script, &[css.into()]).as_bool() == Some(true) {
            return;
        }
        browser.press(keys::TAB);
        look(browser);
    }
    panic!("the keyboard does not reach `{css}`");
}
