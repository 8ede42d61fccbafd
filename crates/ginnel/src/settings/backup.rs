//! `[backup]`: who can open backups, where they lie and for how long.

use std::path::{Path, PathBuf};

use backup::{NotRecipients, Recipients};
use serde::{Deserialize, Serialize};

use super::problem::{Found, Problems};

/// `[backup]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BackupSettings {
    /// Recovery keys, each of which opens every backup: `age1pq1…` as `ginnel-keys backup key` printed
    /// it. Their secret halves lie offline.
    pub recipients: Vec<String>,
    /// The folder that backups are written to, unless a command names another place.
    pub folder: Option<PathBuf>,
    /// Days after which a backup is deleted from that folder.
    pub keep_days: u16,
}

impl Default for BackupSettings {
    fn default() -> Self {
        Self {
            recipients: Vec::new(),
            folder: None,
            keep_days: 28,
        }
    }
}

impl BackupSettings {
    /// Whom backups are sealed to.
    pub fn recipients(&self) -> Result<Recipients, NotRecipients> {
        Recipients::parse(&self.recipients)
    }

    /// Takes a relative path as relative to this folder.
    pub(super) fn resolve(&mut self, folder: &Path) {
        self.folder = self.folder.take().map(|backups| folder.join(backups));
    }

    pub(super) fn check(&self, found: &mut Found) {
        let days = (1..=28).contains(&self.keep_days);
        let problem = "between 1 and 28: what is deleted here must not lie there for longer";
        found.unless(days, "backup.keep_days", problem);
        let problem = match self.recipients() {
            // Whoever makes no backups needs none.
            Ok(_) | Err(NotRecipients::None) => return,
            Err(NotRecipients::NotOne) => "not age1pq1… as `ginnel-keys backup key` printed it",
            Err(NotRecipients::Twice) => "the same recipient stands there twice",
        };
        found.all_of::<()>(Err(Problems::one("backup.recipients", problem)));
    }
}
