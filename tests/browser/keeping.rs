//! What is finished goes on its day: an officer puts that off with a reason, a supervisor erases at once.

use tests::Partnership;

use crate::hands::close_as;
use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;
use crate::screens::{look_lit, narrow};

/// So short a time that what is finished is due at once.
const SHORT: &str = "
[retention]
vault_days = 7
";
/// Beside the room in the rail.
const COUNTED: &str = ".rail a[href='#/due/triage'] .count";
const KEPT: &str = "Quad bikes sold from a field";
const ERASED: &str = "Somebody else with the same name";
const WHY: &str = "The trial is in the spring.";

pub fn what_is_finished_is_kept_longer_with_a_reason_or_erased_by_a_supervisor(house: &House) {
    let served = Partnership::make("keeping", SHORT);
    let at = |browser: &str, name| AtConsole::sign_in(house.staff(browser), &served, name);
    let officer = at("keeping-officer", "triage-1");
    for title in [KEPT, ERASED] {
        served.send(title);
        officer.wait_for_tip(title);
        officer.read(title);
        officer.accept();
        officer.browser.type_into("#title", title);
        officer.saved();
        close_as(&officer, "close-known");
        officer
            .browser
            .find_saying(".notice-title", "Closed without a report");
        officer.enter("triage", "Waiting tips");
    }
    keeps_it_longer(&officer);
    let supervisor = at("keeping-supervisor", "supervisor");
    erases_it(&supervisor);
    officer.enter("kept", "Accepted tips");
    officer.do_at_once("Read again");
    officer.browser.click(".tabs .tab:nth-of-type(3)");
    officer.browser.until("the kept one is opened", || {
        let rows = officer.browser.all(".list-cards .row-card");
        assert!(!rows.iter().any(|row| row.says(ERASED)));
        rows.into_iter().find(|row| row.says(KEPT))?.try_click()
    });
    officer
        .browser
        .find_saying("#record-title", "Closed: known already");
    let told = format!(": {WHY}");
    officer
        .browser
        .find_saying(".history", "Review put off to ");
    officer.browser.find_saying(".history", &told);
    let text = officer.browser.text();
    assert!(!text.contains(ERASED));
}

fn choose(officer: &AtConsole, title: &str) {
    officer.browser.until(&format!("{title:?} is chosen"), || {
        let rows = officer.browser.all(".list .row");
        rows.into_iter().find(|row| row.says(title))?.try_click()
    });
    officer.browser.find_saying("#due-title", title);
}

fn keeps_it_longer(officer: &AtConsole) {
    officer.enter("due/triage", "Triage: due for review");
    let browser = &officer.browser;
    browser.find_saying(".list", ERASED);
    browser.find_saying(COUNTED, "2");
    look(browser, "keeping-01-due");
    choose(officer, KEPT);
    browser.find_saying(".reading", "days, after");
    assert!(!browser.shows("#erase-reason"), "supervisors erase");
    officer.press_button("Keep it longer");
    officer.press_button("Put the review off");
    browser.find_saying(".say-why", "Say why");
    browser.type_into("#postpone-why", WHY);
    look_lit(browser, "keeping-02-why");
    officer.press_button("Put the review off");
    browser.find_saying(".notice-title", "Kept until");
    browser.find_saying(COUNTED, "1");
    assert!(!officer.lists(KEPT));
}

fn erases_it(supervisor: &AtConsole) {
    supervisor.enter("due/triage", "Triage: due for review");
    let browser = &supervisor.browser;
    choose(supervisor, ERASED);
    browser.find("#erase-reason");
    browser.run(
        "const why = document.querySelector('#erase-reason');
         why.value = 'erase-asked';
         why.dispatchEvent(new Event('change', {bubbles: true}));",
        &[],
    );
    supervisor.press_button("Erase now");
    browser.find_saying(".reading", "It cannot be brought back");
    narrow(browser);
    look_lit(browser, "keeping-03-erasing");
    supervisor.press_button("Erase it for good");
    browser.find_saying(".notice-title", "Erased");
    browser.find_saying(".empty-title", "Nothing is due");
    look(browser, "keeping-04-nothing-is-due");
}
