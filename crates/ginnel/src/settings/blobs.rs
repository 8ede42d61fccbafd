//! `[blobs]`: tips' files.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use blobs::{ObjectStorage, Objects, Room};
use serde::{Deserialize, Serialize};

use super::problem::Found;
use super::secret_file::{SecretFile, SecretFileError};

/// Why the storage of files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The secret access key cannot be read.
    #[error(transparent)]
    Secret(#[from] SecretFileError),
    /// The certificate authorities cannot be read.
    #[error("blobs.s3.authority cannot be read: {0}")]
    Authority(std::io::Error),
    /// There is no way to ask it.
    #[error("blobs.s3: {0}")]
    Unusable(std::io::Error),
}

/// How long nothing may come of an answer of the storage's.
const PATIENCE: Duration = Duration::from_mins(1);
const MIB: u64 = 1_048_576;
/// The largest bundle and its slack.
const LARGEST: u64 = 65;

/// `[blobs]`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BlobSettings {
    /// Where they lie; in the data folder if not said.
    pub folder: Option<PathBuf>,
    /// Mebibytes of all files, those that are being sent included.
    pub most_mib: u64,
    /// Mebibytes of the files of one day, UTC, of one server.
    pub most_a_day_mib: u64,
    /// Mebibytes of files that are being sent.
    pub most_unfinished_mib: u64,
    /// How many tips' files may be sent at once.
    pub at_once: usize,
    /// How many of them from one neighbourhood (IPv4/24, IPv6/48).
    pub at_once_each: usize,
    /// S3-compatible storage for them instead, for several servers.
    pub s3: Option<S3Settings>,
}

/// `[blobs.s3]`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3Settings {
    /// Such as `https://s3.eu-west-2.amazonaws.com`.
    pub endpoint: String,
    /// Such as `eu-west-2`.
    pub region: String,
    /// The bucket's name.
    pub bucket: String,
    /// A folder within the bucket, for nothing else.
    pub folder: String,
    /// A file with the certificate authorities to trust; if not said those of this machine.
    #[serde(default)]
    pub authority: Option<PathBuf>,
    /// Who we are.
    pub access_key_id: String,
    /// Holds the secret access key.
    pub secret_access_key_file: SecretFile,
}

impl S3Settings {
    fn resolve(&mut self, folder: &Path) {
        self.secret_access_key_file.resolve(folder);
        self.authority = self.authority.take().map(|file| folder.join(file));
    }

    /// Comes in; reads the secret, and asks the storage nothing.
    pub(crate) fn objects(&self) -> Result<Objects, StorageError> {
        let authority = self.authority.as_ref().map(std::fs::read).transpose();
        let storage = ObjectStorage {
            endpoint: self.endpoint.trim_end_matches('/').to_owned(),
            region: self.region.clone(),
            bucket: self.bucket.clone(),
            folder: self.folder.clone(),
            authorities: authority.map_err(StorageError::Authority)?,
            access_key_id: self.access_key_id.clone(),
            secret_access_key: self.secret_access_key_file.read()?,
            patience: PATIENCE,
        };
        Objects::of(&storage).map_err(StorageError::Unusable)
    }

    fn check(&self, found: &mut Found) {
        let secure = "must begin with https:// (http:// for this machine alone)";
        let is_own = |rest: &str| {
            rest.parse::<SocketAddr>()
                .is_ok_and(|at| at.ip().is_loopback())
        };
        let own = self.endpoint.strip_prefix("http://").is_some_and(is_own);
        let is_secure = own || self.endpoint.starts_with("https://");
        found.unless(is_secure, "blobs.s3.endpoint", secure);
        let said = "must be said";
        for (value, place) in [
            (&self.region, "blobs.s3.region"),
            (&self.bucket, "blobs.s3.bucket"),
            (&self.folder, "blobs.s3.folder"),
            (&self.access_key_id, "blobs.s3.access_key_id"),
        ] {
            found.unless(!value.is_empty(), place, said);
        }
    }
}

impl Default for BlobSettings {
    fn default() -> Self {
        Self {
            folder: None,
            most_mib: 20_480,
            most_a_day_mib: 585,
            most_unfinished_mib: 4_096,
            at_once: 128,
            at_once_each: 16,
            s3: None,
        }
    }
}

impl BlobSettings {
    /// Takes a relative path as relative to this folder.
    pub(super) fn resolve(&mut self, folder: &Path) {
        self.folder = self.folder.take().map(|own| folder.join(own));
        if let Some(s3) = &mut self.s3 {
            s3.resolve(folder);
        }
    }

    /// How much there may be.
    pub(crate) const fn room(&self) -> Room {
        Room {
            all: self.most_mib.saturating_mul(MIB),
            a_day: self.most_a_day_mib.saturating_mul(MIB),
            unfinished: self.most_unfinished_mib.saturating_mul(MIB),
            uploads: self.at_once,
        }
    }

    /// How many at once from the onion service, this machine and proxies that do not say, together: they
    /// leave as many to everybody else.
    pub(crate) const fn at_once_shared(&self) -> usize {
        self.at_once.div_ceil(2)
    }

    pub(super) fn check(&self, found: &mut Found) {
        let one = "must have room for one of the largest: 65";
        let unfinished = self.most_unfinished_mib >= LARGEST;
        found.unless(unfinished, "blobs.most_unfinished_mib", one);
        let a_day = (LARGEST..=self.most_mib).contains(&self.most_a_day_mib);
        let share = "must have room for one of the largest (65), and be no more than most_mib";
        found.unless(a_day, "blobs.most_a_day_mib", share);
        let all = self.most_mib >= self.most_unfinished_mib;
        let more = "must be no less than most_unfinished_mib";
        found.unless(all, "blobs.most_mib", more);
        let some = "must let at least one be sent";
        found.unless(self.at_once > 0, "blobs.at_once", some);
        found.unless(self.at_once_each > 0, "blobs.at_once_each", some);
        if let Some(s3) = &self.s3 {
            s3.check(found);
        }
    }
}
