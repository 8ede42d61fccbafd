//! `[blobs]`: tips' files.

use std::path::{Path, PathBuf};

use blobs::Room;
use serde::{Deserialize, Serialize};

use super::problem::Found;

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
    /// Mebibytes of the files of one day, UTC.
    pub most_a_day_mib: u64,
    /// Mebibytes of files that are being sent.
    pub most_unfinished_mib: u64,
    /// How many tips' files may be sent at once.
    pub at_once: usize,
    /// How many of them from one neighbourhood (IPv4/24, IPv6/48).
    pub at_once_each: usize,
}

impl Default for BlobSettings {
    fn default() -> Self {
        Self {
            folder: None,
            most_mib: 20_480,
            most_a_day_mib: 585,
            most_unfinished_mib: 4_096,
            at_once: 128,
            at_once_each: 4,
        }
    }
}

impl BlobSettings {
    /// Takes a relative path as relative to this folder.
    pub(super) fn resolve(&mut self, folder: &Path) {
        self.folder = self.folder.take().map(|own| folder.join(own));
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
    }
}
