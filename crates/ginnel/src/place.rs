//! Where an installation is: its settings, and the folder they name.

use std::path::{Path, PathBuf};

use crate::folder::Folder;
use crate::settings::{Settings, SettingsError};

/// The file of the settings in a data folder.
pub const SETTINGS_FILE: &str = "ginnel.toml";

/// An installation, not opened yet.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file of the settings.
    pub file: PathBuf,
    /// Where its files lie.
    pub folder: Folder,
    /// What the operator decided.
    pub settings: Settings,
}

impl Place {
    /// Reads the settings in this file. Data lies beside them unless they say otherwise.
    pub fn read(file: &Path) -> Result<Self, SettingsError> {
        let settings = Settings::read(file)?;
        let data = settings.folders.data.as_deref();
        let folder = Folder::at(data.or(file.parent()).unwrap_or(Path::new("")));
        let file = file.into();
        Ok(Self {
            file,
            folder,
            settings,
        })
    }
}
