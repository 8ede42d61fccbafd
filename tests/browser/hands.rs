//! Three officers and one tip at a time: who holds it, who takes it, who hands it on, and what must be
//! said before it is closed.

use tests::keys;

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;

const TITLE: &str = "Lock-ups used at night";
const WHY_BACK: &str = "Ann is on leave from today";
const WHY_ON: &str = "You know the street";

fn at(house: &House, browser: &str, name: &str) -> AtConsole {
    AtConsole::sign_in(house.staff(browser), &house.served, name)
}

/// Says why, and does it.
pub fn say_why(officer: &AtConsole, label: &str, field: &str, why: &str, yes: &str) {
    press(officer, label);
    officer.browser.type_into(field, why);
    press(officer, yes);
}

/// Presses the button with these words.
pub fn press(officer: &AtConsole, words: &str) {
    officer.browser.until(&format!("{words:?} is pressed"), || {
        let buttons = officer.browser.all("button");
        let button = buttons.into_iter().find(|one| one.text() == words)?;
        button.try_click()
    });
}

pub fn what_one_officer_works_on_another_cannot_and_a_supervisor_can(house: &House) {
    let story = "Three officers look at the same lock-ups";
    house.served.send(story);
    let first = at(house, "hands-first", "triage-1");
    first.wait_for_tip(story);
    first.read(story);
    first.accept();
    first.browser.type_into("#title", TITLE);
    first.saved();
    let second = at(house, "hands-second", "triage-2");
    second.enter("kept", "Accepted tips");
    second.read_kept(TITLE);
    let browser = &second.browser;
    browser.find_saying(".strip-bad", "triage-1 holds it");
    assert!(!browser.shows("#take-back-why") && browser.shows("#title:disabled"));
    look(browser, "hands-01-held-by-another");
    let supervisor = at(house, "hands-supervisor", "supervisor");
    supervisor.enter("kept", "Accepted tips");
    supervisor.read_kept(TITLE);
    supervisor
        .browser
        .find_saying(".strip-bad", "triage-1 holds it");
    say_why(
        &supervisor,
        "Take it back",
        "#take-back-why",
        WHY_BACK,
        "Take it back now",
    );
    supervisor
        .browser
        .find_saying(".notice-title", "Taken back");
    // Whoever lost it is told at the next tick, and keeps what was typed since.
    first
        .browser
        .type_into("#purpose", "Typed after it was taken");
    first
        .browser
        .find_saying(".strip-bad", "supervisor holds it");
    assert_eq!(
        first.browser.find("#purpose").value(),
        "Typed after it was taken"
    );
    look(&first.browser, "hands-02-taken-back");
    hand_on(&supervisor, &second);
}

fn hand_on(supervisor: &AtConsole, second: &AtConsole) {
    let browser = &supervisor.browser;
    browser.click("#ways-out");
    press(supervisor, "Hand to a colleague");
    browser.find("#hand-over-why");
    browser.run(
        "const to = document.querySelector('#hand-over-to');
         to.value = [...to.options].find((one) => one.text.startsWith('triage-2')).value;
         to.dispatchEvent(new Event('change', {bubbles: true}));",
        &[],
    );
    browser.type_into("#hand-over-why", WHY_ON);
    look(browser, "hands-03-handing-over");
    press(supervisor, "Hand it over");
    browser.find_saying(".notice-title", "Handed to triage-2");
    second.enter("kept", "Accepted tips");
    press(second, "Read again");
    let browser = &second.browser;
    browser.find_saying(".list-cards", "Handed to you by supervisor");
    look(browser, "hands-04-handed-in-the-list");
    second.read_kept(TITLE);
    browser.find_saying("#handed", WHY_ON);
    browser.find("#title:enabled");
    look(browser, "hands-05-handed-on-the-bench");
    supervisor.enter("desk", "The desk now");
    supervisor.browser.find_saying("table", "Held by triage-2");
    look(&supervisor.browser, "hands-06-the-desk");
}

