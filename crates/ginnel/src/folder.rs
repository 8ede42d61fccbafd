//! The data folder of one installation.
//!
//! ```text
//! DIR/ginnel.toml     settings, unless they lie elsewhere
//! DIR/signin.key      the OPAQUE server setup, 0600
//! DIR/store.sqlite    everything kept        DIR/wrappers.sqlite    never backed up
//! DIR/staging/        what arrived within the running window
//! DIR/blobs/          tips' files, sealed, by day; unless the settings say otherwise
//! ```

use std::io::Write;
use std::path::{Path, PathBuf};

use signin::ServerSetup;
use zeroize::Zeroizing;

use crate::settings::is_private;

/// Why a data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The sign-in key is missing.
    #[error(
        "signin.key is missing: no officer could sign in. Restore it from where it is kept apart; \
         only a new installation makes one (ginnel init)"
    )]
    NoSignInKey,
    /// The sign-in key is damaged.
    #[error("signin.key is not a sign-in key")]
    BadSignInKey,
    /// The sign-in key can be read by others.
    #[error("signin.key can be read by other users: its mode must be 0600")]
    OpenSignInKey,
    /// A file cannot be read or written.
    #[error("a file in the data folder cannot be read or written")]
    File(#[from] std::io::Error),
}

/// Where an installation's files lie.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// Names a folder.
    pub fn at(path: &Path) -> Self {
        Self(path.into())
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// What arrived within the running window.
    pub fn staging(&self) -> PathBuf {
        self.0.join("staging")
    }

    /// Tips' files, unless the settings say otherwise.
    pub fn blobs(&self) -> PathBuf {
        self.0.join("blobs")
    }

    /// Whether nobody but its owner can look into it.
    pub fn is_private(&self) -> std::io::Result<bool> {
        is_private(&self.0)
    }

    /// Whether the keys of a whole demonstration partnership lie here, as the `demo` program puts them.
    pub fn holds_a_demonstration(&self) -> bool {
        self.0.join("demo").exists()
    }

    pub(crate) fn sign_in_key(&self) -> PathBuf {
        self.0.join("signin.key")
    }

    /// Makes the folder, readable for this user alone, if it is not there.
    pub fn create(&self) -> Result<(), FolderError> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.0)?;
        builder.create(self.staging())?;
        Ok(())
    }

    /// Whether a store was ever made here.
    pub(crate) fn has_store(&self) -> bool {
        self.0.join("store.sqlite").exists()
    }

    /// Reads the sign-in key.
    pub fn read_sign_in_key(&self) -> Result<ServerSetup, FolderError> {
        let path = self.sign_in_key();
        if !path.exists() {
            return Err(FolderError::NoSignInKey);
        }
        if !is_private(&path)? {
            return Err(FolderError::OpenSignInKey);
        }
        let bytes = Zeroizing::new(std::fs::read(path)?);
        ServerSetup::from_bytes(&bytes).map_err(|_| FolderError::BadSignInKey)
    }

    /// Writes a new sign-in key, mode 0600; never over another.
    pub fn write_sign_in_key(&self, setup: &ServerSetup) -> Result<(), FolderError> {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(self.sign_in_key())?;
        // EXPOSE: this file is where the server's sign-in key lives.
        file.write_all(&setup.to_bytes())?;
        Ok(file.sync_all()?)
    }
}

/// Copies a file to a new one, for its owner only, and waits until it is on disk.
pub(crate) fn copy_private(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut to = options.open(to)?;
    std::io::copy(&mut std::fs::File::open(from)?, &mut to)?;
    to.sync_all()
}
