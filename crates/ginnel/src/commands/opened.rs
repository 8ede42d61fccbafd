//! An installation opened by an operator's command, beside a server that may be running.

use std::path::Path;

use storage_sqlite::SqliteStore;

use crate::folder::{Folder, FolderError};
use crate::place::Place;
use crate::settings::{Settings, SettingsError};

/// Why an installation did not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenedError {
    /// The settings cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The data folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

/// An installation's files.
pub struct Opened {
    /// Where they lie.
    pub folder: Folder,
    /// What the operator decided.
    pub settings: Settings,
    /// The store, which is this installation's.
    pub store: SqliteStore,
}

impl Opened {
    /// Opens the installation these settings are for.
    pub async fn at(file: &Path) -> Result<Self, OpenedError> {
        let Place { folder, settings } = Place::read(file)?;
        let store = folder.open_store_of(settings.installation.id).await?;
        Ok(Self {
            folder,
            settings,
            store,
        })
    }
}
