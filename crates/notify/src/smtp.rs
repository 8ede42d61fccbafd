//! A mail server, by SMTP, encrypted unless it runs on this very machine.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use async_trait::async_trait;
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters,
};
use lettre::transport::smtp::extension::ClientId;
use secrecy::{ExposeSecret, SecretString};
use tokio::time::timeout;

use crate::{Address, Letter, Post, PostError};

/// How the connection is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// From the first byte (port 465).
    Tls,
    /// After STARTTLS, without which nothing is sent (port 587).
    Starttls,
    /// Not at all: to this machine only.
    None,
}

/// Who signs in to the mail server.
#[derive(Clone)]
pub struct Login {
    /// The name.
    pub user: String,
    /// The passphrase.
    pub password: SecretString,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(..)")
    }
}

/// Where and how letters are handed over.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    /// The mail server's name or address, as in its certificate.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is encrypted.
    pub tls: Tls,
    /// The one certificate authority to trust, in PEM; without it those the browsers trust.
    pub authority: Option<Vec<u8>>,
    /// Who signs in, if anybody.
    pub login: Option<Login>,
    /// Where mails that cannot be delivered come back to.
    pub envelope: Address,
    /// How long each step may take: connecting, signing in, one letter.
    pub patience: Duration,
}

/// Why these settings cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnusableSmtp {
    /// Unencrypted, and not to this machine.
    #[error("without encryption mail goes to this machine only: a loopback address or localhost")]
    Unencrypted,
    /// The certificate authority cannot be read.
    #[error("the certificate authority is not a certificate in PEM")]
    Authority,
    /// The host is no name.
    #[error("the mail server's name is no host name and no address")]
    Host,
}

/// A mail server. Nothing stays open between two calls.
pub struct Smtp {
    settings: SmtpSettings,
    tls: Option<TlsParameters>,
    hello: ClientId,
}

impl Smtp {
    /// Takes settings that can be used; connects to nobody yet.
    pub fn new(settings: SmtpSettings) -> Result<Self, UnusableSmtp> {
        if settings.host.is_empty() {
            return Err(UnusableSmtp::Host);
        }
        if settings.tls == Tls::None && !is_this_machine(&settings.host) {
            return Err(UnusableSmtp::Unencrypted);
        }
        let tls = match settings.tls {
            Tls::None => None,
            Tls::Tls | Tls::Starttls => Some(encryption(&settings)?),
        };
        // Not this machine's own name: that is nobody's business.
        let hello = ClientId::Domain(settings.envelope.domain().into());
        Ok(Self {
            settings,
            tls,
            hello,
        })
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, PostError> {
        let (at_once, later) = match self.settings.tls {
            Tls::Tls => (self.tls.clone(), None),
            Tls::Starttls => (None, self.tls.clone()),
            Tls::None => (None, None),
        };
        let patience = self.settings.patience;
        let server = (self.settings.host.as_str(), self.settings.port);
        let connecting =
            AsyncSmtpConnection::connect_tokio1(server, Some(patience), &self.hello, at_once, None);
        let mut connection = self.in_time(connecting).await?;
        if let Some(tls) = later {
            self.in_time(connection.starttls(tls, &self.hello)).await?;
        }
        if let Some(login) = &self.settings.login {
            // EXPOSE: the mail server is told, over an encrypted connection or on this machine.
            let secret = login.password.expose_secret().to_owned();
            let credentials = Credentials::new(login.user.clone(), secret);
            let signing_in = connection.auth(DEFAULT_MECHANISMS, &credentials);
            self.in_time(signing_in).await?;
        }
        Ok(connection)
    }

    async fn hand_over(
        &self,
        connection: &mut AsyncSmtpConnection,
        letter: &Letter,
    ) -> Result<(), PostError> {
        let from = Some(self.settings.envelope.to_lettre());
        let envelope = Envelope::new(from, vec![letter.to().to_lettre()]);
        let envelope = envelope.map_err(|_| PostError::Unsuitable)?;
        // The library ends the last line itself.
        let bytes = letter.as_bytes();
        let bytes = bytes.strip_suffix(b"\r\n").unwrap_or(bytes);
        let sending = connection.send(&envelope, bytes);
        let sent = self.in_time(sending).await;
        sent.map(drop).map_err(|error| match error {
            // It spoke SMTP a moment ago, so what broke is the connection.
            PostError::Unsuitable => PostError::Unreachable,
            other => other,
        })
    }

    /// The library waits for ever for an answer; nobody else does.
    async fn in_time<T>(
        &self,
        step: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, PostError> {
        match timeout(self.settings.patience, step).await {
            Ok(done) => done.map_err(|error| reason(&error)),
            Err(_) => Err(PostError::TimedOut),
        }
    }
}

#[async_trait]
impl Post for Smtp {
    async fn post(&self, letters: &[Letter]) -> Vec<Result<(), PostError>> {
        let (mut answers, mut line) = (Vec::with_capacity(letters.len()), None);
        for letter in letters {
            let mut connection = match line.take() {
                Some(open) => open,
                None => match self.connect().await {
                    Ok(open) => open,
                    Err(error) => {
                        // The rest would wait as long for the same answer.
                        answers.resize(letters.len(), Err(error));
                        return answers;
                    }
                },
            };
            answers.push(self.hand_over(&mut connection, letter).await);
            if answers.last().is_some_and(Result::is_ok) {
                line = Some(connection);
            }
        }
        if let Some(mut connection) = line {
            let _ = self.in_time(connection.quit()).await;
        }
        answers
    }

    async fn check(&self) -> Result<(), PostError> {
        let mut connection = self.connect().await?;
        let _ = self.in_time(connection.quit()).await;
        Ok(())
    }
}

/// How every certificate begins.
const PEM: &[u8] = b"-----BEGIN CERTIFICATE-----";

fn is_this_machine(host: &str) -> bool {
    let address = host.parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

fn encryption(settings: &SmtpSettings) -> Result<TlsParameters, UnusableSmtp> {
    let mut builder = TlsParameters::builder(settings.host.clone());
    if let Some(pem) = &settings.authority {
        if !pem.windows(PEM.len()).any(|line| line == PEM) {
            return Err(UnusableSmtp::Authority);
        }
        let certificate = Certificate::from_pem(pem).map_err(|_| UnusableSmtp::Authority)?;
        builder = builder
            .certificate_store(CertificateStore::None)
            .add_root_certificate(certificate);
    }
    builder.build_rustls().map_err(|_| UnusableSmtp::Authority)
}

/// What of the library's error may be said.
fn reason(error: &Error) -> PostError {
    if let Some(code) = error.status() {
        let code = u16::from(code);
        return if error.is_permanent() {
            PostError::Refused(code)
        } else {
            PostError::NotNow(code)
        };
    }
    if error.is_timeout() {
        PostError::TimedOut
    } else if error.is_tls() || is_about_trust(error) {
        PostError::NotTrusted
    } else if error.is_client() || error.is_response() {
        PostError::Unsuitable
    } else {
        PostError::Unreachable
    }
}

/// A handshake that fails comes as a broken connection with the certificate's fault inside.
fn is_about_trust(error: &Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let io = cause.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| io.kind() == std::io::ErrorKind::InvalidData) {
            return true;
        }
        source = cause.source();
    }
    false
}
