//! `[metrics]`: figures for the machines that watch over this one.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use super::problem::Found;

/// `[metrics]`
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MetricsSettings {
    /// Where `/metrics` and `/ready` are served; nowhere unless said.
    pub bind: Option<SocketAddr>,
    /// Must be true if `bind` is not this machine alone.
    pub reachable_from_elsewhere: bool,
}

impl MetricsSettings {
    pub(super) fn check(&self, found: &mut Found) {
        let here = self.bind.is_none_or(|bind| bind.ip().is_loopback());
        let meant = here || self.reachable_from_elsewhere;
        found.unless(meant, "metrics.bind", super::listeners::OUTSIDE);
    }
}
