//! What an operator decides, as `ginnel.toml` says it. An unknown word in it is an error.

mod limits;

use std::net::SocketAddr;
use std::path::Path;

use api::limits::{Network, TrustedProxies};
use domain::InstallationId;
use notes::{Authorities, Authority};
use serde::Deserialize;

pub use limits::{Limits, RateSetting};

/// Why the settings cannot be used. Never says a value, only where it stands.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("ginnel.toml cannot be read")]
    File(#[from] std::io::Error),
    /// It is not TOML, or a word in it is unknown, missing or of the wrong kind.
    #[error("ginnel.toml: {0}")]
    Form(String),
    /// A value makes no sense.
    #[error("ginnel.toml: {place}: {problem}")]
    Value {
        /// The section and the word.
        place: &'static str,
        /// What is wrong with it.
        problem: &'static str,
    },
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Who we are.
    pub installation: InstallationSettings,
    /// The listener for reporters.
    #[serde(default)]
    pub public: PublicSettings,
    /// The listener for officers.
    #[serde(default)]
    pub staff: StaffSettings,
    /// How frames arrive.
    #[serde(default)]
    pub staging: StagingSettings,
    /// How much is let through.
    #[serde(default)]
    pub limits: Limits,
}

/// `[installation]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstallationSettings {
    /// The id `ginnel init` printed.
    pub id: InstallationId,
    /// The service's name, shown at the head of every page.
    pub name: String,
    /// Every authority that must have signed a note.
    #[serde(default)]
    pub authorities: Vec<AuthoritySetting>,
}

/// One pinned authority.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthoritySetting {
    /// The organisation's name, as in its key.
    pub name: String,
    /// Its C2SP verifier key: `name+id+base64`.
    pub key: String,
}

/// `[public]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PublicSettings {
    /// Where to listen.
    pub bind: SocketAddr,
    /// Must be true if `bind` is not this machine alone.
    pub reachable_from_elsewhere: bool,
    /// Proxies whose `X-Forwarded-For` is believed: addresses or `address/bits`.
    pub trusted_proxies: Vec<String>,
    /// Where "Exit this page" goes.
    pub exit_url: String,
    /// The onion address with its scheme, if there is one.
    pub onion: Option<String>,
    /// Seconds one frame may take to arrive.
    pub upload_seconds: u16,
}

/// `[staff]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StaffSettings {
    /// Where to listen.
    pub bind: SocketAddr,
    /// Must be true if `bind` is not this machine alone.
    pub reachable_from_elsewhere: bool,
    /// Seconds without a request after which a session ends.
    pub idle_seconds: u32,
    /// Seconds after which a session ends whatever happens.
    pub session_seconds: u32,
    /// Hours an invitation can be used.
    pub invitation_hours: u16,
}

/// `[staging]`
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StagingSettings {
    /// Seconds that arriving frames are held and shuffled: 1 to 600.
    pub window_seconds: u32,
}

impl Default for PublicSettings {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from(([127, 0, 0, 1], 8_080)),
            reachable_from_elsewhere: false,
            trusted_proxies: Vec::new(),
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

impl Default for StagingSettings {
    fn default() -> Self {
        Self {
            window_seconds: 120,
        }
    }
}

impl Settings {
    /// Reads and checks the file.
    pub fn read(file: &Path) -> Result<Self, SettingsError> {
        Self::parse(&std::fs::read_to_string(file)?)
    }

    /// Reads and checks the text.
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        let settings: Self =
            toml::from_str(text).map_err(|error| SettingsError::Form(error.message().into()))?;
        settings.check()?;
        Ok(settings)
    }

    /// The pinned authorities; at least one is needed to serve.
    pub fn authorities(&self) -> Result<Authorities, SettingsError> {
        let place = "installation.authorities";
        let wrong = |problem| SettingsError::Value { place, problem };
        let mut authorities = Vec::new();
        for setting in &self.installation.authorities {
            let authority: Authority = setting
                .key
                .parse()
                .map_err(|_| wrong("a key is not in the form name+id+base64"))?;
            if authority.name() != setting.name {
                return Err(wrong("a key has another name than the one beside it"));
            }
            authorities.push(authority);
        }
        Authorities::new(authorities)
            .map_err(|_| wrong("name every authority that signs notes, each once"))
    }

    /// The proxies that are believed.
    pub fn proxies(&self) -> Result<TrustedProxies, SettingsError> {
        let networks = self.public.trusted_proxies.iter();
        let networks: Result<Vec<Network>, _> = networks.map(|text| text.parse()).collect();
        let networks = networks.map_err(|_| SettingsError::Value {
            place: "public.trusted_proxies",
            problem: "neither an address nor address/bits",
        })?;
        Ok(TrustedProxies::new(networks))
    }

    /// Whether no other machine can reach either listener.
    pub fn is_on_this_machine_only(&self) -> bool {
        self.public.bind.ip().is_loopback() && self.staff.bind.ip().is_loopback()
    }

    fn check(&self) -> Result<(), SettingsError> {
        let wrong = |place, problem| Err(SettingsError::Value { place, problem });
        let here = |bind: SocketAddr, elsewhere| bind.ip().is_loopback() || elsewhere;
        let outside = "this address can be reached from other machines: \
            say reachable_from_elsewhere = true if that is meant";
        if !here(self.public.bind, self.public.reachable_from_elsewhere) {
            return wrong("public.bind", outside);
        }
        if !here(self.staff.bind, self.staff.reachable_from_elsewhere) {
            return wrong("staff.bind", outside);
        }
        if !(1..=600).contains(&self.staging.window_seconds) {
            return wrong("staging.window_seconds", "between 1 and 600");
        }
        if !self.public.exit_url.starts_with("https://") {
            return wrong("public.exit_url", "must begin with https://");
        }
        if self.staff.idle_seconds == 0 || self.staff.session_seconds == 0 {
            return wrong("staff", "sessions must last longer than nothing");
        }
        self.limits.check()?;
        self.proxies().map(drop)
    }
}

#[cfg(test)]
mod tests;
