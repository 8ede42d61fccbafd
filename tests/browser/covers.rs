//! Parts of pictures that are covered: black is what an officer opens, whatever way the tool was left.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use tests::{Browser, Needles, PHONE, Rule, Scripts, asset};

use crate::files::{FRAMED, PICTURE, blobs, choose, on_to_check, up_to_files};
use crate::house::House;
use crate::leaving::assert_says_nothing_of;
use crate::look::look;
use crate::officer::AtConsole;
use crate::resident::{self, FORM, next};

const STORY: &str = "The face in the picture is a neighbour";
/// The name of a file, and nothing else.
const NAME: &str = "Zyx-Canary of Partridge Row";
/// A picture that is black nowhere.
const BRIGHT: &str = "
    const canvas = new OffscreenCanvas(400, 300);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#e8c37a';
    pen.fillRect(0, 0, 400, 300);
    return canvas.convertToBlob({ type: 'image/jpeg' })
        .then((blob) => blob.arrayBuffer())
        .then((bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))));";
/// The brightest colour in the middle and near an edge of every picture.
const LOOK_AT: &str = "
    return Promise.all(pictures.map(async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const pen = canvas.getContext('2d');
        pen.drawImage(image, 0, 0);
        const at = (x, y) =>
            Math.max(...pen.getImageData(image.width * x, image.height * y, 1, 1).data.slice(0, 3));
        return [at(0.5, 0.5), at(0.1, 0.1)];
    }));";
/// Keeps the addresses of pictures that were made and are still there.
const COUNT: &str = "
    const [make, revoke] = [URL.createObjectURL, URL.revokeObjectURL];
    Object.assign(window, { made: 0, there: new Set() });
    URL.createObjectURL = (blob) => {
        const url = make(blob);
        if (blob.type !== 'image/jpeg') return url;
        window.made += 1;
        window.there.add(url);
        return url;
    };
    URL.revokeObjectURL = (url) => {
        window.there.delete(url);
        revoke(url);
    };";

fn bright(browser: &Browser) -> Vec<u8> {
    let text = browser.run(BRIGHT, &[]);
    let text = text.as_str().expect("a picture");
    STANDARD.decode(text).expect("the script writes base64")
}

/// Opens the tool over a picture and puts a box in its middle.
fn draw_box(browser: &Browser, number: usize) {
    browser.click(&format!("#files-list li:nth-child({number}) button"));
    browser.find("#cover");
    browser.click("#cover-add");
    browser.find(".cover-box");
}

fn is_covered(browser: &Browser, number: usize, said: &str) {
    browser.find_saying(&format!("#files-list li:nth-child({number})"), said);
}

pub fn a_box_covers_however_its_tool_is_left(house: &House) {
    let browser = house.resident("covers", PHONE, Scripts::On);
    up_to_files(&browser, &house.served.reporters(FORM), STORY);
    let picture = bright(&browser);
    let names = ["one.jpg", "two.jpg", "three.jpg", "four.jpg", "five.jpg"];
    choose(&browser, &names.map(|name| (name, picture.as_slice())));
    browser.find("#files-list li:nth-child(5)");
    draw_box(&browser, 1);
    draw_box(&browser, 2);
    is_covered(&browser, 1, "Parts covered: 1");
    look(&browser, "covers-01-another-at-320");
    browser.click("#files-list li:nth-child(5) button:last-of-type");
    is_covered(&browser, 2, "Parts covered: 1");
    draw_box(&browser, 3);
    browser.shot("covers-02-tool-at-320");
    browser.click(".languages a[lang=ur]");
    browser.find("html[lang=ur]");
    is_covered(&browser, 3, "ڈھکے ہوئے حصے");
    browser.gone("#cover");
    look(&browser, "covers-03-ur-at-320");
    browser.click(".languages a[lang=en]");
    browser.find("html[lang^=en]");
    draw_box(&browser, 4);
    browser.click("#back");
    next(&browser, "premises", "files");
    is_covered(&browser, 4, "Parts covered: 1");
    draw_box(&browser, 2);
    browser.click("#cover-cancel");
    is_covered(&browser, 2, "Parts covered: 1");
    draw_box(&browser, 1);
    on_to_check(&browser);
    browser.find_saying("#q-check dd", "Parts covered: 2");
    browser.shot("covers-04-check-at-320");
    resident::send(&browser);
    let triage = AtConsole::sign_in(house.staff("covers-triage"), &house.served, "triage-1");
    assert_black_in_the_middle(&triage, names.len() - 1);
}

/// Of every picture of the tip, and bright where nothing was covered.
fn assert_black_in_the_middle(triage: &AtConsole, pictures: usize) {
    triage.wait_for_tip(STORY);
    triage.read(STORY);
    triage.browser.click("#open-files");
    let script = format!("const pictures = (() => {{ {FRAMED} }})(); {LOOK_AT}");
    let looked = triage.browser.until("every picture", || {
        let looked = triage.browser.run(&script, &[]);
        let looked: Vec<(u8, u8)> = serde_json::from_value(looked).ok()?;
        (looked.len() >= pictures).then_some(looked)
    });
    for (middle, edge) in looked {
        assert!(middle < 32, "a part that was covered shows: {middle}");
        assert!(edge > 160, "a part that was not covered is gone: {edge}");
    }
}

