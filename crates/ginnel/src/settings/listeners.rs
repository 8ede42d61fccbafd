//! `[public]` and `[staff]`: where reporters and officers come in.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use report::{Contacts, Lang};
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
    /// What the browser's tabs and history call every page; if not said, each page's own title.
    pub tab_title: Option<String>,
    /// Who stands behind the service, as the pages say it.
    pub contacts: ContactSettings,
    /// The onion address with its scheme and no slash after it, if there is one.
    pub onion: Option<String>,
    /// Seconds one frame may take to arrive.
    pub upload_seconds: u16,
}

/// `[public.contacts]`: shown on the pages as they stand here.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ContactSettings {
    /// Who is responsible for what is sent, and how to reach their data protection officer.
    pub responsible: Option<String>,
    /// True once the responsible organisation has approved the privacy notice, its legal bases above all.
    pub privacy_notice_approved: bool,
    /// Where to tell that a page cannot be used.
    pub accessibility: Option<String>,
    /// Where the paper form can be posted or handed in.
    pub paper: Option<String>,
}

impl From<ContactSettings> for Contacts {
    fn from(settings: ContactSettings) -> Self {
        let ContactSettings {
            responsible,
            accessibility,
            paper,
            ..
        } = settings;
        Self {
            responsible,
            accessibility,
            paper,
        }
    }
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
            tab_title: None,
            contacts: ContactSettings::default(),
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

/// `http://` and 56 letters and figures, as tor makes them from a key.
fn is_onion(address: &str) -> bool {
    let name = address.strip_prefix("http://");
    let name = name.and_then(|rest| rest.strip_suffix(".onion"));
    let letter = |c: u8| matches!(c, b'a'..=b'z' | b'2'..=b'7');
    name.is_some_and(|name| name.len() == 56 && name.bytes().all(letter))
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
        let onion = self.onion.as_deref().is_none_or(is_onion);
        let form = "must be http:// and the address tor made, with nothing after it";
        found.unless(onion, "public.onion", form);
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
