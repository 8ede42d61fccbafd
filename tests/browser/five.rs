//! Five officers at once, two of triage, their supervisor and two of Bronze, on either database: who is
//! first, who loses what they held, who hands on, who leaves.

use std::process::Command;
use std::time::Duration;

use cluster::Cluster;
use tests::{Browser, NO_LIMITS, Partnership, patiently, program};

use crate::hands::{close_as, press, say_why};
use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;

const RACED: &str = "Both officers press at the same moment";
const TITLE: &str = "Goods carried in by night";
const THREAT: &str = "They say that he will be hurt on Friday";
const LEFT: &str = "Whoever took this one has left";
const LEFT_TITLE: &str = "Left on a bench";
const CALM: Duration = Duration::from_secs(90);

/// Everybody, signed in all day.
struct Shift {
    served: Partnership,
    triage: [AtConsole; 2],
    supervisor: AtConsole,
    bronze: [AtConsole; 2],
}

pub fn five_officers_at_once_on_the_embedded_store(house: &House) {
    Shift::begin(
        house,
        "five-files",
        Partnership::make("five-files", NO_LIMITS),
    )
    .work();
}

pub fn five_officers_at_once_in_two_databases(house: &House) {
    let cluster = Cluster::shared().unwrap_or_else(|error| panic!("{error}"));
    let databases = [(); 2].map(|()| cluster.database().expect("a cluster of ours"));
    let addresses = databases.each_ref().map(cluster::Database::address);
    let served = Partnership::make_in_databases("five-databases", NO_LIMITS, &addresses);
    assert!(!served.data().join("store.sqlite").exists());
    Shift::begin(house, "five-databases", served).work();
}

impl Shift {
    fn begin(house: &House, name: &str, served: Partnership) -> Self {
        let at = |officer: &str| {
            let browser = house.staff(&format!("{name}-{officer}"));
            AtConsole::sign_in(browser, &served, officer)
        };
        let triage = ["triage-1", "triage-2"].map(at);
        let supervisor = at("supervisor");
        let bronze = ["bronze-leeds", "bronze-leeds-2"].map(at);
        Self {
            served,
            triage,
            supervisor,
            bronze,
        }
    }

    fn work(self) {
        let [(holder, _), (other, name)] = self.one_of_two_accepts();
        self.what_is_taken_back_is_lost_and_told(holder);
        let reference = self.what_is_handed_on_is_routed(other, name);
        self.one_of_two_takes_it_on(&reference);
        self.a_threat_to_life_is_recorded_while_others_look(holder, other);
        self.what_a_leaver_held_goes_on();
    }