pub fn what_could_not_be_covered_is_not_sent(house: &House) {
    let proxy = house.served.proxy();
    let browser = house.resident("covers-refused", PHONE, Scripts::On);
    up_to_files(&browser, &proxy.url(FORM), STORY);
    choose(&browser, &[("face.jpg", PICTURE)]);
    browser.find_saying("#files-list li", "face.jpg");
    proxy.breaks(&asset("redraw.wasm"), Rule::Status(404, None));
    browser.devtools("Network.clearBrowserCache", &json!({}));
    draw_box(&browser, 1);
    browser.click("#cover-done");
    browser.find_saying(
        "#files-error",
        "face.jpg could not be covered. It will not be sent",
    );
    browser.find_saying("#files-list li", "Not covered yet");
    look(&browser, "covers-05-refused-at-320");
    on_to_check(&browser);
    browser.click("#send");
    browser.find_saying("#q-files #files-error", "face.jpg could not be covered");
    assert_eq!(proxy.posted(), [], "nothing is sent uncovered");
    proxy.mend();
    let before = blobs(&house.served).len();
    browser.click("#files-list li button");
    browser.find_saying("#cover-told", "Box 1");
    browser.click("#cover-done");
    is_covered(&browser, 1, "Parts covered: 1");
    resident::go_through(&browser, &["files", "knows", "reply", "check"]);
    resident::send(&browser);
    assert_eq!(blobs(&house.served).len(), before + 1);
}

pub fn there_are_as_many_boxes_as_there_may_be_and_none_moves_for_another(house: &House) {
    let browser = house.resident("covers-many", PHONE, Scripts::On);
    up_to_files(&browser, &house.served.reporters(FORM), STORY);
    choose(&browser, &[("crowd.jpg", PICTURE)]);
    draw_box(&browser, 1);
    let add =
        "for (let more = 1; more < 40; more += 1) document.getElementById('cover-add').click();";
    browser.run(add, &[]);
    let places = || {
        let script =
            "return [...document.querySelectorAll('.cover-box')].map((box) => box.style.cssText)";
        let places = browser.run(script, &[]);
        assert_eq!(places.as_array().map(Vec::len), Some(40));
        places
    };
    let before = places();
    browser.click("#cover-add");
    browser.find_saying("#cover-told", "up to 40 boxes");
    let tap = "
        const picture = document.getElementById('cover-picture');
        const { left, top } = picture.getBoundingClientRect();
        for (const kind of ['pointerdown', 'pointermove', 'pointerup'])
            picture.dispatchEvent(new PointerEvent(kind,
                { isPrimary: true, button: 0, clientX: left + 5, clientY: top + 5 }));";
    browser.run(tap, &[]);
    assert_eq!(places(), before);
    browser.click("#cover-undo");
    browser.until("one box less", || {
        (browser.all(".cover-box").len() == 39).then_some(())
    });
}

pub fn a_picture_has_one_address_and_on_a_page_that_is_left_none(house: &House) {
    let browser = house.resident("covers-addresses", PHONE, Scripts::On);
    up_to_files(&browser, &house.served.reporters(FORM), STORY);
    browser.run(COUNT, &[]);
    let counted = || browser.run("return [window.made, window.there.size]", &[]);
    choose(&browser, &[(NAME, PICTURE), ("other.jpg", PICTURE)]);
    browser.find("#files-list li:nth-child(2)");
    draw_box(&browser, 1);
    browser.click("#cover-done");
    is_covered(&browser, 1, "Parts covered: 1");
    browser.click(".languages a[lang=pl]");
    browser.find("html[lang=pl]");
    assert_eq!(counted(), json!([3, 2]), "a new one for what changed");
    draw_box(&browser, 1);
    assert_eq!(counted(), json!([4, 3]), "and for what is drawn over");
    // As `leave.js` does; but stays, so that it can be looked at.
    browser.run("document.dispatchEvent(new Event('leaving'))", &[]);
    assert_eq!(counted(), json!([4, 0]));
    let shown = "return document.querySelectorAll('img[src^=blob]').length";
    assert_eq!(browser.run(shown, &[]), 0);
    assert_says_nothing_of(&browser, NAME);
}

pub fn a_page_that_is_left_keeps_nothing_of_a_picture(house: &House) {
    let proxy = house.served.proxy();
    let browser = house.resident("covers-left", PHONE, Scripts::On);
    up_to_files(&browser, &proxy.url(FORM), STORY);
    choose(&browser, &[(NAME, PICTURE)]);
    browser.find_saying("#files-list li", NAME);
    draw_box(&browser, 1);
    browser.click("#exit");
    browser.until("another website", || {
        (!browser.address().starts_with(&proxy.url(""))).then_some(())
    });
    browser.back();
    assert_says_nothing_of(&browser, NAME);
    assert_eq!(proxy.carried(&Needles::of(NAME)), [""; 0]);
}
