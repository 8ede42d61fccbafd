//! Two officers for every report: given back, taken back, released.

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;

const STORY: &str = "Parcels change hands behind the swimming baths";
const TITLE: &str = "Parcels handed over at a public building";
const WHY: &str = "Say nothing of the day of the week.";

pub fn a_report_leaves_triage_only_when_a_second_officer_releases_it(house: &House) {
    house.served.send(STORY);
    let staff = |name: &str, officer| AtConsole::sign_in(house.staff(name), &house.served, officer);
    let author = staff("release-author", "triage-1");
    author.wait_for_tip(STORY);
    author.read(STORY);
    author.accept();
    author.write_and_hand_in(TITLE);
    author.browser.find_saying(".rail", "To release");
    cannot_release_their_own(&author);
    let second = staff("release-second", "triage-2");
    gives_it_back(&second);
    says_why(&author);
    author.sign_again();
    author.do_after_asking("Take it back", "Take it back now");
    author.browser.find_saying(".notice-title", "Taken back");
    second.enter("release", "To release");
    second.do_at_once("Read again");
    second.waits_no_longer(TITLE);
    author.sign_again();
    second.release(TITLE);
    second.enter("sent", "Sent reports");
    second.browser.find_saying("table", TITLE);
    let reader = staff("release-reader", "triage-2");
    reader.read_finished(TITLE);
    for told in [WHY, "Taken back before it was released", "Released GIN-"] {
        reader.browser.find_saying(".history", told);
    }
    look(&reader.browser, "release-04-history");
}

fn cannot_release_their_own(author: &AtConsole) {
    author.read_to_release(TITLE);
    let browser = &author.browser;
    browser.find_saying(".deeds", "another officer of triage has to release it");
    let buttons = browser.all(".reading button");
    assert!(!buttons.iter().any(|one| one.text() == "Release"));
    look(browser, "release-01-ones-own");
}

fn gives_it_back(second: &AtConsole) {
    second.read_to_release(TITLE);
    let browser = &second.browser;
    assert!(!browser.text().contains(STORY), "not the tip");
    second.press_button("Give it back");
    browser.type_into("#return-why", WHY);
    look(browser, "release-02-giving-back");
    second.press_button("Give it back");
    browser.find_saying(".notice-title", "Given back");
}

fn says_why(author: &AtConsole) {
    author.enter("kept", "Accepted tips");
    author.do_at_once("Read again");
    author.read_kept(TITLE);
    author.browser.find_saying("#returned", WHY);
    look(&author.browser, "release-03-why-it-came-back");
}
