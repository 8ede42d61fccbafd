//! Recovery keys for backups, and opening one: offline, since the server must not be able to.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use backup::{Item, Manifest, UnpackError, unpack};
use notes::Authority;
use rand::{CryptoRng, RngCore};
use serde::Deserialize;
use unseal::{Identity, OpenError, open_stream};
use zeroize::Zeroizing;

use crate::Ceremony;
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
    /// Nobody signs a backup, and this one is not the ceremony's.
    #[error(
        "the pages of this backup trust {pinned}, for installation {inst}: that is not this ceremony's. \
         It is another's, or forged; nothing of it is kept"
    )]
    NotTheCeremonys {
        /// The authorities its settings pin.
        pinned: String,
        /// The installation its settings are for.
        inst: String,
    },
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

/// The part of a server's settings that says whom its pages trust.
#[derive(Deserialize)]
struct ServerSettings {
    installation: Installation,
}

#[derive(Deserialize)]
struct Installation {
    id: String,
    #[serde(default)]
    authorities: Vec<Pinned>,
}

#[derive(Deserialize)]
struct Pinned {
    key: String,
}

/// Whom the pages of an opened backup would trust: the lines of its authorities.
pub fn trusted(folder: &Path) -> Result<Vec<String>, BackupError> {
    let pinned = installation(folder)?.authorities.into_iter();
    Ok(pinned.map(|one| one.key).collect())
}

/// Refuses an opened backup whose installation or authorities are others than the ceremony's, and
/// deletes the folder: anybody who can write where backups lie can make one.
pub fn compare(folder: &Path, ceremony: &Ceremony) -> Result<(), BackupError> {
    let compared = installation(folder).and_then(|found| found.compare(ceremony));
    if compared.is_err() {
        let _ = std::fs::remove_dir_all(folder);
    }
    compared
}

fn installation(folder: &Path) -> Result<Installation, BackupError> {
    let path = folder.join(Item::Settings.to_string());
    let text = files::read_text(&path)?;
    let settings: ServerSettings =
        toml::from_str(&text).map_err(|_| FileError::malformed(&path))?;
    Ok(settings.installation)
}

impl Installation {
    fn compare(self, ceremony: &Ceremony) -> Result<(), BackupError> {
        let mut ours: Vec<_> = ceremony
            .authorities()
            .iter()
            .map(Authority::to_string)
            .collect();
        let mut pinned: Vec<_> = self.authorities.into_iter().map(|one| one.key).collect();
        ours.sort();
        pinned.sort();
        if ours == pinned && self.id == ceremony.inst().to_string() {
            return Ok(());
        }
        Err(BackupError::NotTheCeremonys {
            pinned: pinned.join(" and "),
            inst: self.id,
        })
    }
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
