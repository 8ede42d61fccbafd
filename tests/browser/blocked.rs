//! Scripts that do not arrive: nothing leaves unsealed unless somebody chooses that.

use std::time::Duration;

use tests::{Browser, DESK, Element, Needles, Proxy, Rule, Scripts, asset, keys, patiently};

use crate::house::House;
use crate::officer::AtConsole;
use crate::resident::FORM;

/// What is refused, by logical name: each by itself, and what a poor connection may lose together.
const REFUSED: &[&[&str]] = &[
    &["hold.js"],
    &["leave.js"],
    &["send.js"],
    &["wizard.js"],
    &["hold.js", "wizard.js"],
    &["hold.js", "leave.js", "send.js", "wizard.js"],
    &["sealer-worker.js"],
    &["sealer.js"],
    &["sealer.wasm"],
];

/// How long it takes to try all that a form of twenty steps lets one try.
const TRYING: Duration = Duration::from_mins(2);

/// Every button but those that lead back, those for one person more or less, and the explicit choice.
const PRESSED: &str = "button:not([disabled], [name=plain], [data-change], [data-review], [data-add], \
    [data-remove], .back)";

pub fn a_refused_script_lets_no_word_out_unasked(house: &House) {
    for (number, parts) in REFUSED.iter().enumerate() {
        let phrase = format!("umbrella-blocked-{number}-kingfisher");
        let proxy = house.served.proxy();
        refuse(&proxy, parts);
        let name = format!("blocked-{number}");
        let browser = house.resident(&name, DESK, Scripts::On);
        browser.go(&proxy.url(FORM));
        try_everything(&browser, &phrase);
        let needles = Needles::of(&phrase);
        assert_eq!(proxy.carried(&needles), [""; 0], "without {parts:?}");
        assert_offers_other_ways(&browser, &proxy, parts);
        browser.shot(&name);
    }
}

/// Refuses these assets.
fn refuse(proxy: &Proxy, names: &[&str]) {
    for name in names {
        proxy.breaks(&asset(name), Rule::Status(404, None));
    }
}

/// Answers, types and presses Enter wherever one can, and presses button after button, until the page
/// says how it went or there is nothing left to press.
fn try_everything(browser: &Browser, phrase: &str) {
    let mut typed = false;
    patiently("everything is tried", TRYING, || {
        for choice in ["danger-no", "about-drugs_supply", "knows-saw"] {
            for label in browser.all(&format!(":not(:checked) + label[for={choice}]")) {
                let _ = label.try_click();
            }
        }
        for field in browser.all("textarea, input[type=text]") {
            if field.is_shown() && !field.value().contains(phrase) {
                typed |= field.try_type(phrase).is_some();
                let _ = field.try_type(keys::ENTER);
            }
        }
        if typed && browser.shows(".failure, #q-sent") {
            return Some(());
        }
        let mut buttons = browser.all(PRESSED).into_iter().filter(Element::is_shown);
        let pressed = buttons.find_map(|button| button.try_click());
        (pressed.is_none() && typed).then_some(())
    });
}

/// The page names the other ways; or has sent the tip sealed, where sealing still works; or, where
/// no script of ours ran at all, shows the choice and the way to the other ways.
fn assert_offers_other_ways(browser: &Browser, proxy: &Proxy, names: &[&str]) {
    let what = format!("other ways, or a sealed tip, without {names:?}");
    browser.until(&what, || {
        let sealed = browser.shows("#q-sent") && proxy.count("/api/tips") > 0;
        let plain = names.contains(&"hold.js") && names.contains(&"wizard.js");
        let offered = browser.shows("#plain > summary") && browser.shows("a[href$=other-ways]");
        (sealed || browser.shows(".failure .ways") || plain && offered).then_some(())
    });
}

pub fn whoever_chooses_so_sends_when_the_sealer_is_refused(house: &House) {
    let story = "Sent by choice when the sealer did not come";
    let proxy = house.served.proxy();
    refuse(&proxy, &["wizard.js"]);
    let browser = house.resident("blocked-choice", DESK, Scripts::On);
    browser.go(&proxy.url(FORM));
    browser.find("#q-fail-script");
    browser.click("label[for=danger-no]");
    browser.click("label[for=about-drugs_supply]");
    browser.type_into("#story", story);
    browser.click("#plain > summary");
    browser.shot("blocked-choice-01-the-notice");
    let needles = Needles::of(story);
    assert_eq!(proxy.carried(&needles), [""; 0]);
    browser.click("#plain button[name=plain]");
    browser.find_saying("dd", story);
    crate::resident::send_plainly(&browser);
    let triage = AtConsole::sign_in(house.staff("blocked-triage"), &house.served, "triage-2");
    triage.wait_for_tip(story);
}
