//! `[process]`: what may be done with the running program.

use serde::{Deserialize, Serialize};

/// `[process]`
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProcessSettings {
    /// Whether the same user may read the server's memory and a crash may leave an image of it: only
    /// for finding faults, and for tests that search it.
    pub may_be_debugged: bool,
}
