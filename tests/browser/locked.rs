//! An officer who is not there, whose session ends, or who ends it: nothing is readable, nothing is lost.

use serde_json::json;
use tests::{Browser, Proxy, Rule};

use crate::house::House;
use crate::leaving::assert_says_nothing_of;
use crate::look::look;
use crate::officer::AtConsole;

const TITLE: &str = "Lorries unloaded behind the mill";
const PROVENANCE: &str = "Typed while the server was away";

/// Lets the page's clock be put ahead: `ahead` milliseconds. The opener's stays right.
const CLOCK: &str = "const right = Date.now; window.ahead = 0; Date.now = () => right() + ahead;";
const MINUTE: i64 = 60_000;

fn with_clock(browser: Browser) -> Browser {
    let source = json!({"source": CLOCK});
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &source);
    browser
}

/// Puts the page's clock so many minutes ahead of where it began.
fn put_ahead(browser: &Browser, minutes: i64) {
    browser.run("ahead = arguments[0]", &[json!(minutes * MINUTE)]);
}

fn unlock(house: &House, browser: &Browser, name: &str) {
    let passphrase = &house.served.officer(name).passphrase;
    browser.retype("#passphrase", passphrase);
    browser.find("#unlock[aria-disabled=false]");
    browser.click("#unlock");
    browser.find("#sign-out");
}

/// Whether a field holds a text now.
fn holds(browser: &Browser, css: &str, text: &str) {
    browser.until(&format!("{css} holds {text:?}"), || {
        (browser.find(css).value() == text).then_some(())
    });
}

pub fn a_console_left_alone_locks_and_gives_back_what_was_typed(house: &House) {
    let story = "Somebody unloads lorries behind the mill at four";
    house.served.send(story);
    let browser = with_clock(house.staff("locked"));
    let proxy = house.served.staff_proxy();
    let triage = AtConsole::sign_in_by(browser, &house.served, "triage-1", &proxy.url("/"));
    let browser = &triage.browser;
    triage.wait_for_tip(story);
    triage.read(story);
    triage.accept();
    locks_and_unlocks(house, &triage, story);
    proxy.breaks("/api/vault/", Rule::Cut);
    keeps_what_cannot_be_saved(house, &triage, story, &proxy);
    a_reload_is_a_sign_out(house, browser);
}

fn locks_and_unlocks(house: &House, triage: &AtConsole, story: &str) {
    let browser = &triage.browser;
    browser.type_into("#title", TITLE);
    put_ahead(browser, 14);
    browser.find_saying(".session-short", "locks in a minute, touch a key");
    look(browser, "lock-01-soon");
    put_ahead(browser, 15);
    browser.find_saying("h1", "Locked");
    browser.find("#unlock[aria-disabled=false]");
    for words in [story, TITLE] {
        assert_says_nothing_of(browser, words);
    }
    look(browser, "lock-02-locked");
    browser.type_into("#passphrase", "not these words");
    browser.click("#unlock");
    browser.find_saying("#sign-in-error", "is not right");
    assert_says_nothing_of(browser, TITLE);
    put_ahead(browser, 0);
    unlock(house, browser, "triage-1");
    browser.find_saying(".story", story);
    holds(browser, "#title", TITLE);
    browser.find_saying("#saved", "Saved sealed");
}

fn keeps_what_cannot_be_saved(house: &House, triage: &AtConsole, story: &str, proxy: &Proxy) {
    let browser = &triage.browser;
    browser.type_into("#provenance", PROVENANCE);
    browser.click("#lock");
    browser.find_saying(".gate-card .strip", "It is kept sealed in this page");
    for words in [story, TITLE, PROVENANCE] {
        assert_says_nothing_of(browser, words);
    }
    look(browser, "lock-03-with-unsaved-work");
    proxy.mend();
    unlock(house, browser, "triage-1");
    holds(browser, "#provenance", PROVENANCE);
    holds(browser, "#title", TITLE);
    triage.saved();
}

