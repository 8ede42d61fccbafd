//! `ginnel init`: begins an installation.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use domain::InstallationId;
use rand::{CryptoRng, RngCore};
use signin::ServerSetup;
use storage::StoreError;

use crate::database::{Database, DatabaseError};
use crate::folder::{Folder, FolderError};
use crate::place::SETTINGS_FILE;
use crate::settings::{Settings, SettingsError, StorageSettings};

/// Why no installation was begun.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// There is one, and officers have enrolled in it.
    #[error("this folder is installation {0}'s already")]
    Begun(InstallationId),
    /// The data folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// There are settings already, which cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The settings cannot be written.
    #[error("the settings cannot be written: {0}")]
    Write(std::io::Error),
    /// The store does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where an installation begins.
#[derive(Debug, Clone)]
pub struct Beginning<'a> {
    /// The data folder, made if it is not there.
    pub data: &'a Path,
    /// The file the first settings are written to; `ginnel.toml` in the data folder if not said.
    pub settings: Option<&'a Path>,
    /// Which database it is to have; what settings that are there say goes before.
    pub storage: StorageSettings,
}

/// Makes the store, the sign-in key and first settings. An installation nobody has enrolled in is
/// finished and answered again; one with officers is refused, since a new key would lock them out.
pub async fn init<R: RngCore + CryptoRng>(
    beginning: Beginning<'_>,
    rng: &mut R,
) -> Result<InstallationId, InitError> {
    let folder = Folder::at(beginning.data);
    folder.create()?;
    let database = Database::begin(&folder, &beginning.storage()?).await?;
    let store = database.store();
    let id = match store.installation().await? {
        Some(id) if !store.officers().await?.is_empty() => return Err(InitError::Begun(id)),
        Some(id) => id,
        None => draw(rng),
    };
    match folder.read_sign_in_key() {
        Ok(_) => {}
        Err(FolderError::NoSignInKey) => folder.write_sign_in_key(&ServerSetup::make(rng))?,
        Err(other) => return Err(other.into()),
    }
    let named = store.set_installation(id).await;
    named.map_err(DatabaseError::from)?;
    write_settings(&beginning, id).map_err(InitError::Write)?;
    database.close().await;
    Ok(id)
}

impl Beginning<'_> {
    fn file(&self) -> PathBuf {
        let beside = || self.data.join(SETTINGS_FILE);
        self.settings.map_or_else(beside, Into::into)
    }

    fn storage(&self) -> Result<StorageSettings, SettingsError> {
        if self.file().exists() {
            return Ok(Settings::read(&self.file())?.storage);
        }
        Ok(self.storage.clone())
    }
}

fn draw<R: RngCore + CryptoRng>(rng: &mut R) -> InstallationId {
    let mut bytes = [0; 16];
    rng.fill_bytes(&mut bytes);
    InstallationId::from_bytes(bytes)
}

/// Writes settings to begin with, unless there are some.
fn write_settings(beginning: &Beginning<'_>, id: InstallationId) -> std::io::Result<()> {
    let path = beginning.file();
    if path.exists() {
        return Ok(());
    }
    let mut more = String::new();
    if beginning.settings.is_some() {
        more = format!("\n[folders]\ndata = {}\n", quoted(beginning.data)?);
    }
    if let Some([store, wrappers]) = beginning.storage.url_files() {
        let [store, wrappers] = [quoted(store.path())?, quoted(wrappers.path())?];
        more = format!(
            "{more}\n[storage]\nbackend = \"postgres\"\n\
             store_url_file = {store}\nwrappers_url_file = {wrappers}\n"
        );
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let text = format!(
        "[installation]\n\
         id = \"{id}\"\n\
         name = \"Ginnel\"\n\
         # Every organisation that signs the notes: {{ name = \"…\", key = \"name+id+base64\" }}\n\
         authorities = []\n{more}"
    );
    options.open(path)?.write_all(text.as_bytes())
}

/// A path as TOML writes it, whole, since the settings may lie elsewhere.
fn quoted(path: &Path) -> std::io::Result<String> {
    let path = std::path::absolute(path)?;
    let text = path.to_str().ok_or(ErrorKind::InvalidFilename)?;
    Ok(toml::Value::from(text).to_string())
}
