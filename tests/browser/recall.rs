//! A report is taken back from the desk that has it, or corrected: its desk sees why, and what is different.

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;

const STORY: &str = "Pallets are moved out of the old dye works at night";
const TITLE: &str = "Pallets moved out of a disused works";
const WHY: &str = "The street is another one than the report says.";
const DONE: &str = "Nobody had acted on it. Two printed copies were destroyed.";
const RIGHT: &str = "The street is the right one after all.";
const AGAIN: &str = "Visit the works after all";
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
    take_on(&bronze, &reference, "Visit the works", TITLE);
    takes_it_back(&second);
    its_case_says_why(&bronze);
    it_counts_no_more(&bronze, &reference);
    let other = staff("recall-other", "bronze-leeds-2");
    reads_the_notice(&other, &reference);
    let supervisor = staff("recall-supervisor", "supervisor");
    is_counted(&supervisor);
    puts_it_back(&triage);
    reads_that_it_stands(&bronze, RIGHT);
    goes_on(&bronze);
}

/// Opens what the desk has not opened until one is on the screen that says so there. What earlier trials sent
/// is listed too, sealed like this one; what was opened and passed by is gone back to.
fn opens(bronze: &AtConsole, place: &str, words: &str) {
    let browser = &bronze.browser;
    bronze.enter(&format!("inbox/{DESK}"), "reports");
    browser.until(&format!("{words:?} is open"), || {
        let open = browser.all(place);
        let is_open = open.iter().any(|one| one.says(words));
        is_open.then_some(()).or_else(|| {
            let rows = browser.all(".list .row").into_iter();
            let passed = { rows }.find(|row| row.says(words));
            let row = passed.or_else(|| browser.all(".list .row-new").into_iter().next());
            row.and_then(|row| row.try_click());
            None
        })
    });
}

/// Takes a report on, opens its case and plans one action.
fn take_on(bronze: &AtConsole, reference: &str, action: &str, title: &str) {
    let browser = &bronze.browser;
    opens(bronze, ".quote", reference);
    browser.click("#acknowledge");
    browser.find_saying(".notice-title", &format!("Taken on: {reference}"));
    browser.click(".deeds a.btn-main");
    browser.find_saying("#room-title", title);
    browser.type_into("#action-what", action);
    bronze.press_button("Add action");
    browser.find_saying(".case table", action);
}

