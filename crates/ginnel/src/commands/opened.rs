//! An installation opened by an operator's command, beside a server that may be running.

use std::path::Path;
use std::sync::Arc;

use storage::Store;

use crate::database::{Database, DatabaseError};
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
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] DatabaseError),
}

/// An installation's files.
pub struct Opened {
    /// Where they lie.
    pub folder: Folder,
    /// What the operator decided.
    pub settings: Settings,
    /// The store, which is this installation's.
    pub store: Arc<dyn Store>,
}

impl Opened {
    /// Opens the installation these settings are for.
    pub async fn at(file: &Path) -> Result<Self, OpenedError> {
        let place = Place::read(file)?;
        let store = Database::open(&place).await?.store();
        let Place {
            folder, settings, ..
        } = place;
        Ok(Self {
            folder,
            settings,
            store,
        })
    }
}
