//! What an officer does with the console.

use tests::{Browser, Partnership};

/// A signed-in officer.
pub struct AtConsole {
    /// The officer's browser.
    pub browser: Browser,
}

impl AtConsole {
    /// Signs in.
    pub fn sign_in(browser: Browser, served: &Partnership, name: &str) -> Self {
        let officer = served.officer(name);
        browser.go(&served.staff("/"));
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

    /// Does a deed that asks first.
    pub fn do_after_asking(&self, label: &str, yes: &str) {
        for words in [label, yes] {
            self.browser.until(&format!("{words:?} is pressed"), || {
                let buttons = self.browser.all("button");
                let button = buttons.into_iter().find(|one| one.text() == words)?;
                button.try_click()
            });
        }
    }

    /// Waits until the draft is saved.
    pub fn saved(&self) {
        self.browser.find_saying("#saved", "Saved sealed ·");
    }
}
