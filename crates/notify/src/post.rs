//! Whatever hands letters over, and how that fails.

use async_trait::async_trait;

use crate::Letter;

/// Why a letter was not handed over. Says codes, never what the other side wrote: that may name
/// somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PostError {
    /// The mail server will never take it: a wrong address, a wrong passphrase, a sender not allowed.
    #[error("the mail server refused it for good (code {0})")]
    Refused(u16),
    /// The mail server does not take it now.
    #[error("the mail server does not take it now (code {0})")]
    NotNow(u16),
    /// The mail server cannot be reached, or the connection broke.
    #[error("the mail server cannot be reached")]
    Unreachable,
    /// The mail server took too long.
    #[error("the mail server did not answer in time")]
    TimedOut,
    /// The certificate is not the mail server's, or no encryption came about.
    #[error("the mail server could not prove who it is")]
    NotTrusted,
    /// The mail server does not offer what the settings ask for, or does not speak SMTP.
    #[error(
        "the mail server does not offer what the settings ask for (STARTTLS, a way to sign in)"
    )]
    Unsuitable,
    /// The folder cannot be written.
    #[error("the folder for mails cannot be written")]
    Folder,
}

impl PostError {
    /// Whether trying again helps nothing until somebody mends it.
    pub const fn is_permanent(self) -> bool {
        matches!(self, Self::Refused(_))
    }

    /// Whether it says something of this letter, and not of the mail server.
    pub const fn is_of_the_letter(self) -> bool {
        matches!(self, Self::Refused(_) | Self::NotNow(_))
    }
}

/// Hands letters over.
#[async_trait]
pub trait Post: Send + Sync {
    /// Hands these over, in order, and answers for each.
    async fn post(&self, letters: &[Letter]) -> Vec<Result<(), PostError>>;

    /// Goes as far as one can without a letter: connects, proves who is there, signs in.
    async fn check(&self) -> Result<(), PostError>;
}
