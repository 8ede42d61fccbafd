//! The hashes that Cargo.lock pins.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

/// Why Cargo.lock tells nothing.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// It cannot be read.
    #[error("Cargo.lock cannot be read")]
    File(#[from] std::io::Error),
    /// It has another form.
    #[error("Cargo.lock has a form we do not know")]
    Form(#[from] toml::de::Error),
}

/// SHA-256 of each fetched package, in hex, by name and version.
pub(crate) type Hashes = BTreeMap<(String, String), String>;

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

/// Reads Cargo.lock beside the workspace's manifest.
pub(crate) fn hashes(root: &Path) -> Result<Hashes, LockError> {
    let lock: Lock = toml::from_str(&std::fs::read_to_string(root.join("Cargo.lock"))?)?;
    let packages = lock.package.into_iter();
    let hashed = packages.filter_map(|one| Some(((one.name, one.version), one.checksum?)));
    Ok(hashed.collect())
}
