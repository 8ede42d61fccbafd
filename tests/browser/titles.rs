//! A neutral title in the tab and in the history, for those whose phone is looked through.

use tests::{Browser, PHONE, Partnership, Scripts};

use crate::house::House;
use crate::resident::{self, FORM, FROM_PLACE_TO_KNOWS, go_through, next};

const TAB: &str = "Notes";
const STORY: &str = "Typed under a neutral title";

pub fn a_neutral_title_stays_whatever_is_shown(house: &House) {
    let served = Partnership::make_with("titles", |text| {
        let set = format!("[public]\ntab_title = \"{TAB}\"\n");
        text.replacen("[public]\n", &set, 1)
    });
    let phone = house.resident("titles", PHONE, Scripts::On);
    resident::up_to_story(&phone, &served.reporters(FORM));
    says_nothing(&phone);
    phone.click("#q-story [data-next]");
    phone.find("#summary");
    says_nothing(&phone);
    phone.type_into("#story", STORY);
    next(&phone, "story", "place");
    phone.click("label[for=district-leeds]");
    go_through(&phone, FROM_PLACE_TO_KNOWS);
    phone.click("label[for=knows-saw]");
    go_through(&phone, &["knows", "reply", "check"]);
    says_nothing(&phone);
    phone.click(".languages a[lang=ur]");
    phone.find("html[lang=ur] #q-check");
    says_nothing(&phone);
    resident::send(&phone);
    says_nothing(&phone);
    for page in ["replies", "protects", "no-such-page"] {
        phone.go(&served.reporters(&format!("{FORM}{page}")));
        phone.find("h1");
        says_nothing(&phone);
    }
}

fn says_nothing(browser: &Browser) {
    assert_eq!(browser.title(), TAB, "at {}", browser.address());
    let icon = "return document.querySelector('link[rel=icon]').getAttribute('href')";
    let icon = browser.run(icon, &[]);
    let icon = icon.as_str().unwrap_or_default();
    assert!(icon.starts_with("/assets/plain-"), "{icon}");
}
