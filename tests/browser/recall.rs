//! A report is taken back from the desk that has it, and its desk sees why.

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;

const STORY: &str = "Pallets are moved out of the old dye works at night";
const TITLE: &str = "Pallets moved out of a disused works";
const WHY: &str = "The street is another one than the report says.";
const DONE: &str = "Nobody had acted on it. Two printed copies were destroyed.";
const DESK: &str = "bronze/leeds";

pub fn a_report_that_is_taken_back_says_why_at_its_desk(house: &House) {
    house.served.send(STORY);
    let staff = |name: &str, officer| AtConsole::sign_in(house.staff(name), &house.served, officer);
    let triage = staff("recall-triage", "triage-1");
    triage.wait_for_tip(STORY);
    triage.read(STORY);
    triage.accept();
    let second = staff("recall-second", "triage-2");
    let reference = triage.write_and_route(&second, TITLE);
    let bronze = staff("recall-bronze", "bronze-leeds");
    takes_it_on(&bronze, &reference);
    takes_it_back(&second);
    its_case_says_why(&bronze, &reference);
    it_counts_no_more(&bronze, &reference);
    let other = staff("recall-other", "bronze-leeds-2");
    reads_the_notice(&other, &reference);
}

fn takes_it_on(bronze: &AtConsole, reference: &str) {
    let browser = &bronze.browser;
    bronze.enter(&format!("inbox/{DESK}"), "reports");
    browser.click(".list .row-new");
    browser.find_saying(".quote", reference);
    browser.click("#acknowledge");
    browser.find_saying(".notice-title", &format!("Taken on: {reference}"));
    browser.click(".deeds a.btn-main");
    browser.find_saying("#room-title", TITLE);
    browser.type_into("#action-what", "Visit the works");
    bronze.press_button("Add action");
    browser.find_saying(".case table", "Visit the works");
}

/// Not its author: any officer of triage can. What was typed stays when something is missing.
fn takes_it_back(second: &AtConsole) {
    let browser = &second.browser;
    second.read_finished(TITLE);
    browser.click("#recall");
    browser.find_saying("#recall-title", "Take a report back");
    browser.click("#recall-now");
    browser.find_saying("#recall-why-error", "Say why");
    browser.type_into("#recall-why", WHY);
    look(browser, "recall-01-why");
    browser.click("#recall-now");
    browser.find_saying(".notice-title", "Taken back");
    browser.find_saying(".bench-report table", "Taken back, after it was taken on");
    browser.find_saying(".history", WHY);
    assert!(!browser.shows("#recall"), "no desk has it any more");
    look(browser, "recall-02-taken-back");
    second.enter("sent", "Sent reports");
    browser.find_saying("table", "1 taken back");
    look(browser, "recall-03-sent");
}

fn its_case_says_why(bronze: &AtConsole, reference: &str) {
    let browser = &bronze.browser;
    bronze.enter(&format!("cases/{DESK}"), "cases");
    browser.until(&format!("the case of {reference} is opened"), || {
        let rows = browser.all(".room tbody tr");
        rows.iter().find(|row| row.says(TITLE))?;
        let links = browser.all("tbody th a");
        links.into_iter().find(|one| one.says(TITLE))?.try_click()
    });
    browser.find_saying("#recalled", WHY);
    browser.find_saying("#recalled", "Taken back by triage-2 of triage");
    assert!(!browser.shows("#action-what"), "nothing new is begun");
    bronze.press_button("Drop");
    browser.find_saying(".case table", "Dropped");
    browser.type_into("#case-note", DONE);
    bronze.press_button("Add note");
    browser.find_saying(".case-note", DONE);
    look(browser, "recall-04-case");
}

fn it_counts_no_more(bronze: &AtConsole, reference: &str) {
    let browser = &bronze.browser;
    bronze.enter(&format!("meeting/{DESK}"), "meeting");
    browser.find_saying(".meeting", "Taken back by triage, not closed yet");
    look(browser, "recall-05-meeting");
    bronze.enter(&format!("cases/{DESK}"), "cases");
    let open = browser.all(".room tbody tr");
    assert!(open.iter().all(|row| !row.says(reference)));
}

/// The report itself opens no more.
fn reads_the_notice(other: &AtConsole, reference: &str) {
    let browser = &other.browser;
    other.enter(&format!("inbox/{DESK}"), "reports");
    browser.until("the report is chosen", || {
        let rows = browser.all(".list .row");
        rows.into_iter()
            .find(|row| row.says("Taken back"))?
            .try_click()
    });
    browser.find_saying("#report-title", "Taken back");
    look(browser, "recall-06-opens-no-more");
    browser.click("#to-the-notice");
    browser.find_saying("#report-title", "Triage takes a report back");
    browser.find_saying(".reading .story", WHY);
    browser.find_saying(".quote", reference);
    look(browser, "recall-07-notice");
}
