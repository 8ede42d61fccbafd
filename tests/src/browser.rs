//! A Chromium of somebody's own: what a resident or an officer does with it.

use std::path::PathBuf;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::element::Element;
use crate::place;
use crate::runner::say;
use crate::wait::until;
use crate::webdriver::{Trouble, Wire};

/// The size of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// An officer's screen.
pub const DESK: Look = Look {
    width: 1_280,
    height: 900,
};

/// The smallest phone we draw for.
pub const PHONE: Look = Look {
    width: 320,
    height: 640,
};

/// Whether pages may run scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    /// As most people have it.
    On,
    /// As in Tor Browser's safest level.
    Off,
}

/// A running Chromium with one page; dropping it ends it, with a picture if the test has failed.
pub struct Browser {
    wire: Wire,
    name: String,
    profile: PathBuf,
}

const FLAGS: &[&str] = &[
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Nothing leaves this machine, whatever a page links to.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// Whether a browser begins with what was open when it ended, as many people have it.
const REOPENS: &str = "session.restore_on_startup";

impl Browser {
    /// Starts one. Its name is in its pictures.
    pub fn open(driver: &Driver, name: &str, look: Look, scripts: Scripts) -> Self {
        let mut flags: Vec<String> = FLAGS.iter().map(|&flag| flag.into()).collect();
        let profile = place::scratch(&format!("profile-{name}"));
        flags.push(format!("--user-data-dir={}", profile.display()));
        flags.push(format!("--window-size={},{}", look.width, look.height));
        if is_root() {
            flags.push("--no-sandbox".into());
        }
        let preferences = match scripts {
            Scripts::On => json!({REOPENS: 1}),
            Scripts::Off => {
                json!({REOPENS: 1, "profile.managed_default_content_settings.javascript": 2})
            }
        };
        let browser = Self {
            wire: driver.session(&flags, &preferences),
            name: name.into(),
            profile,
        };
        // A window is never as narrow as a phone, a page can be.
        browser.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({"width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": false}),
        );
        browser
    }

    /// Ends it, and says where its profile lies, with all that it keeps.
    pub fn end(self) -> PathBuf {
        let profile = self.profile.clone();
        drop(self);
        profile
    }

    /// Goes to an address.
    pub fn go(&self, url: &str) {
        self.must(self.wire.post("url", &json!({"url": url})));
    }

    /// Presses the browser's Back.
    pub fn back(&self) {
        self.must(self.wire.post("back", &json!({})));
    }

    /// Presses the browser's Forward.
    pub fn forward(&self) {
        self.must(self.wire.post("forward", &json!({})));
    }

    /// Reloads the page.
    pub fn reload(&self) {
        self.must(self.wire.post("refresh", &json!({})));
    }

    /// Where it is.
    pub fn address(&self) -> String {
        let url = self.must(self.wire.get("url"));
        url.as_str().unwrap_or_default().to_owned()
    }

    /// The page's title.
    pub fn title(&self) -> String {
        let title = self.must(self.wire.get("title"));
        title.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an element that is shown.
    pub fn find(&self, css: &str) -> Element {
        self.until(&format!("`{css}` is shown"), || {
            let shown = |element: &Element| element.is_shown();
            self.all(css).into_iter().find(shown)
        })
    }

    /// Waits for an element with this text that is shown.
    pub fn find_saying(&self, css: &str, text: &str) -> Element {
        self.until(&format!("`{css}` says {text:?}"), || {
            let says = |element: &Element| element.is_shown() && element.says(text);
            self.all(css).into_iter().find(says)
        })
    }

    /// Every element that is there now, shown or not.
    pub fn all(&self, css: &str) -> Vec<Element> {
        let found = self.try_post("elements", &json!({"using": "css selector", "value": css}));
        let found = found.and_then(|found| found.as_array().cloned());
        let found = found.unwrap_or_default();
        found.iter().filter_map(|one| self.element(one)).collect()
    }

    /// Whether an element is there and shown now.
    pub fn shows(&self, css: &str) -> bool {
        self.all(css).iter().any(Element::is_shown)
    }

    /// Waits until no such element is shown.
    pub fn gone(&self, css: &str) {
        self.until(&format!("`{css}` is gone"), || {
            (!self.shows(css)).then_some(())
        });
    }

    /// Clicks, as soon as that can be done.
    pub fn click(&self, css: &str) {
        let bare = "document.querySelector(arguments[0])?.scrollIntoView({block: 'center'})";
        self.until(&format!("`{css}` can be clicked"), || {
            let clicked = self.find(css).try_click();
            // It may lie under the head of the page, which stays where it is.
            clicked.or_else(|| {
                self.run(bare, &[css.into()]);
                None
            })
        });
    }

    /// Types into a field, as soon as that can be done.
    pub fn type_into(&self, css: &str, text: &str) {
        self.until(&format!("`{css}` can be typed into"), || {
            self.find(css).try_type(text)
        });
    }

    /// Empties a field and types into it.
    pub fn retype(&self, css: &str, text: &str) {
        self.until(&format!("`{css}` can be emptied"), || {
            self.find(css).try_clear()
        });
        self.type_into(css, text);
    }

    /// Presses keys wherever the focus is, special ones as in [`crate::keys`].
    pub fn press(&self, keys: &str) {
        let actions: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                let key = key.to_string();
                [
                    json!({"type": "keyDown", "value": key}),
                    json!({"type": "keyUp", "value": key}),
                ]
            })
            .collect();
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": actions});
        self.must(self.wire.post("actions", &json!({"actions": [keyboard]})));
    }

    /// The element that has the focus.
    pub fn focused(&self) -> Option<Element> {
        let found = self.wire.get("element/active").ok()?;
        self.element(&found)
    }

    /// Runs a script's body with `arguments`; what it returns may be a promise.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let body = json!({"script": script, "args": arguments});
        self.must(self.wire.post("execute/sync", &body))
    }

    /// The text of the whole page, as shown.
    pub fn text(&self) -> String {
        self.find("body").text()
    }

    /// The document's source as it stands now.
    pub fn source(&self) -> String {
        let source = self.must(self.wire.get("source"));
        source.as_str().unwrap_or_default().to_owned()
    }

    /// Keeps a picture of the page in `target/screenshots`.
    pub fn shot(&self, name: &str) {
        let file = self.try_shot(name);
        assert!(file.is_some(), "no picture of {name}");
    }

    /// Waits with a picture at the end of patience.
    pub fn until<T>(&self, what: &str, found: impl FnMut() -> Option<T>) -> T {
        until(
            &format!("{} (in the browser of {})", what, self.name),
            found,
        )
    }

    /// Speaks to the browser itself.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({"cmd": command, "params": parameters});
        self.must(self.wire.post("goog/cdp/execute", &body))
    }

    pub(crate) fn element(&self, found: &Value) -> Option<Element> {
        Element::of(&self.wire, found)
    }

    fn try_post(&self, path: &str, body: &Value) -> Option<Value> {
        match self.wire.post(path, body) {
            Ok(value) => Some(value),
            Err(trouble) if trouble.may_pass() => None,
            Err(trouble) => panic!("{}: {trouble:?}", self.name),
        }
    }

    fn must(&self, answer: Result<Value, Trouble>) -> Value {
        answer.unwrap_or_else(|trouble| panic!("{}: {trouble:?}", self.name))
    }

    /// What the page says as it stands; empty if it cannot be asked.
    fn said(&self) -> String {
        let body = json!({"script": "return document.body.innerText", "args": []});
        let said = self.wire.post("execute/sync", &body).unwrap_or_default();
        said.as_str().unwrap_or_default().to_owned()
    }

    fn try_shot(&self, name: &str) -> Option<PathBuf> {
        let picture = self.wire.get("screenshot").ok()?;
        let picture = BASE64_STANDARD.decode(picture.as_str()?).ok()?;
        let file = place::screenshots().join(format!("{name}.png"));
        std::fs::write(&file, picture).ok()?;
        Some(file)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = self.try_shot(&format!("failed-{}", self.name));
            // No failed trial holds anything but invented words.
            say(&format!(
                "{} had before them:\n{}\n",
                self.name,
                self.said()
            ));
        }
        let _ = self.wire.delete("");
    }
}

fn is_root() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ids = status.lines().find_map(|line| line.strip_prefix("Uid:"));
    ids.and_then(|ids| ids.split_whitespace().nth(1)) == Some("0")
}
