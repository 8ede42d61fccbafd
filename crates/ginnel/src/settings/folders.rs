//! `[folders]`: where everything lies that is not in the settings.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Paths may be relative to the folder the settings lie in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FolderSettings {
    /// The installation's data; the settings' own folder if not said.
    pub data: Option<PathBuf>,
    /// What `bundle` made: pages, scripts and modules.
    pub site: Option<PathBuf>,
}

impl FolderSettings {
    /// Takes relative paths as relative to this folder, which is also where data lies unless said.
    pub(super) fn resolve(&mut self, folder: &Path) {
        self.data = Some(match self.data.take() {
            Some(data) => folder.join(data),
            None => folder.into(),
        });
        self.site = self.site.take().map(|site| folder.join(site));
    }
}
