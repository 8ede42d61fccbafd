//! Cases: two Bronze officers take reports on, work on them, and hold the meeting.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;
use tests::{Browser, Partnership, program};

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;
use crate::saved;

const STORY: &str = "Crates are carried into the empty shop every Friday";
const TITLE: &str = "Crates carried into an empty shop";
const ACTION: &str = "Visit the shop with Trading Standards";
const NOTE: &str = "The owner of the building lives abroad.";
const RECIPIENT: &str = "A neighbouring force";
const DESK: &str = "bronze/leeds";

/// Writes a day into a field as its picker does.
fn pick_day(browser: &Browser, id: &str, day: &str) {
    let script = "const field = document.getElementById(arguments[0]); field.value = arguments[1];
        field.dispatchEvent(new Event('input', {bubbles: true}));";
    browser.run(script, &[json!(id), json!(day)]);
}

fn choose(browser: &Browser, id: &str, code: &str) {
    let script = "const list = document.getElementById(arguments[0]); list.value = arguments[1];
        list.dispatchEvent(new Event('change', {bubbles: true}));";
    browser.run(script, &[json!(id), json!(code)]);
}

fn press(browser: &Browser, words: &str) {
    browser.until(&format!("{words:?} is pressed"), || {
        let buttons = browser.all("button");
        buttons
            .into_iter()
            .find(|one| one.text() == words)?
            .try_click()
    });
}

fn in_the_dark(browser: &Browser, name: &str) {
    let scheme = |value| json!({"features": [{"name": "prefers-color-scheme", "value": value}]});
    browser.devtools("Emulation.setEmulatedMedia", &scheme("dark"));
    look(browser, name);
    browser.devtools("Emulation.setEmulatedMedia", &scheme("light"));
}

fn read_report(officer: &AtConsole, reference: &str) {
    officer.enter(&format!("inbox/{DESK}"), "reports");
    officer.browser.click(".list .row-new");
    officer.browser.find_saying(".quote", reference);
}

pub fn two_bronze_officers_bring_a_report_to_an_outcome_and_to_the_meeting(house: &House) {
    house.served.send(STORY);
    let staff = |name: &str, officer| AtConsole::sign_in(house.staff(name), &house.served, officer);
    let triage = staff("cases-triage", "triage-1");
    triage.wait_for_tip(STORY);
    triage.read(STORY);
    triage.accept();
    let second = staff("cases-second", "triage-2");
    let reference = triage.write_and_route(&second, TITLE);
    let one = staff("cases-one", "bronze-leeds");
    let two = staff("cases-two", "bronze-leeds-2");
    for officer in [&one, &two] {
        read_report(officer, &reference);
    }
    one_takes_it_on(&one, &two, &reference);
    both_work_on_it(house, &one, &two);
    it_cannot_close_before_it_is_done(&one);
    the_meeting_goes_through_it(&one);
    the_picture_counts_it(&two);
}

fn one_takes_it_on(one: &AtConsole, two: &AtConsole, reference: &str) {
    one.browser.click("#acknowledge");
    let taken = format!("Taken on: {reference}");
    one.browser.find_saying(".notice-title", &taken);
    look(&one.browser, "cases-01-taken-on");
    two.browser.click("#acknowledge");
    let told = "A colleague acknowledged it before you";
    two.browser.find_saying(".notice-title", told);
}

fn both_work_on_it(house: &House, one: &AtConsole, two: &AtConsole) {
    let first = &one.browser;
    first.click(".deeds a.btn-main");
    first.find_saying("#room-title", TITLE);
    first.type_into("#action-what", ACTION);
    choose(first, "action-owner", "council");
    choose(first, "action-phase", "hold");
    pick_day(first, "action-due", "2026-01-15");
    press(first, "Add action");
    first.find_saying(".case table", ACTION);
    first.type_into("#case-place", "Beeston");
    press(first, "Save place");
    two.enter(&format!("cases/{DESK}"), "cases");
    look(&two.browser, "cases-02-list");
    let second = &two.browser;
    second.click("tbody th a");
    second.find_saying(".case table", ACTION);
    choose(second, "outcome-what", "disrupted");
    choose(second, "outcome-p", "protect");
    press(second, "Log outcome");
    second.find_saying("section[aria-labelledby=outcomes-title] table", "Disrupted");
    it_is_given_to_another_force(house, first, "bronze-leeds");
    first.find_saying(".case-note", RECIPIENT);
    first.type_into("#case-note", NOTE);
    press(first, "Add note");
    first.find_saying(".case-note", NOTE);
    // What the colleague wrote meanwhile is there too.
    first.find_saying("section[aria-labelledby=outcomes-title] table", "Disrupted");
    look(first, "cases-03-case");
    in_the_dark(first, "cases-04-case-dark");
}

