//! When files do not go: the words do, and whoever waits for them is asked.

use domain::bundle::Bucket;
use domain::wire::BegunUpload;
use tests::{Browser, PHONE, Partnership, Proxy, Rule, Scripts, asset};

use crate::files::{PICTURE, blobs, choose, on_to_check, up_to_files};
use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;
use crate::resident::FORM;

const STORY: &str = "Sent without the picture of the gate";
/// Room for one of the largest, and for nothing beside it.
const ROOM_FOR_ONE: &str = "[blobs]
most_mib = 65
most_a_day_mib = 65
most_unfinished_mib = 65
";
const PART: usize = 1_048_576;

/// What somebody else sent today.
fn fill(served: &Partnership) {
    let url = served.reporters("/api/blobs");
    let asked = serde_json::json!({"bucket": Bucket::SixtyFour.number()}).to_string();
    let mut begun = ureq::post(&url)
        .content_type("application/json")
        .send(asked)
        .expect("there is room");
    let begun = begun.body_mut().read_to_vec().expect("it arrives whole");
    let begun: BegunUpload = serde_json::from_slice(&begun).expect("an upload's id");
    let upload = begun.upload;
    let whole = vec![7_u8; Bucket::SixtyFour.blob_len()];
    for (number, part) in whole.chunks(PART).enumerate() {
        ureq::put(format!("{url}/{upload}/{number}"))
            .content_type("application/octet-stream")
            .send(part)
            .expect("it is taken");
    }
    ureq::post(format!("{url}/{upload}/finish"))
        .send_empty()
        .expect("it is whole");
}

/// Up to the check page, with a picture.
fn with_picture(browser: &Browser, url: &str) {
    up_to_files(browser, url, STORY);
    choose(browser, &[("gate.jpg", PICTURE)]);
    browser.find_saying("#files-list li", "gate.jpg");
    on_to_check(browser);
    browser.find_saying("#q-check dd", "gate.jpg");
}

pub fn words_go_without_files_when_there_is_no_room_for_those(house: &House) {
    let served = Partnership::make("room", ROOM_FOR_ONE);
    fill(&served);
    let browser = house.resident("room", PHONE, Scripts::On);
    let proxy = served.proxy();
    with_picture(&browser, &proxy.url(FORM));
    browser.click("#send");
    browser.find_saying("#q-fail-files .kept", "still here");
    look(&browser, "room-01-none-at-320");
    browser.click(".languages a[lang=ur]");
    browser.find("html[lang=ur] #q-fail-files");
    look(&browser, "room-02-none-ur-at-320");
    browser.click("#q-fail-files [data-send]");
    browser.until("another try", || {
        (proxy.count("/api/blobs") == 2).then_some(())
    });
    browser.click("#q-fail-files [data-review]");
    browser.find_saying("#q-check dd", "gate.jpg");
    browser.click("#send");
    browser.click("#send-without");
    browser.find("#q-sent");
    assert_eq!(blobs(&served).len(), 0, "the other one is larger");
    let triage = AtConsole::sign_in(house.staff("room-triage"), &served, "triage-1");
    triage.wait_for_tip(STORY);
    triage.read(STORY);
    assert!(!triage.browser.shows("#open-files"));
}

pub fn files_that_stay_refused_keep_no_words_back(house: &House) {
    let proxy = house.served.proxy();
    let browser = house.resident("room-refused", PHONE, Scripts::On);
    let before = blobs(&house.served).len();
    for (rule, first) in [
        (Rule::Status(503, Some(1)), "#q-fail-busy"),
        (Rule::Status(422, None), "#q-fail-refused"),
        (Rule::Cut, "#q-fail-offline"),
    ] {
        with_picture(&browser, &proxy.url(FORM));
        proxy.breaks("/api/blobs", rule);
        browser.click("#send");
        browser.find(first);
        if first != "#q-fail-busy" {
            browser.click(&format!("{first} [data-send]"));
        }
        browser.find("#q-fail-files");
        assert_eq!(proxy.count("/api/tips"), 0);
        proxy.mend();
    }
    browser.click("#q-fail-files [data-send]");
    browser.find("#q-sent");
    assert_eq!(blobs(&house.served).len(), before + 1);
    assert_order(&proxy);
}

/// The bundle is whole before the words leave.
fn assert_order(proxy: &Proxy) {
    let sent = proxy.sent();
    let last = |part: &str| sent.iter().rposition(|asked| asked.path.contains(part));
    let first = sent
        .iter()
        .position(|asked| asked.path.contains("/api/tips"));
    assert!(last("/finish").is_some() && last("/finish") < first);
    assert!(last("/api/blobs/") < first);
}

pub fn an_upload_the_server_forgot_begins_anew(house: &House) {
    let proxy = house.served.proxy();
    let browser = house.resident("room-forgotten", PHONE, Scripts::On);
    with_picture(&browser, &proxy.url(FORM));
    let begun = || {
        let sent = proxy.sent().into_iter();
        sent.filter(|asked| asked.path == "/api/blobs").count()
    };
    let before = blobs(&house.served).len();
    proxy.breaks("/1", Rule::Status(404, None));
    browser.click("#send");
    browser.find("#q-fail-refused");
    assert_eq!(begun(), 2, "it began anew by itself");
    proxy.mend();
    browser.click("#q-fail-refused [data-send]");
    browser.find("#q-sent");
    assert_eq!(blobs(&house.served).len(), before + 1);
}

pub fn without_their_script_files_wait_and_can_be_chosen_once_it_came(house: &House) {
    let proxy = house.served.proxy();
    proxy.breaks(&asset("cover.js"), Rule::Status(404, None));
    let browser = house.resident("room-late", PHONE, Scripts::On);
    up_to_files(&browser, &proxy.url(FORM), STORY);
    browser.find_saying(".files-late", "Files cannot be chosen now");
    assert!(!browser.shows(".files-plain") && !browser.shows(".group.files"));
    look(&browser, "room-03-late-at-320");
    proxy.mend();
    browser.click(".files-late button");
    browser.gone(".files-late");
    choose(&browser, &[("gate.jpg", PICTURE), ("gate.jpg", PICTURE)]);
    browser.find("#files-list li:nth-child(2)");
    browser.click("#files-list li:first-child button:last-of-type");
    browser.until("one is taken out", || {
        (browser.all("#files-list li").len() == 1).then_some(())
    });
}
