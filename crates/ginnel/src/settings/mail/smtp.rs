//! `[mail.smtp]`: the mail server.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use notify::{Folder, Login, Post, Smtp, SmtpSettings, Tls, UnusableSmtp};
use serde::{Deserialize, Serialize};

use super::{MailSettings, Written};
use crate::settings::problem::{Found, Problems};
use crate::settings::{SecretFile, SecretFileError};

/// Why there is nothing to hand mails to.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The settings make no sense.
    #[error("the settings: {0}")]
    Settings(Problems),
    /// The passphrase cannot be read.
    #[error("the mail server's passphrase: {0}")]
    Password(#[from] SecretFileError),
    /// The certificate authority cannot be read.
    #[error("mail.smtp.authority cannot be read: {0}")]
    Authority(std::io::Error),
    /// The mail server cannot be used like this.
    #[error("mail.smtp: {0}")]
    Smtp(#[from] UnusableSmtp),
}

impl From<Problems> for MailError {
    fn from(problems: Problems) -> Self {
        Self::Settings(problems)
    }
}

/// How the connection is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TlsSetting {
    /// From the first byte.
    #[default]
    Tls,
    /// After STARTTLS.
    Starttls,
    /// Not at all; to this machine only.
    None,
}

/// `[mail.smtp]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpSection {
    /// The mail server's name, as in its certificate.
    pub host: String,
    /// Its port; if not said 465 with tls, 587 with starttls, 25 with none.
    #[serde(default)]
    pub port: Option<u16>,
    /// How the connection is encrypted.
    #[serde(default)]
    pub tls: TlsSetting,
    /// A file with the one certificate authority to trust; if not said those that browsers trust.
    #[serde(default)]
    pub authority: Option<PathBuf>,
    /// The name to sign in with, if any.
    #[serde(default)]
    pub user: Option<Written>,
    /// The file of mode 0600 that holds the passphrase.
    #[serde(default)]
    pub password_file: Option<SecretFile>,
    /// Where what cannot be delivered comes back to; if not said to whom mails come from.
    #[serde(default)]
    pub envelope: Option<Written>,
    /// Seconds each step may take.
    #[serde(default = "half_a_minute")]
    pub seconds: u16,
}

const fn half_a_minute() -> u16 {
    30
}

impl MailSettings {
    /// What mails are handed to: the folder, or the mail server, whose passphrase is read now.
    pub fn post(&self) -> Result<Arc<dyn Post>, MailError> {
        if let Some(folder) = &self.folder {
            return Ok(Arc::new(Folder::at(folder)));
        }
        let none = || Problems::one("mail.smtp", "is not there");
        let smtp = self.smtp.as_ref().ok_or_else(none)?;
        Ok(Arc::new(Smtp::new(smtp.settings(&self.from)?)?))
    }
}

impl SmtpSection {
    pub(super) fn resolve(&mut self, folder: &Path) {
        self.authority = self.authority.take().map(|file| folder.join(file));
        if let Some(file) = &mut self.password_file {
            file.resolve(folder);
        }
    }

    pub(super) fn check(&self, found: &mut Found) {
        let both = self.user.is_some() == self.password_file.is_some();
        let problem = "user and password_file are said together or not at all";
        found.unless(both, "mail.smtp", problem);
        let patient = (1..=120).contains(&self.seconds);
        found.unless(patient, "mail.smtp.seconds", "between 1 and 120");
        if let Some(envelope) = &self.envelope {
            found.all_of(envelope.address("mail.smtp.envelope"));
        }
    }

    fn settings(&self, from: &Written) -> Result<SmtpSettings, MailError> {
        let tls = match self.tls {
            TlsSetting::Tls => Tls::Tls,
            TlsSetting::Starttls => Tls::Starttls,
            TlsSetting::None => Tls::None,
        };
        let envelope = self.envelope.as_ref().unwrap_or(from);
        Ok(SmtpSettings {
            host: self.host.clone(),
            port: self.port.unwrap_or(match tls {
                Tls::Tls => 465,
                Tls::Starttls => 587,
                Tls::None => 25,
            }),
            tls,
            authority: self.read_authority().map_err(MailError::Authority)?,
            login: self.login()?,
            envelope: envelope.address("mail.smtp.envelope")?,
            patience: Duration::from_secs(self.seconds.into()),
        })
    }

    fn read_authority(&self) -> std::io::Result<Option<Vec<u8>>> {
        self.authority.as_ref().map(std::fs::read).transpose()
    }

    fn login(&self) -> Result<Option<Login>, SecretFileError> {
        let (Some(user), Some(file)) = (&self.user, &self.password_file) else {
            return Ok(None);
        };
        Ok(Some(Login {
            user: user.0.clone(),
            password: file.read()?,
        }))
    }
}
