//! `[storage]`: the database.

use serde::{Deserialize, Serialize};

/// `[storage]`
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StorageSettings {
    /// Whether any command brings an older database to its own version; else only `ginnel migrate` does.
    pub migrate_by_itself: bool,
}
