//! How urgent a tip is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::desk::{as_text, coded};

/// The text names no priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no priority has this name")]
pub struct UnknownPriority;

coded! {
    /// How urgent a tip is, most urgent first.
    Priority {
        /// Threat to life, serious harm, imminent risk or a live opportunity.
        P1 = "P1", "Threat to life or serious harm, imminent risk, or a live opportunity";
        /// Time critical.
        P2 = "P2", "Time critical";
        /// All other criminal intelligence.
        P3 = "P3", "All other criminal intelligence";
    }
}

impl fmt::Display for Priority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Priority {
    type Err = UnknownPriority;
    fn from_str(text: &str) -> Result<Self, UnknownPriority> {
        Self::from_code(text).ok_or(UnknownPriority)
    }
}
as_text!(Priority);