fn a_reload_is_a_sign_out(house: &House, browser: &Browser) {
    browser.click("#lock");
    browser.find("#unlock[aria-disabled=false]");
    browser.reload();
    browser.find("#sign-in[aria-disabled=false]");
    assert!(!browser.shows("#unlock"), "a reload is a sign-out");
    let again = AtConsole::sign_in(house.staff("locked-again"), &house.served, "triage-1");
    again.enter("kept", "Accepted tips");
    again.browser.find_saying(".list-cards .row-card", TITLE);
    again.read_kept(TITLE);
    holds(&again.browser, "#provenance", PROVENANCE);
}

pub fn a_session_says_when_its_life_is_nearly_over_and_locks_before_that(house: &House) {
    let browser = with_clock(house.staff("life"));
    let triage = AtConsole::sign_in(browser, &house.served, "triage-2");
    let browser = &triage.browser;
    // Somebody is there all the while.
    let live = "for (let minute = 10; minute <= arguments[0]; minute += 10) {
            ahead = minute * 60000;
            dispatchEvent(new KeyboardEvent('keydown', {key: 'Shift'}));
        }";
    browser.run(live, &[json!(590)]);
    browser.find_saying(".strip", "ends in less than ten minutes");
    look(browser, "lock-04-life-nearly-over");
    browser.run(live, &[json!(600)]);
    browser.find_saying(".gate-card", "lasted as long as one may");
    put_ahead(browser, 0);
    unlock(house, browser, "triage-2");
    browser.find_saying("#room-title", "Waiting tips");
    browser.gone(".strip");
}

pub fn signing_out_everywhere_locks_the_other_consoles_at_their_next_question(house: &House) {
    let lost = AtConsole::sign_in(with_clock(house.staff("lost")), &house.served, "auditor");
    let here = AtConsole::sign_in(house.staff("here"), &house.served, "auditor");
    here.browser.click("#who");
    look(&here.browser, "lock-05-sign-out-everywhere");
    here.do_after_asking("Sign out everywhere", "Sign out everywhere");
    here.browser.find("#sign-in[aria-disabled=false]");
    put_ahead(&lost.browser, 2);
    let told = "This session was ended from elsewhere";
    lost.browser.find_saying(".gate-card", told);
    look(&lost.browser, "lock-06-ended-elsewhere");
    lost.browser.click("#somebody-else");
    lost.browser.find("#sign-in[aria-disabled=false]");
}

pub fn lists_follow_what_colleagues_do_without_a_reload(house: &House) {
    let story = "Colleagues take this on while others look";
    house.served.send(story);
    let staff = |name: &str, officer| {
        let browser = with_clock(house.staff(name));
        AtConsole::sign_in(browser, &house.served, officer)
    };
    let (triage, looking) = (staff("lists-triage", "triage-1"), "bronze-leeds");
    triage.wait_for_tip(story);
    triage.read(story);
    triage.accept();
    let second = staff("lists-second", "triage-2");
    let reference = triage.write_and_route(&second, "Counterfeit goods in Armley");
    put_ahead(&triage.browser, 2);
    triage.browser.find_saying("table", "Not opened yet");
    let (looking, acting) = (staff("lists-looks", looking), staff("lists-acts", looking));
    let rows = |officer: &AtConsole, state: &str| {
        let officer = &officer.browser;
        officer.find_saying(&format!(".list .{state}"), "");
    };
    rows(&looking, "state-new");
    acting.browser.click(".list .row-new");
    acting.browser.find_saying(".quote", &reference);
    acting.browser.click("#acknowledge");
    acting.browser.find_saying(".deeds .state-done", "Taken on");
    put_ahead(&triage.browser, 4);
    put_ahead(&looking.browser, 2);
    looking.browser.find_saying(".list", "Acknowledged");
    let by = "Acknowledged by bronze-leeds";
    triage.browser.find_saying(".bench-over table", by);
    look(&triage.browser, "lists-01-acknowledged-meanwhile");
}
