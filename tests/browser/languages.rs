//! From one language to another on the way: nothing typed is lost, nothing is kept.

use tests::{Browser, PHONE, Rule, Scripts};

use crate::house::House;
use crate::look::look;
use crate::resident::{self, FORM};

const STORY: &str = "Pod trzecim stopniem jest torba";

/// Fills in in English, reads on in Urdu, checks in Polish, and goes back a step.
pub fn what_is_typed_stays_when_the_language_changes(house: &House) {
    let phone = house.resident("languages", PHONE, Scripts::On);
    resident::fill_in(&phone, &house.served.reporters(FORM), STORY);
    for (lang, dir) in [("ur", "rtl"), ("pl", "ltr")] {
        phone.click(&format!(".languages a[lang={lang}]"));
        phone.find(&format!("html[lang={lang}][dir={dir}] #q-check"));
        phone.find_saying("#q-check dd", STORY);
        look(&phone, &format!("languages-{lang}-check"));
        keeps_nothing(&phone);
        assert!(phone.address().ends_with(&format!("/{lang}/")));
    }
    phone.back();
    phone.find("html[lang=pl] #q-reply");
    assert!(phone.address().ends_with("/pl/"));
    phone.run("history.forward()", &[]);
    phone.find("#q-check");
    resident::send(&phone);
    assert!(!phone.source().contains(STORY));
}

/// A document that would ask for more than words is refused whole, and what is typed stays.
pub fn a_language_that_brings_more_than_words_is_refused(house: &House) {
    let proxy = house.served.proxy();
    let phone = house.resident("languages-spy", PHONE, Scripts::On);
    resident::fill_in(&phone, &proxy.url(FORM), STORY);
    proxy.breaks(
        "/pl/",
        Rule::Append(b"<link rel=stylesheet href=/assets/spy.css>"),
    );
    phone.click(".languages a[lang=pl]");
    phone.find("#language-failed");
    assert!(phone.shows("html[lang^=en] #q-check") && phone.address().ends_with(FORM));
    assert_eq!(proxy.count("spy"), 0);
    proxy.mend();
    phone.click(".languages a[lang=pl]");
    phone.find("html[lang=pl] #q-check");
    phone.find_saying("#q-check dd", STORY);
}

/// The only place that holds the words is the page itself.
fn keeps_nothing(browser: &Browser) {
    let kept = browser.run(
        "return JSON.stringify([localStorage, sessionStorage, window.name, history.state])",
        &[],
    );
    assert!(!kept.as_str().unwrap_or_default().contains(STORY), "{kept}");
}

/// The form as typed, and its check page, are shown again in another language by the server alone.
pub fn without_scripts_what_is_typed_stays_too(house: &House) {
    let reader = house.resident("languages-plain", PHONE, Scripts::Off);
    reader.go(&house.served.reporters(FORM));
    reader.click("label[for=danger-no]");
    reader.type_into("#story", STORY);
    reader.click(".notice .languages button[lang=ur]");
    reader.find("html[lang=ur] #typed");
    assert!(reader.source().contains(STORY));
    reader.click("label[for=about-drugs_supply]");
    reader.click("form[action$='/check'] > button[type=submit]");
    reader.find_saying("dd", STORY);
    reader.click(".languages button[lang=pl]");
    reader.find("html[lang=pl] form[action='/pl/send']");
    reader.find_saying("dd", STORY);
    reader.shot("languages-plain-pl-check");
    resident::send_plainly(&reader);
    reader.find("html[lang=pl] .sent");
}
