//! "Could this give you away?": said while somebody writes, found on the device, and never in the way.

use tests::{Browser, Needles, PHONE, Rule, Scripts, asset};

use crate::house::House;
use crate::leaving::assert_says_nothing_of;
use crate::look::look;
use crate::resident::{FORM, next, up_to_story};

const STORY: &str = "My cousin sells it. Ring 07700 900123. I saw it from my window.";
const HINT: &str = "#q-story .hints li";
/// An empty custom section: the module would run as before.
const MORE_WASM: &[u8] = &[0, 2, 1, b'x'];

fn hinted(browser: &Browser) -> usize {
    let hints = browser.all(HINT);
    hints.iter().filter(|hint| hint.is_shown()).count()
}

pub fn words_that_could_give_somebody_away_are_pointed_out_on_the_device(house: &House) {
    let proxy = house.served.proxy();
    let browser = house.resident("giveaway", PHONE, Scripts::On);
    up_to_story(&browser, &proxy.url(FORM));
    browser.type_into("#story", "My cousin sells it");
    browser.find_saying(HINT, "My cousin");
    let asked = proxy.sent().len();

    browser.retype("#story", STORY);
    browser.find_saying(HINT, "07700 900123");
    browser.find_saying(HINT, "Who else could have seen it from there?");
    assert_eq!(hinted(&browser), 3);
    let to_hints = "document.querySelector('#q-story .hints').scrollIntoView({block: 'center'})";
    browser.run(to_hints, &[]);
    look(&browser, "giveaway-01-hints-at-320");
    browser.click("#q-story .hints li:nth-child(2) button");
    browser.until("what is kept is not said again", || {
        (hinted(&browser) == 2).then_some(())
    });
    browser.find("#story:focus");
    browser.retype("#story", "A relative of his sells it. Ring 07700 900123.");
    browser.until("what was mended is not said any more", || {
        (hinted(&browser) == 0).then_some(())
    });
    browser.gone("#q-story .hints p");
    let sent = proxy.sent().len();
    assert_eq!(sent, asked, "no request while somebody writes");
    assert_eq!(proxy.carried(&Needles::of(STORY)), [""; 0]);

    browser.retype("#story", STORY);
    browser.find_saying(HINT, "My cousin");
    browser.click("nav.languages [lang=ur]");
    browser.find_saying(HINT, "رشتہ");
    browser.run(to_hints, &[]);
    look(&browser, "giveaway-02-urdu-at-320");
    next(&browser, "story", "place");
    browser.click("#exit");
    assert_says_nothing_of(&browser, "My cousin");
}

pub fn without_the_module_there_are_no_hints_and_nothing_else_is_missing(house: &House) {
    let proxy = house.served.proxy();
    proxy.breaks(&asset("hints.wasm"), Rule::Append(MORE_WASM));
    let browser = house.resident("giveaway-refused", PHONE, Scripts::On);
    up_to_story(&browser, &proxy.url(FORM));
    browser.type_into("#story", STORY);
    browser.until("the module is asked for", || {
        (proxy.count(&asset("hints.wasm")) > 0).then_some(())
    });
    next(&browser, "story", "place");
    assert_eq!(browser.all(HINT).len(), 0);
}
