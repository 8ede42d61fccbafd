//! `[limits]`: how much is let through.

use std::time::Duration;

use api::limits::Rate;
use serde::{Deserialize, Serialize};

use super::problem::Problems;

/// So many at once, then one every so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateSetting {
    /// At once.
    pub burst: u32,
    /// Milliseconds for one more.
    pub every_ms: u64,
}

/// All limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Sealed frames of one neighbourhood (IPv4/24, IPv6/48).
    pub tips: RateSetting,
    /// Sealed frames of the onion service, this machine and proxies that do not say, together.
    pub tips_shared: RateSetting,
    /// Parts of tips' files (1 MiB each) of one neighbourhood.
    pub blobs: RateSetting,
    /// Parts of the onion service and so on, together.
    pub blobs_shared: RateSetting,
    /// Tips without scripts of one neighbourhood.
    pub plain: RateSetting,
    /// Tips without scripts of the onion service and so on, together.
    pub plain_shared: RateSetting,
    /// Posted pages of one neighbourhood, whatever becomes of them.
    pub pages: RateSetting,
    /// Posted pages of the onion service and so on, together.
    pub pages_shared: RateSetting,
    /// Sign-ins of one neighbourhood, and its enrolments.
    pub sign_ins: RateSetting,
    /// Sign-ins of everybody; also of this machine and proxies that do not say.
    pub sign_ins_all: RateSetting,
    /// Sign-ins under one name from one neighbourhood.
    pub sign_ins_a_name: RateSetting,
    /// Sign-ins under one name from everywhere.
    pub sign_ins_a_name_all: RateSetting,
    /// Replies to reporters that one officer writes.
    pub replies_an_officer: RateSetting,
    /// Operations of one officer that are recorded for auditors, and kept for years.
    pub operations_an_officer: RateSetting,
}

impl Default for Limits {
    fn default() -> Self {
        let rate = |burst, every_ms| RateSetting { burst, every_ms };
        Self {
            tips: rate(30, 10_000),
            tips_shared: rate(300, 200),
            blobs: rate(260, 10_000),
            blobs_shared: rate(650, 3_000),
            plain: rate(10, 30_000),
            plain_shared: rate(60, 1_000),
            pages: rate(30, 3_000),
            pages_shared: rate(300, 200),
            sign_ins: rate(30, 5_000),
            sign_ins_all: rate(200, 250),
            sign_ins_a_name: rate(10, 30_000),
            // Wide: a name is guessable, and a few strangers must not keep its officer out.
            sign_ins_a_name_all: rate(120, 500),
            replies_an_officer: rate(20, 180_000),
            operations_an_officer: rate(600, 1_000),
        }
    }
}

impl RateSetting {
    /// The rate; checked when the settings were read.
    pub(crate) fn rate(self) -> Result<Rate, Problems> {
        let rate = Rate::new(self.burst, Duration::from_millis(self.every_ms));
        rate.ok_or_else(|| Problems::one("limits", "neither burst nor every_ms may be zero"))
    }
}

impl Limits {
    pub(super) fn check(&self) -> Result<(), Problems> {
        let all = [
            self.tips,
            self.tips_shared,
            self.blobs,
            self.blobs_shared,
            self.plain,
            self.plain_shared,
            self.pages,
            self.pages_shared,
            self.sign_ins,
            self.sign_ins_all,
            self.sign_ins_a_name,
            self.sign_ins_a_name_all,
            self.replies_an_officer,
            self.operations_an_officer,
        ];
        all.into_iter().try_for_each(|one| one.rate().map(drop))
    }
}
