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
