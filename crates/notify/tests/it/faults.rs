//! A mail server that takes mails, and one that does not.

use std::time::Duration;

use notify::{LETTER_LEN, Post, PostError, Smtp, SmtpSettings, Tls};

use crate::actors::{letters, plain, settings};
use crate::server::{MailServer, Mailboxes};

#[tokio::test]
async fn letters_arrive_byte_for_byte_each_for_itself() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let sent = letters(["leeds", "bradford", "a.much.longer.name"]);
    assert_eq!(plain(&server).check().await, Ok(()));
    assert_eq!(plain(&server).post(&sent).await, [Ok(()), Ok(()), Ok(())]);
    let arrived = mailboxes.arrived();
    assert_eq!(arrived.len(), 3);
    for (sent, arrived) in sent.iter().zip(arrived) {
        assert_eq!(arrived.bytes, sent.as_bytes());
        assert_eq!(arrived.bytes.len(), LETTER_LEN);
        assert_eq!(arrived.from, "bounces@ginnel.example.org");
        assert_eq!(arrived.to, [sent.to().as_str()]);
        assert_eq!(
            arrived.hello, "ginnel.example.org",
            "not this machine's name"
        );
    }
}

#[tokio::test]
async fn one_reader_who_is_refused_keeps_the_letter_from_nobody_else() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let sent = letters(["one", "refused", "two", "later", "three"]);
    let (refused, later) = (PostError::Refused(550), PostError::NotNow(451));
    let answers = plain(&server).post(&sent).await;
    assert_eq!(answers, [Ok(()), Err(refused), Ok(()), Err(later), Ok(())]);
    assert!(refused.is_permanent() && !later.is_permanent());
    let to: Vec<_> = mailboxes
        .arrived()
        .into_iter()
        .flat_map(|mail| mail.to)
        .collect();
    assert_eq!(
        to,
        ["one", "two", "three"].map(|name| format!("{name}@example.org"))
    );
}

#[tokio::test]
async fn a_connection_that_breaks_in_the_middle_is_no_delivery() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let sent = letters(["one", "dropped", "two"]);
    let answers = plain(&server).post(&sent).await;
    assert_eq!(answers, [Ok(()), Err(PostError::Unreachable), Ok(())]);
    assert_eq!(mailboxes.arrived().len(), 2);
}

#[tokio::test]
async fn a_slow_mail_server_is_not_waited_for() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let hurried = Smtp::new(SmtpSettings {
        patience: Duration::from_secs(1),
        ..settings(server.port, Tls::None)
    });
    let answers = hurried.unwrap().post(&letters(["slow"])).await;
    assert_eq!(answers, [Err(PostError::TimedOut)]);
    assert!(mailboxes.arrived().is_empty());
}

#[tokio::test]
async fn a_server_that_accepts_and_says_nothing_is_not_waited_for() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = silent.local_addr().unwrap().port();
    let hurried = Smtp::new(SmtpSettings {
        patience: Duration::from_millis(200),
        ..settings(port, Tls::None)
    });
    let hurried = hurried.unwrap();
    assert_eq!(hurried.check().await, Err(PostError::TimedOut));
    let answers = hurried.post(&letters(["one", "two"])).await;
    assert_eq!(
        answers,
        [Err(PostError::TimedOut); 2],
        "asked once for both"
    );
}

#[tokio::test]
async fn nobody_there_is_said_of_every_letter() {
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let nobody = Smtp::new(settings(port, Tls::None)).unwrap();
    let answers = nobody.post(&letters(["one", "two"])).await;
    assert_eq!(answers, [Err(PostError::Unreachable); 2]);
}

#[tokio::test]
async fn what_does_not_speak_smtp_is_unsuitable() {
    use std::io::Write;
    let web = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = web.local_addr().unwrap().port();
    let answering = std::thread::spawn(move || {
        let (mut caller, _) = web.accept().unwrap();
        caller
            .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .unwrap();
    });
    let smtp = Smtp::new(settings(port, Tls::None)).unwrap();
    assert_eq!(smtp.check().await, Err(PostError::Unsuitable));
    answering.join().unwrap();
}
