//! The database: chosen once, by the settings, and opened only if it is this installation's.

use std::sync::Arc;

use domain::InstallationId;
use storage::{SetInstallationError, Store, StoreError};
use storage_sqlite::{OpenError, SqliteStore, migrations};

use crate::folder::Folder;
use crate::place::Place;

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// The store was never named.
    #[error("there is no installation here: run ginnel init first")]
    NotAnInstallation,
    /// The store is another installation's.
    #[error("the store is installation {found}'s, but the settings say {expected}")]
    OtherInstallation {
        /// What the store says.
        found: InstallationId,
        /// What the settings say.
        expected: InstallationId,
    },
    /// The files do not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The store does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store could not be named.
    #[error(transparent)]
    Name(#[from] SetInstallationError),
}

/// An open database.
#[derive(Clone)]
pub enum Database {
    /// Two files in the data folder.
    Sqlite(Arc<SqliteStore>),
}

impl Database {
    /// Opens the database, makes it if there is none, and brings it to this version: a beginning.
    pub async fn begin(folder: &Folder) -> Result<Self, DatabaseError> {
        let store = SqliteStore::open(folder.path()).await?;
        Ok(Self::Sqlite(Arc::new(store)))
    }

    /// Opens the database of exactly this installation. An older one is brought to this version only
    /// if the settings say so, or in a demonstration.
    pub async fn open(place: &Place) -> Result<Self, DatabaseError> {
        if !place.folder.has_store() {
            return Err(DatabaseError::NotAnInstallation);
        }
        let by_itself = place.settings.storage.migrate_by_itself;
        if by_itself || place.folder.holds_a_demonstration() {
            for step in Self::migrate(place).await? {
                tracing::info!(%step, "the database was brought forward");
            }
        }
        let store = SqliteStore::open_as_it_is(place.folder.path()).await?;
        let database = Self::Sqlite(Arc::new(store));
        database.check_named(place.settings.installation.id).await?;
        Ok(database)
    }

    /// Brings the database to this version. Answers each step that was due.
    pub async fn migrate(place: &Place) -> Result<Vec<String>, DatabaseError> {
        if !place.folder.has_store() {
            return Err(DatabaseError::NotAnInstallation);
        }
        let steps = migrations::run(place.folder.path()).await?;
        Ok(steps.iter().map(ToString::to_string).collect())
    }

    /// The store in it.
    pub fn store(&self) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(store) => store.clone(),
        }
    }

    /// Closes it; what is under way ends first.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(store) => store.close().await,
        }
    }

    async fn check_named(&self, expected: InstallationId) -> Result<(), DatabaseError> {
        match self.store().installation().await? {
            Some(found) if found == expected => Ok(()),
            Some(found) => Err(DatabaseError::OtherInstallation { found, expected }),
            None => Err(DatabaseError::NotAnInstallation),
        }
    }
}
