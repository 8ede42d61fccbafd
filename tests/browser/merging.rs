//! Two tips about one car: taken together, read side by side, and parted again.

use tests::Partnership;

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;
use crate::screens::look_lit;

const FIRST: &str = "YD99 KFX waits at the garages";
const SECOND: &str = "Boxes are carried to YD99 KFX";

pub fn two_tips_about_one_car_become_one_piece_of_work_and_two_again(house: &House) {
    let served = Partnership::make("merging", "");
    served.send(FIRST);
    served.send(SECOND);
    let triage = AtConsole::sign_in(house.staff("merging"), &served, "triage-1");
    let browser = &triage.browser;
    triage.wait_for_tip(FIRST);
    triage.read(FIRST);
    triage.accept();
    triage.wait_for_tip(SECOND);
    triage.read(SECOND);
    triage.accept();
    browser.find_saying(".also", "YD99 KFX");
    triage.do_after_asking("Merge into this", "Merge them");
    browser.find_saying(".merged .story", FIRST);
    look_lit(browser, "merging-1-bench");
    browser.click(".merged a");
    browser.find_saying("#record-title", "Closed: duplicate");
    browser.find_saying(".history", "Closed: duplicate");
    look(browser, "merging-2-other");
    browser.click("#merged-into a");
    browser.find_saying(".merged .story", FIRST);
    triage.do_after_asking("Part them again", "Part them");
    browser.gone(".merged");
    triage.enter("kept", "Accepted tips");
    browser.until("both are open again", || {
        (browser.all(".list-cards .row-card").len() == 2).then_some(())
    });
}
