//! What an officer does with the console.

use tests::{Browser, Element, Partnership};

/// A signed-in officer.
pub struct AtConsole {
    /// The officer's browser.
    pub browser: Browser,
}

impl AtConsole {
    /// Signs in.
    pub fn sign_in(browser: Browser, served: &Partnership, name: &str) -> Self {
        Self::sign_in_by(browser, served, name, &served.staff("/"))
    }

    /// Signs in by another way to the console.
    pub fn sign_in_by(browser: Browser, served: &Partnership, name: &str, url: &str) -> Self {
        let officer = served.officer(name);
        browser.go(url);
        browser.type_into("#name", &officer.name);
        browser.type_into("#passphrase", &officer.passphrase);
        browser.find_saying("#sign-in[aria-disabled=false]", "Sign in");
        browser.click("#sign-in");
        browser.find("#sign-out");
        Self { browser }
    }

    /// Signs out; nothing is left on the page.
    pub fn sign_out(&self) {
        self.browser.click("#sign-out");
        self.browser.find("#sign-in");
    }

    /// Goes to a room by its link in the rail.
    pub fn enter(&self, place: &str, title: &str) {
        self.browser.click(&format!(".rail a[href='#/{place}']"));
        self.browser.find_saying("#room-title", title);
    }

    /// Fetches the intake until the tip with this first line is listed.
    pub fn wait_for_tip(&self, line: &str) {
        self.enter("triage", "Waiting tips");
        let browser = &self.browser;
        browser.until(&format!("the tip {line:?} in the intake"), || {
            self.lists(line).then_some(()).or_else(|| {
                browser.click("#fetch");
                browser.find("#fetch[aria-disabled=false]");
                None
            })
        });
    }

    /// Whether the intake lists a tip with this first line now.
    pub fn lists(&self, line: &str) -> bool {
        let rows = self.browser.all(".list .row-line");
        rows.iter().any(|row| row.says(line))
    }

    /// Opens a listed tip.
    pub fn read(&self, line: &str) {
        self.browser.until(&format!("{line:?} is opened"), || {
            let rows = self.browser.all(".list .row");
            let row = rows.into_iter().find(|row| row.says(line))?;
            row.try_click()
        });
        self.browser.find_saying(".reading .story", line);
    }

    /// Opens an accepted tip by its title.
    pub fn read_kept(&self, title: &str) {
        self.browser.until(&format!("{title:?} is opened"), || {
            let rows = self.browser.all(".list-cards .row-card");
            rows.into_iter().find(|row| row.says(title))?.try_click()
        });
        self.browser.find("#room-title");
    }

    /// Opens a finished tip by its title.
    pub fn read_finished(&self, title: &str) {
        self.enter("kept", "Accepted tips");
        self.browser.click(".tabs .tab:nth-of-type(3)");
        self.browser.until(&format!("{title:?} is opened"), || {
            let rows = self.browser.all(".list-cards .row-card");
            rows.into_iter().find(|row| row.says(title))?.try_click()
        });
        self.browser.find_saying("#record-title", title);
    }

    /// Accepts the tip being read and comes to its bench.
    pub fn accept(&self) {
        self.browser.click("#accept");
        self.browser
            .find_saying("#room-title", "Grade and sanitise");
        self.browser.find("#title");
    }

    /// Chooses a radio or a checkbox by its id.
    pub fn choose(&self, id: &str) {
        self.browser.click(&format!("label:has(#{id})"));
        self.browser.find(&format!("label:has(#{id}:checked)"));
    }

    /// Chooses a desk.
    pub fn route_to(&self, desk: &str) {
        let input = format!("input[name=desk][value='{desk}']");
        self.browser.click(&format!("label:has({input})"));
        self.browser.find(&format!("label:has({input}:checked)"));
    }

    /// Has a chosen desk only know of the report.
    pub fn inform(&self, desk: &str) {
        let input = format!("input[name='part-{desk}'][value=information]");
        self.browser.click(&format!("label:has({input})"));
        self.browser.find(&format!("label:has({input}:checked)"));
    }

