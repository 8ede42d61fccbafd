//! `[storage]`: the database.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::problem::Found;
use super::secret_file::SecretFile;

/// Which database keeps everything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Backend {
    /// Two files in the data folder: for one server.
    #[default]
    Sqlite,
    /// Two databases: for several servers.
    Postgres,
}

/// `[storage]`
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StorageSettings {
    /// Which database keeps everything.
    pub backend: Backend,
    /// Holds the address of the store's database: `postgres://user:password@host:port/database`.
    pub store_url_file: Option<SecretFile>,
    /// Holds the address of the wrappers' database, which no backup takes along.
    pub wrappers_url_file: Option<SecretFile>,
    /// Whether any command brings an older database to its own version; else only `ginnel migrate` does.
    pub migrate_by_itself: bool,
}

impl StorageSettings {
    /// Servers at the addresses in these files, or files in the data folder if there are none.
    pub fn at(store: Option<PathBuf>, wrappers: Option<PathBuf>) -> Self {
        let backend = match (&store, &wrappers) {
            (None, None) => Backend::Sqlite,
            _ => Backend::Postgres,
        };
        Self {
            backend,
            store_url_file: store.map(SecretFile::at),
            wrappers_url_file: wrappers.map(SecretFile::at),
            migrate_by_itself: false,
        }
    }

    /// Both addresses' files, if there are such.
    pub(crate) fn url_files(&self) -> Option<[&SecretFile; 2]> {
        let (store, wrappers) = (&self.store_url_file, &self.wrappers_url_file);
        Some([store.as_ref()?, wrappers.as_ref()?])
    }

    /// Takes relative paths as relative to this folder.
    pub(crate) fn resolve(&mut self, folder: &Path) {
        let files = [&mut self.store_url_file, &mut self.wrappers_url_file];
        for file in files.into_iter().flatten() {
            file.resolve(folder);
        }
    }

    pub(super) fn check(&self, found: &mut Found) {
        let (store, wrappers) = (&self.store_url_file, &self.wrappers_url_file);
        match self.backend {
            Backend::Postgres => {
                let missing = "name a file of mode 0600 that holds postgres://…";
                found.unless(store.is_some(), "storage.store_url_file", missing);
                found.unless(wrappers.is_some(), "storage.wrappers_url_file", missing);
            }
            Backend::Sqlite => {
                let unused = "has no meaning with backend = \"sqlite\": take it out";
                found.unless(store.is_none(), "storage.store_url_file", unused);
                found.unless(wrappers.is_none(), "storage.wrappers_url_file", unused);
            }
        }
    }
}
