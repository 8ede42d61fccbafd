//! Leaving in a hurry: whoever comes back with the Back button finds nothing typed.

use serde_json::json;
use tests::{Browser, PHONE, Rule, Scripts, asset, keys};

use crate::house::House;
use crate::look::look;
use crate::resident::{self, FORM};

pub fn whoever_leaves_by_link_or_by_key_leaves_nothing_typed(house: &House) {
    for (number, leave) in [by_link, by_key].into_iter().enumerate() {
        let story = format!("Typed and left behind in a hurry, {number}");
        let name = format!("leaving-{number}");
        let phone = house.resident(&name, PHONE, Scripts::On);
        resident::fill_in(&phone, &house.served.reporters(FORM), &story);
        leave(&phone);
        assert_left_for_good(&phone, &house.served.reporters(""), &story);
    }
}

/// Each press of the key is answered, to the eye and to the ear; capital letters are none, and presses
/// that come too late do not count.
pub fn each_press_of_the_leaving_key_is_answered(house: &House) {
    let phone = house.resident("leaving-presses", PHONE, Scripts::On);
    resident::up_to_place(&phone, &house.served.reporters(FORM), "ABC and Def");
    assert_eq!(pressed(&phone), "", "capitals are no presses");
    phone.press(keys::SHIFT);
    assert_eq!(pressed(&phone), "1");
    phone.find_saying("#exit-said", "press 2 more times");
    look(&phone, "leaving-one-press");
    phone.press(keys::SHIFT);
    assert_eq!(pressed(&phone), "2");
    phone.find_saying("#exit-said", "press 1 more time");
    phone.find_saying("#exit-said", "too slow");
    assert_eq!(pressed(&phone), "");
    phone.press(&keys::SHIFT.repeat(2));
    assert_eq!(pressed(&phone), "2");
    by_key(&phone);
    let ours = house.served.reporters("");
    phone.until("another website", || {
        (!phone.address().starts_with(&ours)).then_some(())
    });
}

/// How many presses the button shows.
fn pressed(browser: &Browser) -> String {
    let pressed = browser.run(
        "return document.getElementById('exit').dataset.pressed",
        &[],
    );
    pressed.as_str().unwrap_or_default().to_owned()
}

/// By keyboard the way out is the second thing on a page, and is seen once it is come to.
pub fn the_second_way_out_is_come_to_first_by_keyboard(house: &House) {
    let phone = house.resident("leaving-second", PHONE, Scripts::On);
    phone.go(&house.served.reporters("/en/privacy"));
    phone.find("h1");
    phone.press(&keys::TAB.repeat(2));
    let on = phone.focused().expect("something has the focus");
    assert!(on.is_shown() && on.says("Exit this page"));
    look(&phone, "leaving-second-exit");
    phone.press(keys::ENTER);
    let ours = house.served.reporters("");
    phone.until("another website", || {
        (!phone.address().starts_with(&ours)).then_some(())
    });
}

/// Pages that were posted are left like all others, whichever of them and however many.
pub fn a_posted_page_is_left_like_any_other(house: &House) {
    let steps: [(&str, &[Step], Leave); 4] = [
        ("checking", &[], by_link),
        ("changing", &[change], by_key),
        ("checking-again", &[change, check, change, check], by_key),
        ("sent", &[change, check, resident::send_plainly], by_link),
    ];
    for (name, steps, leave) in steps {
        let phone = house.resident(&format!("leaving-{name}"), PHONE, Scripts::On);
        post_and_leave(house, &phone, name, steps, leave);
    }
}

fn post_and_leave(house: &House, phone: &Browser, name: &str, steps: &[Step], leave: Leave) {
    let story = format!("Typed and posted, then left while {name}");
    let proxy = house.served.proxy();
    proxy.breaks(&asset("sealer.wasm"), Rule::Status(404, None));
    resident::fill_in(phone, &proxy.url(FORM), &story);
    phone.click("#send");
    phone.click("#plain > summary");
    phone.click("#plain button[name=plain]");
    phone.find_saying("dd", &story);
    for step in steps {
        step(phone);
    }
    let posted = proxy.posted().len();
    assert_eq!(posted, 1 + steps.len(), "{name}");
    leave(phone);
    assert_left_for_good(phone, &proxy.url(""), &story);
    assert_eq!(proxy.posted().len(), posted, "{name}: posted again");
}

/// Browsers of a few years ago do not say where in the tab's history a page stands.
const OLDER: &str = "Object.defineProperty(window, 'navigation', {value: undefined});";

