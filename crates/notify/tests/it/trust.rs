//! Encryption: whom we believe, and what we never say to anybody else.

use notify::{Login, Post, PostError, Smtp, SmtpSettings, Tls, UnusableSmtp};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tempfile::TempDir;

use crate::actors::{letters, settings};
use crate::server::{MailServer, Mailboxes};

const PASSWORD: &str = "correct horse battery staple";

/// A certificate authority, and a server's certificate from it.
struct Papers {
    authority: Vec<u8>,
    folder: TempDir,
}

impl Papers {
    fn for_host(host: &str) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let authority = CertifiedIssuer::self_signed(params, key).unwrap();
        let key = KeyPair::generate().unwrap();
        let server = CertificateParams::new(vec![host.to_owned()]).unwrap();
        let server = server.signed_by(&key, &authority).unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("cert.pem"), server.pem()).unwrap();
        std::fs::write(folder.path().join("key.pem"), key.serialize_pem()).unwrap();
        Self {
            authority: authority.pem().into_bytes(),
            folder,
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// A server that encrypts like this and wants a login.
    fn serve(&self, mailboxes: &Mailboxes, tls: &str) -> MailServer {
        let (certificate, key) = (self.path("cert.pem"), self.path("key.pem"));
        let login = ["--user", "ginnel", "--password", PASSWORD];
        let mut options = vec!["--tls", tls, "--certificate", &certificate, "--key", &key];
        options.extend(login);
        MailServer::start(mailboxes, &options)
    }
}

fn login(password: &str) -> Login {
    Login {
        user: "ginnel".into(),
        password: password.into(),
    }
}

fn trusting(papers: &Papers, server: &MailServer, tls: Tls) -> SmtpSettings {
    SmtpSettings {
        authority: Some(papers.authority.clone()),
        login: Some(login(PASSWORD)),
        ..settings(server.port, tls)
    }
}

async fn answers(settings: SmtpSettings) -> Vec<Result<(), PostError>> {
    let smtp = Smtp::new(settings).unwrap();
    smtp.post(&letters(["leeds"])).await
}

const BOTH: [(&str, Tls); 2] = [("starttls", Tls::Starttls), ("tls", Tls::Tls)];

#[tokio::test]
async fn letters_go_encrypted_and_signed_in_to_a_server_of_our_own_authority() {
    let papers = Papers::for_host("127.0.0.1");
    for (name, tls) in BOTH {
        let mailboxes = Mailboxes::new();
        let server = papers.serve(&mailboxes, name);
        let settings = trusting(&papers, &server, tls);
        assert_eq!(Smtp::new(settings.clone()).unwrap().check().await, Ok(()));
        assert_eq!(answers(settings).await, [Ok(())], "{name}");
        assert_eq!(mailboxes.arrived().len(), 1, "{name}");
    }
}

#[tokio::test]
async fn a_certificate_of_another_authority_or_for_another_host_is_refused() {
    let (papers, strangers) = (Papers::for_host("127.0.0.1"), Papers::for_host("127.0.0.1"));
    let elsewhere = Papers::for_host("mail.example.org");
    for (name, tls) in BOTH {
        let mailboxes = Mailboxes::new();
        let server = papers.serve(&mailboxes, name);
        let other = SmtpSettings {
            authority: Some(strangers.authority.clone()),
            ..trusting(&papers, &server, tls)
        };
        let public = SmtpSettings {
            authority: None,
            ..trusting(&papers, &server, tls)
        };
        for settings in [other, public] {
            assert_eq!(
                answers(settings).await,
                [Err(PostError::NotTrusted)],
                "{name}"
            );
        }
        let server = elsewhere.serve(&mailboxes, name);
        let settings = trusting(&elsewhere, &server, tls);
        assert_eq!(
            answers(settings).await,
            [Err(PostError::NotTrusted)],
            "{name}"
        );
        assert!(mailboxes.arrived().is_empty());
    }
}

#[tokio::test]
async fn a_server_without_starttls_gets_neither_letter_nor_passphrase() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let papers = Papers::for_host("127.0.0.1");
    let settings = trusting(&papers, &server, Tls::Starttls);
    assert_eq!(answers(settings).await, [Err(PostError::Unsuitable)]);
    let settings = trusting(&papers, &server, Tls::Tls);
    assert!(answers(settings).await[0].is_err());
    assert!(mailboxes.arrived().is_empty());
}

#[tokio::test]
async fn a_wrong_passphrase_is_refused_for_good() {
    let papers = Papers::for_host("127.0.0.1");
    let mailboxes = Mailboxes::new();
    let server = papers.serve(&mailboxes, "starttls");
    let settings = SmtpSettings {
        login: Some(login("wrong")),
        ..trusting(&papers, &server, Tls::Starttls)
    };
    let [answer] = answers(settings).await[..] else {
        panic!("one letter, one answer");
    };
    assert_eq!(answer, Err(PostError::Refused(535)));
    assert!(mailboxes.arrived().is_empty());
}

#[test]
fn without_encryption_mail_goes_to_this_machine_only() {
    let at = |host: &str, tls| {
        let settings = SmtpSettings {
            host: host.into(),
            ..settings(25, tls)
        };
        Smtp::new(settings).map(drop)
    };
    for here in ["127.0.0.1", "127.0.0.2", "::1", "localhost"] {
        assert_eq!(at(here, Tls::None), Ok(()), "{here}");
    }
    for elsewhere in [
        "mail.example.org",
        "192.0.2.1",
        "localhost.example.org",
        "0.0.0.0",
    ] {
        assert_eq!(
            at(elsewhere, Tls::None),
            Err(UnusableSmtp::Unencrypted),
            "{elsewhere}"
        );
        assert_eq!(at(elsewhere, Tls::Starttls), Ok(()));
    }
    assert_eq!(at("", Tls::Tls), Err(UnusableSmtp::Host));
}

#[test]
fn an_authority_is_a_certificate() {
    for pem in [
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    ] {
        let settings = SmtpSettings {
            authority: Some(pem.into()),
            ..settings(25, Tls::Tls)
        };
        assert_eq!(
            Smtp::new(settings).map(drop),
            Err(UnusableSmtp::Authority),
            "{pem}"
        );
    }
}

#[test]
fn settings_print_neither_passphrase_nor_addresses() {
    let settings = SmtpSettings {
        login: Some(login(PASSWORD)),
        ..settings(25, Tls::Tls)
    };
    let printed = format!("{settings:?}");
    for secret in [PASSWORD, "bounces", "\"ginnel\""] {
        assert!(!printed.contains(secret), "{printed}");
    }
}
