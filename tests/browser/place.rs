//! "Where is it?": the district is found on the device, said, asked back, and never forced on anybody.

use tests::{Browser, DESK, Needles, PHONE, Rule, Scripts, asset, keys};

use crate::house::House;
use crate::look::look;
use crate::resident::{FORM, tab_to, up_to_place};

const STORY: &str = "A van without plates is loaded there";
const TYPED: &str = "behind the Lidl in Heckmondwike";
const SAID: &str = ".found p";
/// An empty custom section: the module would run as before.
const MORE_WASM: &[u8] = &[0, 2, 1, b'x'];

fn ticked(browser: &Browser) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('[name=district]:checked')].map(x => x.value)";
    let values = browser.run(script, &[]);
    let values = values.as_array().into_iter().flatten();
    values
        .filter_map(|value| value.as_str().map(str::to_owned))
        .collect()
}

pub fn a_typed_place_is_found_on_the_device_and_nobody_is_asked(house: &House) {
    let proxy = house.served.proxy();
    let browser = house.resident("place-found", PHONE, Scripts::On);
    up_to_place(&browser, &proxy.url(FORM), STORY);
    browser.type_into("#place", "hx1 1un");
    browser.find_saying(SAID, "This looks like Calderdale");
    assert_eq!(ticked(&browser), ["calderdale"]);
    look(&browser, "place-01-found-at-320");

    let asked = proxy.sent().len();
    browser.retype("#place", TYPED);
    browser.find_saying(SAID, "This looks like Kirklees");
    assert_eq!(ticked(&browser), ["kirklees"]);
    browser.retype("#place", "BD23 1AA");
    browser.find_saying(SAID, "North Yorkshire Police");
    assert_eq!(ticked(&browser), ["outside"]);
    look(&browser, "place-02-outside");
    browser.retype("#place", " ");
    browser.until("what was ticked is undone", || {
        ticked(&browser).is_empty().then_some(())
    });
    assert_eq!(
        browser
            .find("#q-place")
            .all(&browser, ".found button")
            .len(),
        0
    );
    assert_eq!(
        proxy.sent().len(),
        asked,
        "no request while a place is typed"
    );
    assert_eq!(proxy.carried(&Needles::of(TYPED)), [""; 0]);
}

pub fn what_somebody_ticked_by_hand_stays(house: &House) {
    let browser = house.resident("place-by-hand", DESK, Scripts::On);
    up_to_place(&browser, &house.served.reporters(FORM), STORY);
    browser.type_into("#place", "hx1 1un");
    browser.find_saying(SAID, "This looks like Calderdale");
    // By the map: its areas are labels of the boxes.
    browser.click(".map-leeds path");
    browser.click("label[for=district-calderdale]");
    browser.retype("#place", "Heckmondwike");
    browser.find_saying(SAID, "We keep what you chose");
    assert_eq!(ticked(&browser), ["leeds"]);
    look(&browser, "place-03-by-hand-at-1280");
    browser.retype("#place", "LS1 4DY");
    browser.find_saying(SAID, "This looks like Leeds. You can change it");
}

pub fn a_place_that_may_be_several_is_asked_back_by_keyboard(house: &House) {
    let browser = house.resident("place-asked", PHONE, Scripts::On);
    up_to_place(&browser, &house.served.reporters(FORM), STORY);
    browser.type_into("#place", "Scholes");
    browser.find_saying(SAID, "Do you mean one of these?");
    assert_eq!(ticked(&browser), [""; 0]);
    look(&browser, "place-04-asked-back-at-320");
    browser.find_saying(".found button", "near Holmfirth");
    tab_to(&browser, ".found button:last-child");
    browser.press(keys::ENTER);
    let chosen = browser.find(".found button[aria-pressed=true]");
    assert!(chosen.says("Leeds"), "{}", chosen.text());
    assert_eq!(ticked(&browser), ["leeds"]);
    browser.find_saying(SAID, "This looks like Leeds");
    // Another answer takes the place of the first.
    browser.click(".found button:first-child");
    browser.find_saying(SAID, "This looks like Kirklees");
    assert_eq!(ticked(&browser), ["kirklees"]);
}

pub fn without_the_module_or_scripts_the_question_is_answered_by_hand(house: &House) {
    let proxy = house.served.proxy();
    proxy.breaks(&asset("places.wasm"), Rule::Append(MORE_WASM));
    let browser = house.resident("place-refused", PHONE, Scripts::On);
    up_to_place(&browser, &proxy.url(FORM), STORY);
    browser.type_into("#place", "hx1 1un");
    browser.until("the module is asked for", || {
        (proxy.count(&asset("places.wasm")) > 0).then_some(())
    });
    browser.click("label[for=district-leeds]");
    assert_eq!(ticked(&browser), ["leeds"]);
    browser.click("#q-place [data-next]");
    browser.gone("#q-place");
    assert!(!browser.shows("#summary"));

    let plain = house.resident("place-plain", PHONE, Scripts::Off);
    plain.go(&house.served.reporters(FORM));
    plain.click(".map-wakefield path");
    assert!(plain.find("#district-wakefield").is_chosen());
    assert!(!plain.find("#district-leeds").is_chosen());
}
