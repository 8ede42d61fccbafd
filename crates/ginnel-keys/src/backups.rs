//! Recovery keys for backups, and opening one: offline, since the server must not be able to.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use backup::{Manifest, UnpackError, unpack};
use rand::{CryptoRng, RngCore};
use unseal::{Identity, OpenError, open_stream};
use zeroize::Zeroizing;

use crate::files::{self, FileError};

/// Why a backup was not opened.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The backup's file cannot be read.
    #[error("{}: {cause}", .path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// It was sealed to other keys.
    #[error("this backup was sealed to other recovery keys")]
    OtherKey,
    /// It is no backup, or was cut off or changed.
    #[error("this is no backup, or it was cut off or changed")]
    NotABackup,
    /// It could not be unpacked.
    #[error(transparent)]
    Unpack(#[from] UnpackError),
    /// The recovery key could not be read or written.
    #[error(transparent)]
    Key(#[from] FileError),
}

/// Makes a recovery key and writes its secret half to a new file, mode 0600. Answers the recipient that
/// the server's settings name.
pub fn make<R: RngCore + CryptoRng>(file: &Path, rng: &mut R) -> Result<String, FileError> {
    let identity = Identity::generate(rng);
    // EXPOSE: this file is where the recovery key lives.
    let secret = Zeroizing::new(format!("{}\n", identity.to_text().as_str()));
    files::write_secret(file, secret.as_bytes())?;
    Ok(identity.recipient().encode())
}

/// Opens a backup into a new folder and answers whose it is. Nothing is left of one that is not whole.
pub fn open(backup: &Path, key: &Path, folder: &Path) -> Result<Manifest, BackupError> {
    let text = files::read_text(key)?;
    let identity = Identity::parse(text.trim_end_matches('\n'));
    let identity = identity.map_err(|_| FileError::malformed(key))?;
    let file = File::open(backup).map_err(|cause| BackupError::Unreadable {
        path: backup.into(),
        cause,
    })?;
    let opened = open_stream(&identity, BufReader::new(file));
    let mut plain = opened.map_err(|error| match error {
        OpenError::NotForUs => BackupError::OtherKey,
        _ => BackupError::NotABackup,
    })?;
    Ok(unpack(&mut plain, folder)?)
}