pub fn a_threat_to_life_is_recorded_before_the_tip_is_closed(house: &House) {
    let story = "He says he will hurt her tonight when she comes home";
    house.served.send(story);
    let triage = at(house, "threat", "triage-1");
    let browser = &triage.browser;
    triage.wait_for_tip(story);
    triage.read(story);
    triage.accept();
    triage.choose("priority");
    triage.choose("threat");
    browser.find_saying(".control-room", "tell the Force Control Room now");
    close_as(&triage, "close-known");
    let missing = [
        "say who was told",
        "say when they were told",
        "incident number",
    ];
    for words in missing {
        browser.find_saying("#error-summary", words);
    }
    look(browser, "threat-01-what-is-missing");
    browser.type_into("#threat-told", "Duty inspector");
    browser.click("#threat-now");
    browser.type_into("#threat-incident", "1427");
    browser.type_into("#threat-by", "Call handler 12");
    triage.saved();
    look(browser, "threat-02-recorded");
    close_as(&triage, "close-known");
    browser.find_saying(".notice-title", "Closed without a report");
    browser.click(".notice-onward");
    browser.find_saying(
        ".bench-over",
        "Incident 1427. Acknowledged by Call handler 12.",
    );
    look(browser, "threat-03-closed");
    browser.click("#undo-close");
    browser.find_saying(".notice-title", "Open again");
    browser.find("#title:enabled");
    close_as(&triage, "close-malicious");
    browser.find_saying(".notice-title", "Closed without a report");
    checked_by_a_supervisor(house);
}

/// Closes the tip on the bench without a report.
pub fn close_as(triage: &AtConsole, reason: &str) {
    let browser = &triage.browser;
    if !browser.shows("#ways-out + .more-body #close, #close-it") {
        browser.click("#ways-out");
    }
    if !browser.shows("#close-it") {
        browser.click("#close");
    }
    browser.click(&format!("label:has(#{reason})"));
    browser.click("#close-it");
}

fn checked_by_a_supervisor(house: &House) {
    let supervisor = at(house, "threat-supervisor", "supervisor");
    let browser = &supervisor.browser;
    supervisor.enter("kept", "Accepted tips");
    browser.until("the tab is pressed", || {
        let tabs = browser.all(".tab");
        tabs.into_iter()
            .find(|tab| tab.text().starts_with("To check"))?
            .try_click()
    });
    browser.find_saying(".list-cards", "Closed: malicious");
    look(browser, "threat-04-to-check");
    browser.click(".list-cards .row-card");
    browser.find_saying("#check-closing", "It was drawn for a check");
    look(browser, "threat-05-is-it-closed-rightly");
    browser.click("#agree");
    browser.find_saying(".bench-report", "Checked by you, who agrees.");
}

pub fn a_list_is_searched_and_filtered_by_keyboard(house: &House) {
    for story in ["Żółty van at the canal", "A grey car at the canal"] {
        house.served.send(story);
    }
    let triage = at(house, "finding", "triage-2");
    let browser = &triage.browser;
    triage.wait_for_tip("Żółty van");
    triage.wait_for_tip("A grey car at the canal");
    browser.press("/");
    browser.press("ZOLTY canal");
    browser.find_saying(".list-count", "1 shown of");
    assert!(triage.lists("Żółty van") && !triage.lists("A grey car at the canal"));
    look(browser, "finding-01-words");
    browser.click("#clear-filters");
    browser.press(keys::TAB);
    browser.click("#room-title");
    browser.press("f");
    browser.find("#filter-priority:focus");
    browser.press("P1");
    browser.find_saying(".empty-title", "Nothing like that waits");
    browser.type_into("#view-name", "Urgent");
    browser.click("#save-view");
    browser.click("#clear-filters");
    browser.find_saying(".list-count", "wait");
    press(&triage, "Urgent");
    browser.find_saying(".empty-title", "Nothing like that waits");
    look(browser, "finding-02-filters");
    browser.click("#sound");
    browser.find_saying("#sound", "Sound on");
    browser.find_saying("#overdue", "0 overdue");
}