/// No page of ours stays behind there either, though the way led over others before the form.
pub fn an_older_browser_is_left_for_good_too(house: &House) {
    let older = |name: &str| {
        let phone = house.resident(name, PHONE, Scripts::On);
        let source = json!({"source": OLDER});
        phone.devtools("Page.addScriptToEvaluateOnNewDocument", &source);
        phone
    };
    let ways: [(&str, &[&str], Leave); 3] = [
        ("older-form", &[], by_key),
        ("older-read-first", &["protects", "other-ways"], by_link),
        ("older-there-and-back", &["protects", "", "leaving"], by_key),
    ];
    for (name, pages, leave) in ways {
        let phone = older(name);
        for page in pages {
            phone.go(&house.served.reporters(&format!("{FORM}{page}")));
            phone.find("h1");
        }
        resident::fill_in(&phone, &house.served.reporters(FORM), name);
        assert_eq!(
            phone.run("return 'navigation' in window && !navigation", &[]),
            true
        );
        leave(&phone);
        assert_left_for_good(&phone, &house.served.reporters(""), name);
    }
    let posted: [(&str, &[Step]); 2] = [
        ("older-checking-again", &[change, check]),
        ("older-sent", &[resident::send_plainly]),
    ];
    for (name, steps) in posted {
        post_and_leave(house, &older(name), name, steps, by_key);
    }
}

pub type Leave = fn(&Browser);
type Step = fn(&Browser);

/// From the check page to the form filled in.
fn change(browser: &Browser) {
    browser.click("form[action$='/send'] button[name=change]");
    browser.find("textarea");
}

/// From the form filled in to the check page.
fn check(browser: &Browser) {
    browser.click("form[action$='/check'] > button[type=submit]");
    browser.find("form[action$='/send']");
}

/// Somewhere else; Back leads to no page of ours, Forward to none with anything typed.
fn assert_left_for_good(browser: &Browser, ours: &str, story: &str) {
    let is_ours = || browser.address().starts_with(ours);
    browser.until("another website", || (!is_ours()).then_some(()));
    browser.back();
    assert!(!is_ours(), "Back leads to {}", browser.address());
    assert_says_nothing_of(browser, story);
    for _ in 0..2 {
        browser.forward();
        assert_says_nothing_of(browser, story);
    }
}

pub fn by_link(browser: &Browser) {
    browser.click("#exit");
}

pub fn by_key(browser: &Browser) {
    browser.press(&keys::SHIFT.repeat(3));
}

/// The answers to what was under way when somebody left come to a page that has wiped itself.
pub fn whoever_leaves_in_the_middle_of_a_step_is_shown_nothing_more(house: &House) {
    let phone = house.resident("leaving-midway", PHONE, Scripts::On);
    let form = house.served.reporters(FORM);
    for press in ["#q-check [data-change]", "#send"] {
        resident::fill_in(&phone, &form, "Typed and left half-way");
        // Leaves as `leave.js` does, but stays, so that a late answer can still be seen.
        let script = "const of = document.querySelector(arguments[0]); of.click(); \
            document.dispatchEvent(new Event('leaving')); document.title = '…'; \
            window.shown = []; new MutationObserver(() => window.shown.push(document.title)) \
                .observe(document.head, {childList: true, subtree: true, characterData: true}); \
            return history.length";
        let before = phone.run(script, &[press.into()]);
        let late = "return performance.now() - (window.left ??= performance.now()) > 2000 || null";
        phone.until("two seconds to have gone", || {
            phone.run(late, &[]).as_bool()
        });
        assert_eq!(phone.title(), "…", "{press}");
        assert_eq!(phone.run("return window.shown.length", &[]), 0, "{press}");
        assert_eq!(phone.run("return history.length", &[]), before, "{press}");
        assert_says_nothing_of(&phone, "Typed and left half-way");
    }
}

pub fn without_scripts_back_after_leaving_or_sending_shows_no_text(house: &House) {
    let story = "Typed without scripts and left behind";
    let form = house.served.reporters(FORM);
    let leaver = house.resident("leaving-plainly", PHONE, Scripts::Off);
    resident::fill_in_plainly(&leaver, &form, story);
    assert!(leaver.source().contains(story), "it is seen where it is");
    by_link(&leaver);
    leaver.until("another page", || {
        (!leaver.source().contains(story)).then_some(())
    });
    for _ in 0..2 {
        leaver.back();
        assert_says_nothing_of(&leaver, story);
    }
    let sender = house.resident("sending-plainly", PHONE, Scripts::Off);
    resident::fill_in_plainly(&sender, &form, story);
    resident::send_plainly(&sender);
    for _ in 0..2 {
        sender.back();
        assert_says_nothing_of(&sender, story);
    }
}

/// Neither in the page as it stands nor in a field.
pub fn assert_says_nothing_of(browser: &Browser, words: &str) {
    assert!(!browser.source().contains(words));
    for field in browser.all("textarea, input") {
        assert!(!field.value().contains(words));
    }
}
