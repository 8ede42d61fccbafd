//! What a browser keeps on its disk once somebody has left or finished: nothing that was typed.

use std::path::Path;

use tests::{Needles, PHONE, Scripts, search_files};

use crate::house::House;
use crate::leaving::{Leave, by_key, by_link};
use crate::resident::{self, FORM};

/// A page that keeps no secret: what is typed into it is restored with the tab.
const CARELESS: &str = "data:text/html,<title>careless</title><textarea id=typed></textarea>";

pub fn nothing_typed_stays_in_the_browsers_profile(house: &House) {
    a_careless_page_is_caught(house);
    let form = house.served.reporters(FORM);
    for (name, leave) in [
        ("by-link", by_link as Leave),
        ("by-key", by_key),
        ("finished", resident::send),
    ] {
        let story = format!("typed-before-going-away-{name}");
        let phone = house.resident(&format!("profile-{name}"), PHONE, Scripts::On);
        resident::fill_in(&phone, &form, &story);
        leave(&phone);
        phone.until("the words to be gone", || {
            (!phone.source().contains(&story)).then_some(())
        });
        assert_keeps_nothing(&phone.end(), &story);
    }
}

/// Without scripts, from the form as typed. What a browser may keep of a page that was posted, until its
/// tab is closed, is said on the pages that follow.
pub fn nothing_typed_without_scripts_stays_in_the_browsers_profile(house: &House) {
    let story = "typed-without-scripts-before-going-away";
    let phone = house.resident("profile-plain", PHONE, Scripts::Off);
    phone.go(&house.served.reporters(FORM));
    phone.type_into("#story", story);
    by_link(&phone);
    phone.until("another page", || {
        (!phone.source().contains("id=\"story\"")).then_some(())
    });
    assert_keeps_nothing(&phone.end(), story);
}

/// The search finds what a browser does keep: words in a page that does nothing about them.
fn a_careless_page_is_caught(house: &House) {
    let story = "typed-into-a-careless-page-and-left";
    let phone = house.resident("profile-careless", PHONE, Scripts::On);
    phone.go(CARELESS);
    phone.type_into("#typed", story);
    phone.go(&house.served.reporters(FORM));
    phone.find("#q-start");
    assert!(!kept(&phone.end(), story).is_empty(), "nothing was found");
}

fn assert_keeps_nothing(profile: &Path, story: &str) {
    let kept = kept(profile, story);
    assert!(kept.is_empty(), "kept:\n  {}", kept.join("\n  "));
}

fn kept(profile: &Path, story: &str) -> Vec<String> {
    let findings = search_files(profile, &Needles::of(story));
    findings.iter().map(ToString::to_string).collect()
}
