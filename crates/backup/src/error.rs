//! Why there is no backup, or none that can be used.

use std::io;
use std::path::PathBuf;

/// Why nothing was packed.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The backup cannot be written.
    #[error("the backup cannot be written: {0}")]
    Write(io::Error),
    /// Something that belongs into it cannot be read.
    #[error("{item} cannot be read: {cause}")]
    Read {
        /// What.
        item: String,
        /// Why.
        cause: io::Error,
    },
    /// Something grew or shrank while it was read.
    #[error("{0} changed while it was read")]
    Changed(String),
}

/// The bytes are no backup, or not all of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no whole backup")]
pub struct NotABackup;

/// Why nothing was unpacked.
#[derive(Debug, thiserror::Error)]
pub enum UnpackError {
    /// It is no backup, or was cut off or changed.
    #[error(transparent)]
    NotABackup(#[from] NotABackup),
    /// What it was opened with says why: a piece was changed, or the end is missing.
    #[error("the backup was cut off or changed: {0}")]
    Read(io::Error),
    /// A file cannot be written.
    #[error("{} cannot be written: {cause}", .path.display())]
    Write {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
}
