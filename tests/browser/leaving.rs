//! Leaving in a hurry: whoever comes back with the Back button finds nothing typed.

use tests::{Browser, PHONE, Scripts, keys};

use crate::house::House;
use crate::resident::{self, FORM};

pub fn whoever_leaves_by_link_or_by_key_leaves_nothing_typed(house: &House) {
    for (number, leave) in [by_link, by_key].into_iter().enumerate() {
        let story = format!("Typed and left behind in a hurry, {number}");
        let name = format!("leaving-{number}");
        let phone = house.resident(&name, PHONE, Scripts::On);
        let form = house.served.reporters(FORM);
        resident::fill_in(&phone, &form, &story);
        leave(&phone);
        assert_is_elsewhere(&phone, &form);
        phone.back();
        assert_says_nothing_of(&phone, &story);
    }
}

fn by_link(browser: &Browser) {
    browser.click("#exit");
}

fn by_key(browser: &Browser) {
    browser.press(&keys::SHIFT.repeat(3));
}

fn assert_is_elsewhere(browser: &Browser, form: &str) {
    browser.until("another page", || {
        (!browser.address().starts_with(form)).then_some(())
    });
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
