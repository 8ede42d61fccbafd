//! A tip in another language: an officer writes it down in English, or asks the partnership's own translator.

use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};
use tests::{Answer, Asked, Browser, Listener, PHONE, Partnership};

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;
use crate::screens::look_lit;

const URDU: &str = "ہر جمعہ کی رات ایک سفید گاڑی دکان کے پیچھے آتی ہے۔";
const ENGLISH: &str = "Every Friday night a white van, YD99 KFX, comes behind the shop.";
const TITLE: &str = "Van behind a shop";

/// What stands in for `LibreTranslate`: it answers as long as it is not told to be silent.
struct Translator {
    listener: Listener,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Translator {
    fn start() -> Self {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&asked);
        let listener = Listener::start(move |one: Asked| {
            let first = one.method == "POST" && count(&kept) == 0;
            let body = match (&*one.method, first) {
                ("POST", true) => json!({"error": "ur is not supported"}),
                ("POST", false) => json!({"translatedText": ENGLISH}),
                _ => Value::Null,
            };
            kept.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(one);
            let headers = [
                "content-type: application/json",
                "access-control-allow-origin: *",
                "access-control-allow-headers: content-type",
            ];
            Answer::Say {
                status: if first { 400 } else { 200 },
                headers: headers.map(str::to_owned).into(),
                body: body.to_string().into_bytes(),
            }
        });
        Self { listener, asked }
    }

    fn origin(&self) -> String {
        self.listener.url("")
    }

    /// What it was sent to translate.
    fn texts(&self) -> Vec<Value> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let posts = asked.iter().filter(|one| one.method == "POST");
        posts
            .map(|one| serde_json::from_slice(&one.body).expect("it is JSON"))
            .collect()
    }

    /// How often anybody spoke to it.
    fn heard(&self) -> usize {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.len()
    }
}

fn count(kept: &Mutex<Vec<Asked>>) -> usize {
    let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.iter().filter(|one| one.method == "POST").count()
}

pub fn a_tip_in_urdu_is_translated_when_an_officer_says_so_and_never_before(house: &House) {
    let translator = Translator::start();
    let settings = format!("[triage]\ntranslator = \"{}\"\n", translator.origin());
    let served = Partnership::make("translation", &settings);
    served.send_in("ur", URDU);
    let triage = AtConsole::sign_in(house.staff("translation"), &served, "triage-1");
    triage.wait_for_tip(URDU);
    triage.read(URDU);
    triage.accept();
    let browser = &triage.browser;
    let story = browser.find(".bench-original .story");
    assert_eq!(
        (story.attribute("lang"), story.attribute("dir")),
        ("ur".into(), "auto".into())
    );
    let side =
        "return getComputedStyle(document.querySelector('.bench-original .story')).direction";
    assert_eq!(browser.run(side, &[]), "rtl");
    browser.find("#ask-translator");
    seen(browser, "1-before");
    assert_eq!(translator.heard(), 0, "nothing is sent before the press");
    browser.click("#ask-translator");
    browser.find_saying(".notice-bad", "could not translate this");
    browser.click("#ask-translator");
    browser.find_saying(".translation summary", "unchecked");
    assert_eq!(browser.find("#translation").value(), ENGLISH);
    let told = json!({"q": URDU, "source": "ur", "target": "en", "format": "text"});
    assert_eq!(translator.texts(), [told.clone(), told]);
    browser.find_saying(".entity-value", "YD99 KFX");
    seen(browser, "2-machine");
    browser.click(".from-tip");
    browser.find_saying(".prompt-found", "white van");
    browser.click("#translation-checked");
    browser.find_saying(".translation summary", "translation, checked");
    browser.retype("#item-1-text", "A van is seen on some evenings. ");
    triage.write_and_hand_in(TITLE);
    browser.find_saying(".translation .story", ENGLISH);
    seen(browser, "3-over");
    assert_eq!(translator.texts().len(), 2, "and no more than was pressed");
    let log = served.log();
    assert!(!log.contains("white van") && !log.contains(URDU));
}

pub fn without_the_setting_an_officer_writes_and_nobody_can_be_asked(house: &House) {
    let translator = Translator::start();
    let served = Partnership::make("translation-none", "");
    served.send_in("ur", URDU);
    let triage = AtConsole::sign_in(house.staff("translation-none"), &served, "triage-1");
    triage.wait_for_tip(URDU);
    triage.read(URDU);
    triage.accept();
    let browser = &triage.browser;
    browser.type_into("#translation", ENGLISH);
    triage.saved();
    assert!(!browser.shows("#ask-translator"));
    let asks = "return fetch(arguments[0], { method: 'POST' }).then(() => 'sent', () => 'stopped')";
    let address = json!(format!("{}/translate", translator.origin()));
    assert_eq!(browser.run(asks, &[address]), "stopped");
    assert_eq!(translator.heard(), 0, "the page's own policy stops it");
    triage.enter("kept", "Accepted tips");
    let other = AtConsole::sign_in(house.staff("translation-other"), &served, "triage-2");
    other.enter("kept", "Accepted tips");
    other.browser.click(".list-cards .row-card");
    other
        .browser
        .find_saying("#translation-written", "triage-1");
    assert_eq!(other.browser.find("#translation").value(), ENGLISH);
}

/// By day, by night and on the smallest phone.
fn seen(browser: &Browser, name: &str) {
    look_lit(browser, &format!("translation-{name}"));
    let size = json!({"width": PHONE.width, "height": PHONE.height,
        "deviceScaleFactor": 1, "mobile": false});
    browser.devtools("Emulation.setDeviceMetricsOverride", &size);
    look(browser, &format!("translation-{name}-at-320"));
    browser.devtools("Emulation.clearDeviceMetricsOverride", &json!({}));
}