/// The form, filled in; and the file, checked by whoever gets it.
fn it_is_given_to_another_force(house: &House, browser: &Browser, roster: &str) {
    let folder = saved::into(browser, "export");
    browser.type_into("#export-recipient", RECIPIENT);
    browser.type_into("#export-purpose", "A joint investigation");
    browser.click("label:has(#export-permitted)");
    browser.find("#export[aria-disabled=false]");
    browser.click("#export");
    browser.find_saying(".notice-title", "The signed file is saved");
    let file = saved::newest(browser, &folder, "json");
    let told = verified(&house.served, &file, roster);
    assert!(told.contains("Everything holds."), "{told}");
    let text = fs::read_to_string(&file).expect("it was saved");
    assert!(text.contains(RECIPIENT) && !text.contains(STORY));
    fs::write(&file, text.replace(RECIPIENT, "Anybody")).expect("it can be changed");
    let told = verified(&house.served, &file, roster);
    assert!(told.contains("has signed this file"), "{told}");
    browser.click("#export-paper");
    is_paper(&saved::newest(browser, &folder, "pdf"));
    look(browser, "cases-03b-given");
}

/// A whole PDF with the letters it is set in.
fn is_paper(file: &Path) {
    let bytes = fs::read(file).expect("it was saved");
    let has = |words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
    assert!(has(b"/FontFile2") && has(b"/ToUnicode"));
}

fn verified(served: &Partnership, file: &Path, roster: &str) -> String {
    let mut keys = Command::new(program("GINNEL_BIN").with_file_name("ginnel-keys"));
    keys.arg("verify-export").arg(file);
    for authority in served.authorities.iter() {
        keys.args(["--authority", &authority.to_string()]);
    }
    for desk in ["triage", roster] {
        let note = format!("demo/ceremony/notes/roster-{desk}.note");
        keys.arg("--roster").arg(served.data().join(note));
    }
    let output = keys.output().expect("it is built");
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

fn it_cannot_close_before_it_is_done(one: &AtConsole) {
    one.do_after_asking("Close this case", "Close the case");
    let told = "Actions are still to be done";
    one.browser.find_saying(".notice-title", told);
}

fn the_meeting_goes_through_it(one: &AtConsole) {
    let browser = &one.browser;
    one.enter(&format!("meeting/{DESK}"), "meeting");
    browser.find_saying(".meeting .meeting-owner", "Council");
    browser.find_saying(".meeting .state-lost", "Overdue");
    look(browser, "cases-05-meeting");
    let paper = json!({"media": "print"});
    browser.devtools("Emulation.setEmulatedMedia", &paper);
    browser.shot("cases-06-meeting-printed");
    browser.devtools("Emulation.setEmulatedMedia", &json!({"media": ""}));
    let size = json!({"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false});
    browser.devtools("Emulation.setDeviceMetricsOverride", &size);
    look(browser, "cases-07-meeting-at-320");
    browser.devtools("Emulation.clearDeviceMetricsOverride", &json!({}));
}

fn the_picture_counts_it(two: &AtConsole) {
    let browser = &two.browser;
    two.enter(&format!("picture/{DESK}"), "picture");
    browser.find_saying(".chart", "in all)");
    browser.find(".map .map-own");
    look(browser, "cases-08-picture");
    choose(browser, "picture-reach", "shared");
    browser.find_saying(".chart", "under 5");
    look(browser, "cases-09-picture-to-share");
    let folder = saved::into(browser, "profile");
    browser.click("#profile-paper");
    is_paper(&saved::newest(browser, &folder, "pdf"));
    in_the_dark(browser, "cases-10-picture-dark");
}
