//! What an installation decides about its public pages.

use domain::InstallationId;
use notes::Authorities;

use crate::lang::Lang;

/// How long things are kept, as far as this server deletes them by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kept {
    /// Days an arrived frame is kept.
    pub intake_days: Option<u16>,
    /// Days a vault record is kept after the last decision.
    pub record_days: Option<u16>,
    /// Years until a report is reviewed at the latest.
    pub report_years: Option<u16>,
    /// Whether tips' files lie in a storage that notes when each came, until the next night.
    pub files_dated: bool,
}

/// Who stands behind the service and where to turn to, each in the operator's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contacts {
    /// Who is responsible for what is sent, and how to ask for what is kept of oneself.
    pub responsible: Option<String>,
    /// Where to tell that a page cannot be used.
    pub accessibility: Option<String>,
    /// Where the paper form can be posted or handed in.
    pub paper: Option<String>,
}

/// What an installation decides about its public pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageSettings {
    /// The service's name, shown at the head of every page.
    pub name: String,
    /// The installation's public id.
    pub inst: InstallationId,
    /// Every authority that must have signed the directory.
    pub authorities: Authorities,
    /// The languages offered, the default first.
    pub languages: Vec<Lang>,
    /// Where "Exit this page" goes.
    pub exit_url: String,
    /// Seconds that arriving frames are held and shuffled.
    pub window_seconds: u32,
    /// How long things are kept.
    pub kept: Kept,
    /// What tabs and the browser's history call every page, with an icon of no meaning; if not said, each
    /// page's own title.
    pub tab_title: Option<String>,
    /// Who stands behind the service.
    pub contacts: Contacts,
    /// The onion address, with its scheme and without a slash after it, when there is one.
    pub onion: Option<String>,
}

impl PageSettings {
    /// The default target of "Exit this page".
    pub const EXIT_URL: &'static str = "https://www.bbc.co.uk/weather";

    /// The exit's address without its scheme, for people to read.
    pub(crate) fn exit_site(&self) -> &str {
        let url = self.exit_url.as_str();
        url.strip_prefix("https://").unwrap_or(url)
    }
}
