//! Every screen of the console, by day and by night: nothing is in anybody's way.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::process::Command;

use serde_json::json;
use tests::{Browser, Element, PHONE, Partnership, Rule, Scripts, program, staff_asset};

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;
use crate::resident::{self, FORM, FROM_PLACE_TO_KNOWS, go_through, next};

const STORY: &str = "A man with a knife waits at the school gate";
const TITLE: &str = "Weapon carried near a school";
const NEWCOMER: &str = "newcomer";

/// Addresses of the console that no link in its rail leads to.
const OFF_THE_RAIL: &[&str] = &["#/enrol", "#/", "#/kept/tip", "#/report/bronze/leeds"];

pub fn every_screen_of_the_console_is_for_everybody(house: &House) {
    let tour = Tour {
        house,
        served: Partnership::make("screens", ""),
        linked: RefCell::default(),
        seen: RefCell::default(),
    };
    tour.gate();
    tour.enrolment();
    tour.rooms_without_work();
    tour.triage();
    tour.bronze();
    tour.corrected_and_taken_back();
    tour.trouble();
    let seen = tour.seen.borrow();
    for address in OFF_THE_RAIL {
        assert!(seen.contains(*address), "{address} was not looked at");
    }
    let linked = tour.linked.borrow();
    let missed: Vec<_> = linked.difference(&seen).collect();
    assert!(missed.is_empty(), "not looked at: {missed:?}");
}

/// A partnership of its own, in which nothing has happened yet.
struct Tour<'a> {
    house: &'a House,
    served: Partnership,
    /// Every room a rail leads to.
    linked: RefCell<BTreeSet<String>>,
    /// Every address that was looked at.
    seen: RefCell<BTreeSet<String>>,
}

