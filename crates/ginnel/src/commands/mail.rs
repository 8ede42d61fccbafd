//! `ginnel mail list`, `retry`, `test`: what waits to be sent, what was given up, and whether the mail
//! server takes us.

use domain::{Clock, Desk};
use notify::{Letter, PostError};
use rand::{CryptoRng, RngCore};
use storage::{Audience, MailState, OutboxMail, StoreError};

use super::opened::Opened;
use crate::findings::{Finding, Findings, whole};
use crate::place::Place;
use crate::settings::{MailError, MailSettings};

/// Who gets a mail to try it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailTo {
    /// Nobody: only whether the mail server takes us.
    Nobody,
    /// Every address of a desk.
    Desk(Desk),
    /// Every supervisor's.
    Supervisors,
}

/// A line for every mail in the outbox, by desk, audience and reason.
pub async fn list_mails(opened: &Opened) -> Result<Vec<String>, StoreError> {
    let mails = opened.store.mails().await?;
    Ok(mails.iter().map(line).collect())
}

fn line(one: &OutboxMail) -> String {
    let OutboxMail { mail, attempts, .. } = one;
    let state = match (one.state, one.next_try) {
        (MailState::Dead, _) => "given up".to_owned(),
        (MailState::Waiting, None) => "waits".to_owned(),
        (MailState::Waiting, Some(minute)) => {
            let of_day = minute.0.rem_euclid(24 * 60);
            let (hour, minute) = (of_day / 60, of_day % 60);
            format!("waits until {hour:02}:{minute:02} UTC")
        }
    };
    let (audience, kind) = (mail.audience.code(), mail.kind.code());
    format!(
        "{}  {audience}  {kind}  {state}, tried {attempts} times",
        mail.desk
    )
}

/// Makes due what was given up; a running server sends it. Answers how many.
pub async fn retry_mails(opened: &Opened) -> Result<u64, StoreError> {
    opened.store.revive_mails().await
}

/// Hands a mail to the mail server for each of these addresses, beside the outbox, and says what became
/// of it. Opens no database.
pub async fn test_mail<R: RngCore + CryptoRng>(
    place: &Place,
    to: MailTo,
    clock: &dyn Clock,
    rng: &mut R,
) -> Findings {
    let Some(settings) = &place.settings.mail else {
        let mend = "say who is mailed, and how, in the section [mail] of the settings";
        return [Finding::broken("mail", "is not set up", mend)]
            .into_iter()
            .collect();
    };
    match hand_over(settings, to, clock, rng).await {
        Ok(findings) => findings,
        Err(error) => {
            let mend = "edit the section [mail] of the settings";
            [Finding::broken("mail", whole(&error), mend)]
                .into_iter()
                .collect()
        }
    }
}

async fn hand_over<R: RngCore + CryptoRng>(
    settings: &MailSettings,
    to: MailTo,
    clock: &dyn Clock,
    rng: &mut R,
) -> Result<Findings, MailError> {
    let (post, book, from) = (settings.post()?, settings.plan()?.book, settings.from()?);
    let mut findings = Findings::default();
    let (what, well) = if settings.folder.is_some() {
        ("mail.folder", "can be written to; nobody is sent a mail")
    } else {
        ("mail server", "takes us")
    };
    findings.push(found(what, well, post.check().await));
    let readers: Vec<_> = match to {
        MailTo::Nobody => return Ok(findings),
        MailTo::Desk(desk) => book.of(desk, Audience::Desk).collect(),
        MailTo::Supervisors => book.of(Desk::Triage, Audience::Supervisors).collect(),
    };
    if readers.is_empty() {
        let mend = "write an address into mail.desks or mail.supervisors";
        findings.push(Finding::broken("mail", "nobody is to get it", mend));
    }
    let now = clock.now();
    let letters: Vec<_> = readers
        .iter()
        .map(|reader| Letter::make(&from, reader, now, rng))
        .collect();
    let answers = post.post(&letters).await;
    findings.extend(
        readers
            .iter()
            .zip(answers)
            .map(|(reader, answer)| found("mail", reader.as_str(), answer)),
    );
    Ok(findings)
}

fn found(what: &'static str, seen: &str, answer: Result<(), PostError>) -> Finding {
    match answer {
        Ok(()) => Finding::well(what, seen),
        Err(error) => Finding::broken(what, format!("{seen}: {error}"), mend(error)),
    }
}

const fn mend(error: PostError) -> &'static str {
    match error {
        PostError::Refused(535) => "look at mail.smtp.user and its password file",
        PostError::Refused(_) => "look at the address, and whether we may send from mail.from",
        PostError::NotNow(_) => "wait and try again; ask who runs the mail server",
        PostError::Unreachable | PostError::TimedOut => {
            "look at mail.smtp.host and port, the firewall, and whether the mail server runs"
        }
        PostError::NotTrusted => {
            "look at mail.smtp.host (the name in the certificate) and mail.smtp.authority"
        }
        PostError::Unsuitable => "look at mail.smtp.tls and port, and at mail.smtp.user",
        PostError::Folder => "let the server's user write to mail.folder",
    }
}
