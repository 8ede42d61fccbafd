//! `ginnel init`: begins an installation.

use std::io::Write;
use std::path::Path;

use domain::InstallationId;
use rand::{CryptoRng, RngCore};
use signin::ServerSetup;
use storage::{InstallationStore, OfficerStore, StoreError};

use crate::folder::{Folder, FolderError};

/// Why no installation was begun.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// There is one, and officers have enrolled in it.
    #[error("this folder is installation {0}'s already")]
    Begun(InstallationId),
    /// The data folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The settings cannot be written.
    #[error("ginnel.toml cannot be written")]
    Settings(#[source] std::io::Error),
    /// The store does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes the store, the sign-in key and first settings. An installation nobody has enrolled in is
/// finished and answered again; one with officers is refused, since a new key would lock them out.
pub async fn init<R: RngCore + CryptoRng>(
    data: &Path,
    rng: &mut R,
) -> Result<InstallationId, InitError> {
    let folder = Folder::at(data);
    folder.create()?;
    let store = folder.open_store().await?;
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
    named.map_err(FolderError::from)?;
    write_settings(&folder, id).map_err(InitError::Settings)?;
    store.close().await;
    Ok(id)
}

fn draw<R: RngCore + CryptoRng>(rng: &mut R) -> InstallationId {
    let mut bytes = [0; 16];
    rng.fill_bytes(&mut bytes);
    InstallationId::from_bytes(bytes)
}

/// Writes settings to begin with, unless there are some.
fn write_settings(folder: &Folder, id: InstallationId) -> std::io::Result<()> {
    let path = folder.settings();
    if path.exists() {
        return Ok(());
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
         authorities = []\n"
    );
    options.open(path)?.write_all(text.as_bytes())
}
