//! What an operator decides, in one file. An unknown word in it is an error.

mod backup;
mod blobs;
mod folders;
mod limits;
mod listeners;
mod mail;
mod metrics;
mod problem;
mod process;
mod puzzle;
mod secret_file;
mod storage;
mod triage;

use std::path::Path;

use api::limits::{Network, TrustedProxies};
use domain::{InstallationId, Retention};
use notes::{Authorities, Authority};
use serde::{Deserialize, Serialize};

pub use backup::BackupSettings;
pub use blobs::{BlobSettings, S3Settings, StorageError};
pub use folders::FolderSettings;
pub use limits::{Limits, RateSetting};
pub use listeners::{PublicSettings, StaffSettings};
pub use mail::{AlarmSettings, MailError, MailSettings};
pub use metrics::MetricsSettings;
pub use problem::{Problem, Problems};
pub use process::ProcessSettings;
pub use puzzle::PuzzleSettings;
pub(crate) use secret_file::is_private;
pub use secret_file::{SecretFile, SecretFileError};
pub use storage::{Backend, StorageSettings};
pub use triage::TriageSettings;

use problem::Found;

/// Why the settings cannot be used. Never says a value, only where it stands.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("the settings cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// It is not TOML, or a word in it is unknown, missing or of the wrong kind.
    #[error("the settings: {0}")]
    Form(String),
    /// Values make no sense.
    #[error("the settings: {0}")]
    Values(Problems),
}

impl From<Problems> for SettingsError {
    fn from(problems: Problems) -> Self {
        Self::Values(problems)
    }
}

/// The whole file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Who we are.
    pub installation: InstallationSettings,
    /// Where everything else lies.
    #[serde(default)]
    pub folders: FolderSettings,
    /// The database.
    #[serde(default)]
    pub storage: StorageSettings,
    /// The listener for reporters.
    #[serde(default)]
    pub public: PublicSettings,
    /// The listener for officers.
    #[serde(default)]
    pub staff: StaffSettings,
    /// How triage works.
    #[serde(default)]
    pub triage: TriageSettings,
    /// `[retention]`: how long desks keep things.
    #[serde(default)]
    pub retention: Retention,
    /// How frames arrive.
    #[serde(default)]
    pub staging: StagingSettings,
    /// Work a browser does before a tip is taken.
    #[serde(default)]
    pub puzzle: PuzzleSettings,
    /// Tips' files.
    #[serde(default)]
    pub blobs: BlobSettings,
    /// Figures for the machines that watch over this one.
    #[serde(default)]
    pub metrics: MetricsSettings,
    /// Who can open backups.
    #[serde(default)]
    pub backup: BackupSettings,
    /// What may be done with the running program.
    #[serde(default)]
    pub process: ProcessSettings,
    /// Who is told that something may be waiting; nobody unless said.
    #[serde(default)]
    pub mail: Option<MailSettings>,
    /// How much is let through.
    #[serde(default)]
    pub limits: Limits,
}

/// `[installation]`
#[derive(Debug, Clone, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthoritySetting {
    /// The organisation's name, as in its key.
    pub name: String,
    /// Its C2SP verifier key: `name+id+base64`.
    pub key: String,
}

/// `[staging]`
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StagingSettings {
    /// Seconds that arriving frames are held and shuffled: 1 to 600.
    pub window_seconds: u32,
}

impl Default for StagingSettings {
    fn default() -> Self {
        Self {
            window_seconds: 120,
        }
    }
}

impl Settings {
    /// Reads and checks the file; relative paths in it are relative to its own folder.
    pub fn read(file: &Path) -> Result<Self, SettingsError> {
        let mut settings = Self::parse(&std::fs::read_to_string(file)?)?;
        let folder = file.parent().unwrap_or_else(|| Path::new(""));
        settings.folders.resolve(folder);
        settings.storage.resolve(folder);
        settings.public.resolve(folder);
        settings.backup.resolve(folder);
        settings.blobs.resolve(folder);
        if let Some(mail) = &mut settings.mail {
            mail.resolve(folder);
        }
        Ok(settings)
    }

    /// Reads and checks the text.
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        let settings: Self = toml::from_str(text).map_err(|error| form(text, &error))?;
        settings.check()?;
        Ok(settings)
    }

    /// The pinned authorities; at least one is needed to serve.
    pub fn authorities(&self) -> Result<Authorities, SettingsError> {
        let wrong = |problem| Problems::one("installation.authorities", problem);
        let mut authorities = Vec::new();
        for setting in &self.installation.authorities {
            let authority: Authority = setting
                .key
                .parse()
                .map_err(|_| wrong("a key is not in the form name+id+base64"))?;
            if authority.name() != setting.name {
                return Err(wrong("a key has another name than the one beside it").into());
            }
            authorities.push(authority);
        }
        let none = "name every authority that signs notes, each once";
        Ok(Authorities::new(authorities).map_err(|_| wrong(none))?)
    }

    /// The proxies that are believed.
    pub fn proxies(&self) -> Result<TrustedProxies, Problems> {
        let networks = self.public.trusted_proxies.iter();
        let networks: Result<Vec<Network>, _> = networks.map(|text| text.parse()).collect();
        let wrong = "neither an address nor address/bits";
        let networks = networks.map_err(|_| Problems::one("public.trusted_proxies", wrong))?;
        Ok(TrustedProxies::new(networks))
    }

    /// Whether no other machine can reach any listener.
    pub fn is_on_this_machine_only(&self) -> bool {
        let metrics = self.metrics.bind.is_none_or(|bind| bind.ip().is_loopback());
        self.public.bind.ip().is_loopback() && self.staff.bind.ip().is_loopback() && metrics
    }

    fn check(&self) -> Result<(), Problems> {
        let mut found = Found::default();
        self.storage.check(&mut found);
        self.public.check(&mut found);
        self.staff.check(&mut found);
        self.triage.check(&mut found);
        let some = "vault_days between 28 and 730, report_months between 3 and 120";
        found.unless(self.retention.is_sound(), "retention", some);
        self.metrics.check(&mut found);
        self.backup.check(&mut found);
        self.blobs.check(&mut found);
        self.puzzle.check(&mut found);
        let window = (1..=600).contains(&self.staging.window_seconds);
        found.unless(window, "staging.window_seconds", "between 1 and 600");
        if let Some(mail) = &self.mail {
            mail.check(&mut found);
        }
        found.all_of(self.limits.check());
        found.all_of(self.proxies());
        Problems::none_of(found.0)
    }
}

/// What is wrong with the form, and in which line.
fn form(text: &str, error: &toml::de::Error) -> SettingsError {
    let before = error.span().and_then(|span| text.get(..span.start));
    let line = before.map_or(1, |before| before.matches('\n').count().saturating_add(1));
    SettingsError::Form(format!("line {line}: {}", error.message()))
}

#[cfg(test)]
mod tests;
