//! `[triage]`: how triage works.

use domain::Clocks;
use domain::console::Translator;
use serde::{Deserialize, Serialize};

use super::problem::Found;

/// `[triage]`
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TriageSettings {
    /// `[triage.clocks]`: how long tips of each priority may wait.
    pub clocks: Clocks,
    /// The partnership's own translator, which officers' browsers may ask; nobody unless said.
    pub translator: Option<Translator>,
}

impl TriageSettings {
    pub(super) fn check(&self, found: &mut Found) {
        let some = "at least a minute each, and the more urgent the sooner";
        found.unless(self.clocks.are_sound(), "triage.clocks", some);
    }
}