impl Tour<'_> {
    fn sign_in(&self, name: &str) -> AtConsole {
        let browser = self.house.staff(&format!("screens-{name}"));
        let officer = AtConsole::sign_in(browser, &self.served, name);
        officer.browser.find("#room-title");
        let links = "return [...document.querySelectorAll('.rail a')].map((one) => one.hash)";
        let links = officer.browser.run(links, &[]);
        let links = links.as_array().into_iter().flatten();
        let links = links.filter_map(|link| link.as_str().map(str::to_owned));
        self.linked.borrow_mut().extend(links);
        officer
    }

    /// Looks at a screen in both lights.
    fn look(&self, browser: &Browser, name: &str) {
        look_lit(browser, &format!("screens-{name}"));
        let hash = browser.run("return location.hash || '#/'", &[]);
        let hash = hash.as_str().unwrap_or_default().to_owned();
        self.seen.borrow_mut().insert(hash);
    }

    fn gate(&self) {
        let browser = self.house.staff("screens-gate");
        browser.go(&self.served.staff("/"));
        browser.find("#sign-in[aria-disabled=false]");
        self.look(&browser, "sign-in");
        browser.type_into("#name", "triage-1");
        browser.type_into("#passphrase", "not these words");
        browser.click("label:has([type=checkbox])");
        browser.click("#sign-in");
        browser.find("#sign-in-error");
        self.look(&browser, "sign-in-refused");
    }

    fn enrolment(&self) {
        let browser = self.house.staff("screens-enrol");
        browser.go(&self.served.staff("/#/enrol"));
        browser.find("#enrol[aria-disabled=false]");
        self.look(&browser, "enrol");
        browser.type_into("#invitation", "made-up");
        browser.click("#enrol");
        browser.find("#sign-in-error");
        self.look(&browser, "enrol-refused");
        browser.retype("#invitation", &self.invite());
        browser.click("#enrol");
        browser.find("#written");
        self.look(&browser, "enrol-words");
        let words = browser.all("#passphrase-words li");
        let words: Vec<String> = words.iter().map(Element::text).collect();
        browser.click("#written");
        browser.click("#repeat");
        browser.find("#repeat-error");
        self.look(&browser, "enrol-repeat-wrong");
        for field in ["#word-1", "#word-2"] {
            let label = browser.find(&format!("label[for={}]", &field[1..])).text();
            let number = label.trim_start_matches("Word ").parse::<usize>();
            let number = number.expect("the label names the word's number");
            let word = words.get(number.saturating_sub(1));
            browser.type_into(field, word.expect("the word was drawn"));
        }
        browser.click("#repeat");
        browser.find("#fingerprint");
        self.look(&browser, "enrol-approval");
        browser.click(".gate-card a");
        browser.type_into("#name", NEWCOMER);
        browser.type_into("#passphrase", &words.join(" "));
        browser.click("#sign-in");
        browser.find_saying("#room-title", "Waiting for approval");
        self.look(&browser, "waiting-for-approval");
    }

    fn invite(&self) -> String {
        let mut command = Command::new(program("GINNEL_BIN"));
        command.args(["officer", "invite", "--data"]);
        command.arg(self.served.data()).args(["--name", NEWCOMER]);
        command.args(["--role", "officer", "--desk", "triage"]);
        let output = command.output().expect("ginnel is a program");
        assert!(output.status.success(), "{output:?}");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        said.lines().last().unwrap_or_default().trim().to_owned()
    }

    fn rooms_without_work(&self) {
        let supervisor = self.sign_in("supervisor");
        self.look(&supervisor.browser, "supervisor");
        supervisor.enter("desk", "The desk now");
        self.look(&supervisor.browser, "desk-without-work");
        let coordinator = self.sign_in("coordinator");
        coordinator.browser.find("table");
        self.look(&coordinator.browser, "officers");
        let auditor = self.sign_in("auditor");
        self.look(&auditor.browser, "auditor");
        let triage = self.sign_in("triage-1");
        triage.enter("kept", "Accepted tips");
        self.look(&triage.browser, "accepted-empty");
        triage.enter("sent", "Sent reports");
        self.look(&triage.browser, "sent-empty");
        triage.enter("inbox/triage", "questions");
        self.look(&triage.browser, "questions-empty");
        triage.enter("due/triage", "due for review");
        self.look(&triage.browser, "due-empty");
        triage.enter("triage", "Waiting tips");
        triage.browser.find_saying(".empty", "Nothing waits");
        self.look(&triage.browser, "intake-empty");
        triage.browser.press("?");
        triage.browser.find_saying("dialog h2", "Keyboard");
        self.look(&triage.browser, "keys");
        let bronze = self.sign_in("bronze-leeds");
        self.look(&bronze.browser, "inbox-empty");
        for (room, title) in [
            ("cases", "cases"),
            ("meeting", "meeting"),
            ("due", "due for review"),
            ("picture", "picture"),
        ] {
            bronze.enter(&format!("{room}/bronze/leeds"), title);
            self.look(&bronze.browser, &format!("{room}-empty"));
        }
    }

    fn triage(&self) {
        self.send_in_danger();
        let triage = self.sign_in("triage-1");
        let browser = &triage.browser;
        triage.wait_for_tip(STORY);
        self.look(browser, "intake");
        browser.click("#filters");
        browser.find("#filter-priority");
        self.look(browser, "intake-filters");
        browser.click("#filters");
        triage.read(STORY);
        self.look(browser, "tip");
        triage.accept();
        self.look(browser, "bench");
        browser.click("#check");
        browser.find("#error-summary");
        self.look(browser, "bench-missing");
        browser.click(".more > .btn");
        self.look(browser, "bench-other-ways");
        browser.click(".more > .btn");
        let second = self.sign_in("triage-2");
        second.enter("kept", "Accepted tips");
        self.look(&second.browser, "accepted");
        second.browser.click(".list-cards .row-card");
        let held = "Another officer is working on this";
        second.browser.find_saying(".strip", held);
        self.look(&second.browser, "bench-held-by-another");
        triage.choose("grade-handling-1");
        self.look(browser, "bench-conditions");
        triage.choose("threat");
        browser.type_into("#threat-told", "Duty inspector");
        browser.click("#threat-now");
        browser.type_into("#threat-incident", "1427");
        browser.type_into("#threat-by", "Call handler 12");
        self.look(browser, "bench-threat");
        triage.write_and_hand_in(TITLE);
        self.look(browser, "record-waits");
        triage.enter("release", "To release");
        self.look(browser, "release");
        second.read_to_release(TITLE);
        self.look(&second.browser, "release-read");
        narrow(&second.browser);
        self.look(&second.browser, "release-read-at-320");
        second.do_after_asking("Release", "Sign and send");
        second
            .browser
            .find_saying(".notice-title", "Released and sent");
        triage.read_finished(TITLE);
        self.look(browser, "record-over");
        triage.enter("sent", "Sent reports");
        browser.find_saying("table", TITLE);
        self.look(browser, "sent");
    }

    /// As somebody would who sees it happen.
    fn send_in_danger(&self) {
        let phone = self.house.resident("screens-phone", PHONE, Scripts::On);
        resident::open(&phone, &self.served.reporters(FORM));
        go_through(&phone, &["start", "leave", "danger"]);
        phone.click("label[for=danger-yes]");
        next(&phone, "danger", "emergency");
        go_through(&phone, &["emergency", "helping", "about"]);
        phone.click("label[for=about-drugs_supply]");
        next(&phone, "about", "story");
        phone.type_into("#story", STORY);
        next(&phone, "story", "place");
        phone.click("label[for=district-leeds]");
        go_through(&phone, FROM_PLACE_TO_KNOWS);
        phone.click("label[for=knows-saw]");
        go_through(&phone, &["knows", "reply", "check"]);
        resident::send(&phone);
    }

    fn bronze(&self) {
        let bronze = self.sign_in("bronze-leeds");
        let browser = &bronze.browser;
        browser.find(".list .row-new");
        self.look(browser, "inbox");
        browser.click(".list .row-new");
        browser.find_saying("#report-title", "Report");
        self.look(browser, "report");
        lit(browser, "print", "light");
        look(browser, "screens-report-printed");
        lit(browser, "", "light");
        browser.click("#acknowledge");
        browser.find_saying(".deeds .state-done", "Taken on");
        self.look(browser, "report-acknowledged");
        narrow(browser);
        self.look(browser, "report-at-320");
        browser.click("#who");
        self.look(browser, "account-at-320");
        browser.click("#lock");
        browser.find("#unlock[aria-disabled=false]");
        self.look(browser, "locked-at-320");
    }

    /// What was sent is corrected, and then taken back.
    fn corrected_and_taken_back(&self) {
        let triage = self.sign_in("triage-1");
        let browser = &triage.browser;
        triage.read_finished(TITLE);
        browser.click("#correct");
        browser.type_into("#changed", "It is another school.");
        triage.saved();
        self.look(browser, "bench-correction");
        triage.sign_again();
        let second = self.sign_in("triage-2");
        second.release(TITLE);
        let bronze = self.sign_in("bronze-leeds");
        bronze.enter("cases/bronze/leeds", "cases");
        bronze.browser.click("tbody th a");
        bronze.browser.find("#corrected");
        self.look(&bronze.browser, "case-correction-came");
        bronze.browser.click("#to-the-correction");
        bronze.browser.click("#acknowledge");
        bronze.browser.find_saying(".deeds .state-done", "Taken on");
        self.look(&bronze.browser, "report-correction");
        bronze.browser.click(".deeds a.btn-main");
        bronze.browser.find("#versions");
        self.look(&bronze.browser, "case-corrected");
        second.read_finished(TITLE);
        second.browser.click("#recall");
        second.browser.click("#recall-now");
        second.browser.find("#recall-why-error");
        self.look(&second.browser, "record-take-back");
        second.browser.type_into("#recall-why", "It is no school.");
        second.browser.click("#recall-now");
        second.browser.find_saying(".notice-title", "Taken back");
        self.look(&second.browser, "record-taken-back");
        bronze.enter("cases/bronze/leeds", "cases");
        bronze.browser.click("tbody th a");
        bronze.browser.find("#recalled");
        self.look(&bronze.browser, "case-recalled");
        narrow(&bronze.browser);
        self.look(&bronze.browser, "case-recalled-at-320");
    }

    fn trouble(&self) {
        let proxy = self.served.staff_proxy();
        let browser = self.house.staff("screens-trouble");
        let url = proxy.url("/");
        let triage = AtConsole::sign_in_by(browser, &self.served, "triage-1", &url);
        proxy.breaks("/api/", Rule::Cut);
        triage.browser.click("#fetch");
        triage
            .browser
            .find_saying(".strip", "No connection to the server");
        self.look(&triage.browser, "offline");
        proxy.mend();
        proxy.breaks(&staff_asset("opener.wasm"), Rule::Cut);
        let browser = self.house.staff("screens-broken");
        browser.go(&proxy.url("/"));
        browser.find_saying("h1", "The console could not start");
        self.look(&browser, "broken");
    }
}

/// As on the smallest phone we draw for: nothing scrolls sideways.
pub fn narrow(browser: &Browser) {
    let size = json!({"width": PHONE.width, "height": PHONE.height,
        "deviceScaleFactor": 1, "mobile": false});
    browser.devtools("Emulation.setDeviceMetricsOverride", &size);
    let wider = "const page = document.documentElement;
        return page.scrollWidth > page.clientWidth";
    assert_eq!(browser.run(wider, &[]), false, "it scrolls sideways");
}

/// Looks at a screen by day and by night, and leaves it by day.
pub fn look_lit(browser: &Browser, name: &str) {
    for light in ["light", "dark"] {
        lit(browser, "", light);
        look(browser, &format!("{name}-{light}"));
    }
    lit(browser, "", "light");
}

/// Nothing fades: colours are what they are when they are looked at.
pub fn lit(browser: &Browser, media: &str, light: &str) {
    let features = json!([
        {"name": "prefers-color-scheme", "value": light},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]);
    let media = json!({"media": media, "features": features});
    browser.devtools("Emulation.setEmulatedMedia", &media);
}