    /// Writes a plain report on the bench, signs it for Bronze Leeds, and has a second officer release it.
    /// Answers its reference.
    pub fn write_and_route(&self, second: &Self, title: &str) -> String {
        let reference = self.write_and_hand_in(title);
        second.release(title);
        reference
    }

    /// Releases what a colleague handed in.
    pub fn release(&self, title: &str) {
        self.read_to_release(title);
        self.do_after_asking("Release", "Sign and send");
        self.browser
            .find_saying(".notice-title", "Released and sent");
    }

    /// Opens what a colleague handed in.
    pub fn read_to_release(&self, title: &str) {
        self.enter("release", "To release");
        self.browser.until(&format!("{title:?} is opened"), || {
            let rows = self.browser.all(".list .row");
            let row = rows.into_iter().find(|row| row.says(title));
            row.and_then(|row| row.try_click()).or_else(|| {
                self.do_at_once("Read again");
                None
            })
        });
        self.browser.find_saying(".sheet h3", title);
    }

    /// In the room of what is to be released: this is not there any more.
    pub fn waits_no_longer(&self, title: &str) {
        self.browser.until(&format!("{title:?} is gone"), || {
            let list = self.browser.find(".pane-list");
            (!list.says(title)).then_some(())
        });
    }

    /// Signs the work on the bench as it stands.
    pub fn sign_again(&self) {
        self.check();
        self.browser.click("#route");
        self.browser.find("#waits");
    }

    /// Presses the button with these words.
    pub fn press_button(&self, words: &str) {
        self.browser.until(&format!("{words:?} is pressed"), || {
            let buttons = self.browser.all("button");
            let button = buttons.into_iter().find(|one| one.text() == words)?;
            button.try_click()
        });
    }

    /// Presses a button if it is there.
    pub fn do_at_once(&self, words: &str) {
        let buttons = self.browser.all("button");
        let button = buttons.into_iter().find(|one| one.text() == words);
        button.and_then(|one| one.try_click());
    }

    /// Writes a plain report on the bench and signs it for Bronze Leeds. Answers its reference.
    pub fn write_and_hand_in(&self, title: &str) -> String {
        let browser = &self.browser;
        self.choose("priority-1");
        browser.type_into("#title", title);
        browser.type_into("#item-1-text", "Goods are sold under false names.");
        self.take_usual_grade();
        browser.type_into("#provenance", "Seen in the area.");
        self.choose("grade-source-1");
        self.choose("grade-assessment-1");
        self.choose("grade-handling");
        browser.type_into("#purpose", "Prevention and detection of crime");
        self.choose("pii");
        self.route_to("bronze/leeds");
        self.saved();
        self.check();
        browser.click("#route");
        browser.find_saying("#record-title", title);
        browser.find("#reference").text()
    }

    /// Gives the first item the usual grade; the focus goes on to the first choice, and what is typed
    /// before it has come there would be lost.
    pub fn take_usual_grade(&self) {
        self.browser.click("#item-1-usual");
        self.browser.until("the focus goes on to the grade", || {
            let focused = self.browser.focused()?;
            (focused.attribute("id") == "item-1-source").then_some(())
        });
    }

    /// Has the work checked and comes to its review; what is missing is said at once.
    pub fn check(&self) {
        let browser = &self.browser;
        browser.click("#check");
        browser.until("the work is checked", || {
            let wrong = browser.all("#error-summary");
            let wrong: Vec<_> = wrong.into_iter().filter(Element::is_shown).collect();
            let said: Vec<_> = wrong.iter().map(Element::text).collect();
            assert!(said.is_empty(), "it is not ready: {said:?}");
            browser.shows("#review-title").then_some(())
        });
    }

    /// Does a deed that asks first.
    pub fn do_after_asking(&self, label: &str, yes: &str) {
        for words in [label, yes] {
            self.press_button(words);
        }
    }

    /// Waits until the draft is saved.
    pub fn saved(&self) {
        self.browser.find_saying("#saved", "Saved sealed ·");
    }
}
