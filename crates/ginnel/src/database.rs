//! The database: chosen once, by the settings, and opened only if it is this installation's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use backup::Item;
use domain::InstallationId;
use secrecy::ExposeSecret;
use storage::{SetInstallationError, Store, StoreError};
use storage_postgres::{Address, AddressError, PostgresStore};
use storage_sqlite::SqliteStore;

use crate::folder::{Folder, copy_private};
use crate::place::Place;
use crate::settings::{Backend, SecretFile, SecretFileError, StorageSettings};

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
    /// Where the database is cannot be read.
    #[error(transparent)]
    Secret(#[from] SecretFileError),
    /// Where the database is makes no sense. Never repeats it: it may hold a password.
    #[error("{}: {problem}", .file.display())]
    Address {
        /// The file that should say it.
        file: PathBuf,
        /// What is wrong.
        problem: AddressError,
    },
    /// The settings do not say where the databases are.
    #[error("storage.store_url_file and storage.wrappers_url_file are not said")]
    NoAddress,
    /// The files do not open.
    #[error(transparent)]
    Sqlite(#[from] storage_sqlite::OpenError),
    /// The databases do not open.
    #[error(transparent)]
    Postgres(#[from] storage_postgres::OpenError),
    /// The store was not copied to a file, or not from one.
    #[error(transparent)]
    Copy(#[from] storage_postgres::snapshot::SnapshotError),
    /// The store's file is damaged.
    #[error("the store's file is damaged: {0}")]
    Damaged(String),
    /// The store does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store could not be named.
    #[error(transparent)]
    Name(#[from] SetInstallationError),
}

/// Where the database is.
pub(crate) enum Site {
    /// In this folder.
    Sqlite(PathBuf),
    /// At these addresses: the store's and the wrappers'.
    Postgres(Box<[Address; 2]>),
}

/// An open database.
#[derive(Clone)]
pub enum Database {
    /// Two files in the data folder.
    Sqlite(Arc<SqliteStore>),
    /// Two databases.
    Postgres(Arc<PostgresStore>),
}

impl Site {
    /// Where the settings say.
    pub(crate) fn of(folder: &Folder, settings: &StorageSettings) -> Result<Self, DatabaseError> {
        if settings.backend == Backend::Sqlite {
            return Ok(Self::Sqlite(folder.path().into()));
        }
        let [store, wrappers] = settings.url_files().ok_or(DatabaseError::NoAddress)?;
        let both = [address(store)?, address(wrappers)?];
        Ok(Self::Postgres(Box::new(both)))
    }
}

fn address(file: &SecretFile) -> Result<Address, DatabaseError> {
    let secret = file.read()?;
    // EXPOSE: the address is parsed, and does not print from then on.
    let parsed = secret.expose_secret().parse();
    parsed.map_err(|problem| DatabaseError::Address {
        file: file.path().into(),
        problem,
    })
}

impl Database {
    /// Opens the database, makes it if there is none, and brings it to this version: a beginning.
    pub async fn begin(folder: &Folder, settings: &StorageSettings) -> Result<Self, DatabaseError> {
        Ok(match Site::of(folder, settings)? {
            Site::Sqlite(folder) => Self::Sqlite(Arc::new(SqliteStore::open(&folder).await?)),
            Site::Postgres(addresses) => {
                let [store, wrappers] = *addresses;
                let store = PostgresStore::open(&store, &wrappers).await?;
                Self::Postgres(Arc::new(store))
            }
        })
    }

    /// Opens the database of exactly this installation. An older one is brought to this version only
    /// if the settings say so, or in a demonstration.
    pub async fn open(place: &Place) -> Result<Self, DatabaseError> {
        if place.settings.storage.migrate_by_itself || place.folder.holds_a_demonstration() {
            for step in Self::migrate(place).await? {
                tracing::info!(%step, "the database was brought forward");
            }
        }
        Self::open_as_it_is(place).await
    }

    /// Opens the database of exactly this installation if it is at this program's version; changes
    /// nothing.
    pub(crate) async fn open_as_it_is(place: &Place) -> Result<Self, DatabaseError> {
        let database = match begun(place)? {
            Site::Sqlite(folder) => {
                Self::Sqlite(Arc::new(SqliteStore::open_as_it_is(&folder).await?))
            }
            Site::Postgres(addresses) => {
                let [store, wrappers] = *addresses;
                let store = PostgresStore::open_as_it_is(&store, &wrappers).await?;
                Self::Postgres(Arc::new(store))
            }
        };
        database.check_named(place.settings.installation.id).await?;
        Ok(database)
    }

    /// Brings the database to this version. Answers each step that was due.
    pub async fn migrate(place: &Place) -> Result<Vec<String>, DatabaseError> {
        Ok(match begun(place)? {
            Site::Sqlite(folder) => {
                let steps = storage_sqlite::migrations::run(&folder).await?;
                steps.iter().map(ToString::to_string).collect()
            }
            Site::Postgres(addresses) => {
                let [store, wrappers] = *addresses;
                let steps = storage_postgres::migrations::run(&store, &wrappers).await?;
                steps.iter().map(ToString::to_string).collect()
            }
        })
    }

    /// Writes the store, as it is now and without the wrappers, into a folder. Servers go on meanwhile.
    pub(crate) async fn copy_out(place: &Place, into: &Path) -> Result<Item, DatabaseError> {
        match begun(place)? {
            Site::Sqlite(folder) => {
                let file = into.join(Item::Sqlite.to_string());
                storage_sqlite::snapshot(&folder, &file).await?;
                Ok(Item::Sqlite)
            }
            Site::Postgres(addresses) => {
                let [store, _] = *addresses;
                let file = into.join(Item::Postgres.to_string());
                storage_postgres::snapshot::snapshot(&store, &file).await?;
                Ok(Item::Postgres)
            }
        }
    }

    /// Fills an empty place with the store that [`Database::copy_out`] wrote into a folder, checks it and
    /// brings it to this version. The wrappers' database is made, and stays empty.
    pub(crate) async fn copy_in(place: &Place, from: &Path) -> Result<(), DatabaseError> {
        match Site::of(&place.folder, &place.settings.storage)? {
            Site::Sqlite(folder) => {
                let file = from.join(Item::Sqlite.to_string());
                let own = folder.join(Item::Sqlite.to_string());
                copy_private(&file, &own).map_err(storage_sqlite::OpenError::from)?;
                let complaints = storage_sqlite::complaints(&own).await?;
                if let Some(first) = complaints.into_iter().next() {
                    return Err(DatabaseError::Damaged(first));
                }
            }
            Site::Postgres(addresses) => {
                let [store, _] = &*addresses;
                let file = from.join(Item::Postgres.to_string());
                storage_postgres::snapshot::restore(&file, store).await?;
            }
        }
        Self::migrate(place).await.map(drop)
    }

    /// The store in it.
    pub fn store(&self) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(store) => store.clone(),
            Self::Postgres(store) => store.clone(),
        }
    }

    /// Closes it; what is under way ends first.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(store) => store.close().await,
            Self::Postgres(store) => store.close().await,
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

/// Where the database is, if somebody began one there: nothing is made by looking.
pub(crate) fn begun(place: &Place) -> Result<Site, DatabaseError> {
    let site = Site::of(&place.folder, &place.settings.storage)?;
    if matches!(site, Site::Sqlite(_)) && !place.folder.has_store() {
        return Err(DatabaseError::NotAnInstallation);
    }
    Ok(site)
}