/// Opens a listed case.
fn open_case(bronze: &AtConsole, title: &str) {
    let browser = &bronze.browser;
    browser.until(&format!("the case {title:?} is opened"), || {
        let links = browser.all("tbody th a");
        links.into_iter().find(|one| one.says(title))?.try_click()
    });
    browser.find_saying("#room-title", title);
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

fn its_case_says_why(bronze: &AtConsole) {
    let browser = &bronze.browser;
    bronze.enter(&format!("cases/{DESK}"), "cases");
    open_case(bronze, TITLE);
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

/// At a glance, by desk.
fn is_counted(supervisor: &AtConsole) {
    let browser = &supervisor.browser;
    supervisor.enter("desk", "The desk now");
    browser.find_saying("#taken-back-lately", "Taken back lately");
    browser.find_saying(".room table:last-of-type", "Leeds");
    look(browser, "recall-08-the-desk-now");
}

/// Whoever took it back cannot; a colleague can.
fn puts_it_back(triage: &AtConsole) {
    let browser = &triage.browser;
    triage.read_finished(TITLE);
    browser.click("#restore");
    browser.find_saying("#restore-title", "Put a report back");
    browser.click("#restore-now");
    browser.find_saying("#restore-why-error", "Say why");
    browser.type_into("#restore-why", RIGHT);
    look(browser, "recall-09-put-back");
    browser.click("#restore-now");
    browser.find_saying(".notice-title", "Put back");
    browser.find_saying(".bench-report table", "put back on");
    browser.find_saying(".history", RIGHT);
    assert!(!browser.shows("#restore"), "it is at its desk");
    look(browser, "recall-10-stands-again");
}

/// Opens what the desk has not opened until it is the notice, and then the case.
pub fn reads_that_it_stands(bronze: &AtConsole, why: &str) {
    let browser = &bronze.browser;
    opens(bronze, "#report-title", "puts a report back");
    browser.find_saying(".reading .story", why);
    look(browser, "recall-11-notice");
    browser.click(".reading .deeds a.btn");
    browser.find_saying("#put-back", why);
}

fn goes_on(bronze: &AtConsole) {
    let browser = &bronze.browser;
    browser.find_saying("#put-back", "Put back by triage-1 of triage");
    browser.find_saying("#put-back", WHY);
    browser.type_into("#action-what", AGAIN);
    bronze.press_button("Add action");
    browser.find_saying(".case table", AGAIN);
    look(browser, "recall-12-case-goes-on");
}

const BEFORE: &str = "Cars are sold with false plates at the market";
const NAME: &str = "Vehicles sold under false plates";
const CHANGED: &str = "The plates are stolen ones.";
const ACTION: &str = "Look at the stalls on Saturday";

pub fn a_corrected_report_goes_on_where_its_desk_had_it(house: &House) {
    house.served.send(BEFORE);
    let staff = |name: &str, officer| AtConsole::sign_in(house.staff(name), &house.served, officer);
    let author = staff("correct-author", "triage-1");
    author.wait_for_tip(BEFORE);
    author.read(BEFORE);
    author.accept();
    let second = staff("correct-second", "triage-2");
    let reference = author.write_and_route(&second, NAME);
    let bronze = staff("correct-bronze", "bronze-leeds");
    take_on(&bronze, &reference, ACTION, NAME);
    corrects(&author);
    second.read_to_release(NAME);
    second.browser.find_saying(".reading", "It is version 2");
    look(&second.browser, "correct-03-to-release");
    second.do_after_asking("Release", "Sign and send");
    second
        .browser
        .find_saying(".notice-title", "Released and sent");
    takes_the_correction_on(&bronze);
    the_old_case_points_to_the_new(&bronze);
}

fn corrects(author: &AtConsole) {
    let browser = &author.browser;
    author.read_finished(NAME);
    browser.click("#correct");
    browser.find_saying("#room-title", "Correct the report");
    browser.click("#check");
    browser.find_saying("#error-summary", "Say what has changed");
    browser.type_into("#changed", CHANGED);
    browser.retype("#item-1-text", "Goods are sold under stolen names.");
    author.saved();
    look(browser, "correct-01-bench");
    author.check();
    browser.find_saying(".review .corrects", CHANGED);
    look(browser, "correct-02-review");
    browser.click("#route");
    browser.find_saying(".notice-title", "Signed and handed in");
}

fn takes_the_correction_on(bronze: &AtConsole) {
    let browser = &bronze.browser;
    bronze.enter(&format!("cases/{DESK}"), "cases");
    open_case(bronze, NAME);
    browser.find_saying("#corrected", "sent a correction");
    look(browser, "correct-04-a-correction-has-come");
    browser.click("#to-the-correction");
    browser.find_saying(".sheet .corrects", CHANGED);
    browser.find_saying("#acknowledge", "Take on the correction");
    look(browser, "correct-05-correction");
    browser.click("#acknowledge");
    browser.find_saying(".notice-title", "Taken on:");
    browser.click(".deeds a.btn-main");
    browser.find_saying("#versions ins", "stolen");
    browser.find_saying("#versions del", "false");
    browser.find_saying(".case table", ACTION);
    browser.click("#before summary");
    browser.find_saying("#before .sheet", "Goods are sold under false names.");
    look(browser, "correct-06-case-goes-on");
}

fn the_old_case_points_to_the_new(bronze: &AtConsole) {
    let browser = &bronze.browser;
    bronze.enter(&format!("cases/{DESK}"), "cases");
    let rows = || {
        let rows = browser.all(".room tbody tr");
        rows.iter().filter(|row| row.says(NAME)).count()
    };
    browser.until("one open case of it", || (rows() == 1).then_some(()));
    let all = "const list = document.getElementById('sieve-state'); list.value = '';
        list.dispatchEvent(new Event('change', {bubbles: true}));";
    browser.run(all, &[]);
    browser.until("the old one too", || (rows() == 2).then_some(()));
    browser.find_saying(".room tbody", "Corrected since");
    look(browser, "correct-07-cases");
}
