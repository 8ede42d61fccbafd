//! `[backup]`: who can open backups.

use backup::{NotRecipients, Recipients};
use serde::{Deserialize, Serialize};

use super::problem::{Found, Problems};

/// `[backup]`
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BackupSettings {
    /// Recovery keys, each of which opens every backup: `age1pq1…` as `ginnel-keys backup key` printed
    /// it. Their secret halves lie offline.
    pub recipients: Vec<String>,
}

impl BackupSettings {
    /// Whom backups are sealed to.
    pub fn recipients(&self) -> Result<Recipients, NotRecipients> {
        Recipients::parse(&self.recipients)
    }

    pub(super) fn check(&self, found: &mut Found) {
        let problem = match self.recipients() {
            // Whoever makes no backups needs none.
            Ok(_) | Err(NotRecipients::None) => return,
            Err(NotRecipients::NotOne) => "not age1pq1… as `ginnel-keys backup key` printed it",
            Err(NotRecipients::Twice) => "the same recipient stands there twice",
        };
        found.all_of::<()>(Err(Problems::one("backup.recipients", problem)));
    }
}
