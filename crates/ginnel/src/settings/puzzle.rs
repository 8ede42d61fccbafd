//! `[puzzle]`: work a browser does before a tip is taken.

use serde::{Deserialize, Serialize};

use super::problem::Found;

/// `[puzzle]`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PuzzleSettings {
    /// Rounds of PBKDF2 that it takes at most while few come, and half of them at least.
    pub rounds: u32,
}

impl Default for PuzzleSettings {
    fn default() -> Self {
        Self { rounds: 150_000 }
    }
}

impl PuzzleSettings {
    pub(super) fn check(self, found: &mut Found) {
        let some = (1..=100_000_000).contains(&self.rounds);
        found.unless(some, "puzzle.rounds", "between 1 and 100000000");
    }
}
