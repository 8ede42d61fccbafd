//! Something in a page.

use serde_json::{Value, json};

use crate::webdriver::{Trouble, Wire};

/// The protocol's name of a reference to an element.
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of a page, as it was when it was found.
#[derive(Clone)]
pub struct Element {
    wire: Wire,
}

impl Element {
    pub(crate) fn of(session: &Wire, found: &Value) -> Option<Self> {
        let id = found.get(REFERENCE)?.as_str()?;
        let wire = session.below(&format!("element/{id}"));
        Some(Self { wire })
    }

    /// Whether a person sees it.
    pub fn is_shown(&self) -> bool {
        let shown = self.wire.get("displayed");
        shown.is_ok_and(|shown| shown.as_bool() == Some(true))
    }

    /// Whether a control can be used.
    pub fn is_enabled(&self) -> bool {
        let enabled = self.wire.get("enabled");
        enabled.is_ok_and(|enabled| enabled.as_bool() == Some(true))
    }

    /// Whether a choice is chosen.
    pub fn is_chosen(&self) -> bool {
        let chosen = self.wire.get("selected");
        chosen.is_ok_and(|chosen| chosen.as_bool() == Some(true))
    }

    /// Its text as shown.
    pub fn text(&self) -> String {
        self.string("text")
    }

    /// Whether its text as shown contains this.
    pub fn says(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// What is typed in it.
    pub fn value(&self) -> String {
        self.string("property/value")
    }

    /// An attribute; empty if it has none.
    pub fn attribute(&self, name: &str) -> String {
        self.string(&format!("attribute/{name}"))
    }

    /// Clicks if that can be done now.
    pub fn try_click(&self) -> Option<()> {
        passing(self.wire.post("click", &json!({})))
    }

    /// Types if that can be done now.
    pub fn try_type(&self, text: &str) -> Option<()> {
        passing(self.wire.post("value", &json!({"text": text})))
    }

    /// Empties it if that can be done now.
    pub fn try_clear(&self) -> Option<()> {
        passing(self.wire.post("clear", &json!({})))
    }

    /// Elements within it.
    pub fn all(&self, session: &crate::Browser, css: &str) -> Vec<Self> {
        let body = json!({"using": "css selector", "value": css});
        let found = self.wire.post("elements", &body).unwrap_or_default();
        let found = found.as_array().cloned().unwrap_or_default();
        let found = found.iter();
        found.filter_map(|one| session.element(one)).collect()
    }

    fn string(&self, path: &str) -> String {
        let text = self.wire.get(path).unwrap_or_default();
        text.as_str().unwrap_or_default().to_owned()
    }
}

fn passing(answer: Result<Value, Trouble>) -> Option<()> {
    match answer {
        Ok(_) => Some(()),
        Err(trouble) if trouble.may_pass() => None,
        Err(trouble) => panic!("{trouble:?}"),
    }
}