    /// Who of the two has it, and who has not.
    fn one_of_two_accepts(&self) -> [(&AtConsole, &'static str); 2] {
        self.served.send(RACED);
        for officer in &self.triage {
            officer.wait_for_tip(RACED);
            officer.read(RACED);
        }
        for officer in &self.triage {
            officer.browser.click("#accept");
        }
        let has = |officer: &AtConsole| officer.browser.shows("#title:enabled");
        let [one, two] = &self.triage;
        let both = [(one, "triage-1"), (two, "triage-2")];
        let ended = patiently("one of both has it", CALM, || {
            let [first, second] = both;
            match (has(one), has(two)) {
                (true, _) => Some([first, second]),
                (false, true) => Some([second, first]),
                (false, false) => None,
            }
        });
        let told = "Another officer took this tip first";
        let [_, (other, _)] = ended;
        other.browser.find_saying(".notice-title", told);
        assert!(!other.lists(RACED) && !has(other));
        ended
    }

    fn what_is_taken_back_is_lost_and_told(&self, first: &AtConsole) {
        let supervisor = &self.supervisor;
        first.browser.type_into("#title", TITLE);
        first.saved();
        supervisor.enter("kept", "Accepted tips");
        supervisor.read_kept(TITLE);
        supervisor.browser.find_saying(".strip-bad", "holds it");
        let why = "Both of you are wanted elsewhere";
        say_why(
            supervisor,
            "Take it back",
            "#take-back-why",
            why,
            "Take it back now",
        );
        supervisor
            .browser
            .find_saying(".notice-title", "Taken back");
        first.browser.type_into("#purpose", "Typed too late");
        first
            .browser
            .find_saying(".strip-bad", "supervisor holds it");
        assert_eq!(first.browser.find("#purpose").value(), "Typed too late");
    }

    /// Answers the report's reference.
    fn what_is_handed_on_is_routed(&self, second: &AtConsole, name: &str) -> String {
        let browser = &self.supervisor.browser;
        browser.click("#ways-out");
        press(&self.supervisor, "Hand to a colleague");
        browser.find("#hand-over-why");
        choose_by_name(browser, "#hand-over-to", name);
        browser.type_into("#hand-over-why", "You know the street");
        press(&self.supervisor, "Hand it over");
        let told = format!("Handed to {name}");
        browser.find_saying(".notice-title", &told);
        second.enter("kept", "Accepted tips");
        second.browser.until("it is in the list", || {
            let rows = second.browser.all(".list-cards .row-card");
            let handed = rows
                .iter()
                .any(|row| row.says("Handed to you by supervisor"));
            handed.then_some(()).or_else(|| {
                press(second, "Read again");
                None
            })
        });
        second.read_kept(TITLE);
        second.browser.find("#title:enabled");
        second.browser.retype("#title", "");
        second.write_and_route(&self.supervisor, TITLE)
    }

    fn one_of_two_takes_it_on(&self, reference: &str) {
        for officer in &self.bronze {
            officer.enter("inbox/bronze/leeds", "reports");
            officer.browser.until("the report is listed", || {
                let listed = officer.browser.shows(".list .row-new");
                listed.then_some(()).or_else(|| {
                    officer.do_at_once("Read again");
                    None
                })
            });
        }
        for officer in &self.bronze {
            officer.browser.click(".list .row-new");
            officer.browser.find_saying(".quote", reference);
        }
        for officer in &self.bronze {
            officer.browser.click("#acknowledge");
        }
        let taken = format!("Taken on: {reference}");
        let told = "A colleague acknowledged it before you";
        let said = |officer: &AtConsole, words: &str| {
            let titles = officer.browser.all(".notice-title");
            titles.iter().any(|title| title.says(words))
        };
        patiently("one took it on and the other was told", CALM, || {
            let [one, two] = &self.bronze;
            let first = said(one, &taken) && said(two, told);
            (first || said(two, &taken) && said(one, told)).then_some(())
        });
        look(&self.bronze[0].browser, "five-01-bronze");
    }

    /// The first of them still has text on the bench that was taken from them.
    fn a_threat_to_life_is_recorded_while_others_look(&self, one: &AtConsole, two: &AtConsole) {
        self.served.send(THREAT);
        for officer in [one, two, &self.supervisor] {
            officer.wait_for_tip(THREAT);
            officer.read(THREAT);
        }
        let browser = &one.browser;
        browser.click("#accept");
        // What the supervisor took back was typed in and never saved: that does not bar the way to a threat.
        browser.find_saying("#unsaved-elsewhere", "not saved");
        look(browser, "five-02-unsaved-elsewhere");
        one.do_after_asking("Give it up and open this tip", "Give it up");
        browser.find("#title");
        one.choose("priority");
        one.choose("threat");
        browser.find_saying(".control-room", "tell the Force Control Room now");
        close_as(one, "close-known");
        browser.find_saying("#error-summary", "say who was told");
        browser.type_into("#threat-told", "Duty inspector");
        browser.click("#threat-now");
        browser.type_into("#threat-incident", "2203");
        browser.type_into("#threat-by", "Call handler 12");
        one.saved();
        close_as(one, "close-known");
        browser.find_saying(".notice-title", "Closed without a report");
        for officer in [two, &self.supervisor] {
            officer.browser.click("#accept");
            let told = "Another officer took this tip first";
            officer.browser.find_saying(".notice-title", told);
        }
    }

    fn what_a_leaver_held_goes_on(&self) {
        let ([stays, leaver], supervisor) = (&self.triage, &self.supervisor);
        self.served.send(LEFT);
        leaver.wait_for_tip(LEFT);
        leaver.read(LEFT);
        leaver.accept();
        leaver.browser.type_into("#title", LEFT_TITLE);
        leaver.saved();
        supervisor.enter("desk", "The desk now");
        supervisor.browser.find_saying("table", "Held by triage-2");
        remove(&self.served, "triage-2");
        leaver
            .browser
            .type_into("#purpose", "Written after leaving");
        let told = "This session was ended from elsewhere";
        leaver.browser.find_saying(".gate-card", told);
        look(&leaver.browser, "five-03-who-left");
        stays.enter("kept", "Accepted tips");
        stays.read_kept(LEFT_TITLE);
        stays.browser.find("#title:enabled");
        let purpose = stays.browser.find("#purpose").value();
        assert!(!purpose.contains("after leaving"), "{purpose}");
        supervisor.enter("triage", "Waiting tips");
        supervisor.enter("desk", "The desk now");
        supervisor.browser.find_saying("table", "Held by triage-1");
        look(&supervisor.browser, "five-04-the-desk");
    }
}

fn choose_by_name(browser: &Browser, list: &str, name: &str) {
    let script = "const list = document.querySelector(arguments[0]);
        list.value = [...list.options].find((one) => one.text.startsWith(arguments[1])).value;
        list.dispatchEvent(new Event('change', {bubbles: true}));";
    browser.run(script, &[list.into(), name.into()]);
}

/// As an operator types it when somebody leaves.
fn remove(served: &Partnership, name: &str) {
    let ginnel = |words: &[&str]| {
        let mut ginnel = Command::new(program("GINNEL_BIN"));
        let done = ginnel.args(words).arg("--data").arg(served.data()).output();
        let done = done.expect("ginnel is a program");
        assert!(done.status.success(), "{words:?}");
        String::from_utf8(done.stdout).expect("it speaks")
    };
    let listed = ginnel(&["officer", "list"]);
    let mut lines = listed.lines().map(|line| line.split("  "));
    let id = lines.find_map(|mut words| {
        let id = words.next()?;
        words.any(|word| word == name).then_some(id)
    });
    ginnel(&[
        "officer",
        "remove",
        "--officer",
        id.expect("they are listed"),
    ]);
}
