//! Every page in every language on the smallest phone: nothing is in anybody's way, and nothing is cut
//! off, in large print neither.

use std::collections::BTreeSet;

use serde_json::json;
use tests::{Browser, PHONE, Rule, Scripts, asset};

use crate::house::House;
use crate::look::{is_for_everybody, none, texts, too_wide};
use crate::resident::FORM;

/// The folders of the two sizes.
const SIZES: [&str; 2] = ["", "large/"];

/// Shows all that a page can show.
const UNFOLD: &str = "
    for (const hidden of document.querySelectorAll('[hidden]')) hidden.hidden = false;
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    for (const step of document.querySelectorAll('.step'))
        step.style.setProperty('display', 'block', 'important');";

pub fn every_page_in_every_language_fits_the_smallest_phone(house: &House) {
    let phone = house.resident("narrow", PHONE, Scripts::On);
    let proxy = house.served.proxy();
    // Without these the form stands whole, and every question can be looked at in one page.
    for script in ["hold.js", "wizard.js"] {
        proxy.breaks(&asset(script), Rule::Status(404, None));
    }
    phone.go(&proxy.url(FORM));
    for lang in languages(&phone) {
        for size in SIZES {
            let own = format!("/{lang}/{size}");
            phone.go(&proxy.url(&own));
            let pages = pages(&phone, &own);
            assert!(pages.len() > 7, "{own}: {pages:?}");
            for page in &pages {
                phone.go(&proxy.url(page));
                if size.is_empty() {
                    is_for_everybody(&phone, page);
                }
                phone.run(UNFOLD, &[]);
                none(page, &too_wide(&phone));
            }
        }
    }
    finds_what_is_too_wide(&phone);
}

/// The languages the page offers.
fn languages(browser: &Browser) -> Vec<String> {
    let chooser =
        "return [...document.querySelectorAll('.languages [lang]')].map((one) => one.lang)";
    let languages = texts(&browser.run(chooser, &[]));
    assert!(languages.len() > 7, "{languages:?}");
    languages
}

/// The pages of this language and size that the page leads to, itself among them.
fn pages(browser: &Browser, own: &str) -> BTreeSet<String> {
    let links = "return [location, ...document.links].filter((one) => one.origin === location.origin)
        .map((one) => one.pathname)
        .filter((path) => path.startsWith(arguments[0]) && !/[/](large|exit|away)[/]?$/.test(path))";
    let links = texts(&browser.run(links, &[json!(own)]));
    links.into_iter().collect()
}

/// A line that cannot be broken, put into a page that fits, is seen.
fn finds_what_is_too_wide(browser: &Browser) {
    let spoil = "const title = document.querySelector('h1');
        title.style.whiteSpace = 'nowrap';
        title.textContent = 'word '.repeat(40);";
    browser.run(spoil, &[]);
    assert!(!too_wide(browser).is_empty());
}
