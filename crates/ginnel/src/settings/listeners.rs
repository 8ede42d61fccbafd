//! `[public]` and `[staff]`: where reporters and officers come in.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use report::Lang;
use serde::{Deserialize, Serialize};

use super::problem::Found;

pub(super) const OUTSIDE: &str = "this address can be reached from other machines: \
    say reachable_from_elsewhere = true if that is meant";

/// `[public]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PublicSettings {
    /// Where to listen.
    pub bind: SocketAddr,
    /// Must be true if `bind` is not this machine alone.
    pub reachable_from_elsewhere: bool,
    /// Proxies whose `X-Forwarded-For` is believed: addresses or `address/bits`.
    pub trusted_proxies: Vec<String>,
    /// Every file of the proxy's settings, for `ginnel doctor` to read.
    pub proxy_files: Vec<PathBuf>,
    /// The languages of the public pages by their tags, the default first.
    pub languages: Vec<String>,
    /// Where "Exit this page" goes.
    pub exit_url: String,
    /// The onion address with its scheme, if there is one.
    pub onion: Option<String>,
    /// Seconds one frame may take to arrive.
    pub upload_seconds: u16,
}

/// `[staff]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StaffSettings {
    /// Where to listen.
    pub bind: SocketAddr,
    /// Must be true if `bind` is not this machine alone.
    pub reachable_from_elsewhere: bool,
    /// Seconds without anybody there after which a console locks, and without a request after which a
    /// session ends.
    pub idle_seconds: u32,
    /// Seconds after which a session ends whatever happens.
    pub session_seconds: u32,
    /// Hours an invitation can be used.
    pub invitation_hours: u16,
}

impl Default for PublicSettings {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from(([127, 0, 0, 1], 8_080)),
            reachable_from_elsewhere: false,
            trusted_proxies: Vec::new(),
            proxy_files: Vec::new(),
            languages: Lang::SHIPPED.iter().map(|one| one.code.into()).collect(),
            exit_url: report::PageSettings::EXIT_URL.into(),
            onion: None,
            upload_seconds: 60,
        }
    }
}

impl Default for StaffSettings {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from(([127, 0, 0, 1], 8_081)),
            reachable_from_elsewhere: false,
            idle_seconds: 15 * 60,
            session_seconds: 10 * 3_600,
            invitation_hours: 72,
        }
    }
}

/// Whether an address is this machine's alone, or said not to be.
fn is_meant(bind: SocketAddr, elsewhere: bool) -> bool {
    bind.ip().is_loopback() || elsewhere
}

impl PublicSettings {
    /// Takes relative paths as relative to this folder.
    pub(super) fn resolve(&mut self, folder: &Path) {
        for file in &mut self.proxy_files {
            *file = folder.join(&*file);
        }
    }

    /// The languages of the public pages, those without strings left out.
    pub fn offered(&self) -> impl Iterator<Item = Lang> {
        self.languages.iter().filter_map(|code| Lang::find(code))
    }

    pub(super) fn check(&self, found: &mut Found) {
        let meant = is_meant(self.bind, self.reachable_from_elsewhere);
        found.unless(meant, "public.bind", OUTSIDE);
        let distinct: BTreeSet<_> = self.languages.iter().collect();
        let every = self.offered().count() == self.languages.len();
        let once = distinct.len() == self.languages.len();
        let known = every && once && !distinct.is_empty();
        let some = "must name languages there are pages in, each once";
        found.unless(known, "public.languages", some);
        let https = self.exit_url.starts_with("https://");
        found.unless(https, "public.exit_url", "must begin with https://");
    }
}

impl StaffSettings {
    pub(super) fn check(&self, found: &mut Found) {
        let meant = is_meant(self.bind, self.reachable_from_elsewhere);
        found.unless(meant, "staff.bind", OUTSIDE);
        let some = "sessions must last longer than nothing";
        found.unless(self.idle_seconds > 0, "staff.idle_seconds", some);
        found.unless(self.session_seconds > 0, "staff.session_seconds", some);
    }
}
