//! Hands over what is due in the outbox, and says what became of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::Clock;
use rand::{CryptoRng, RngCore};
use storage::{LeasedMail, Mail, NotSent, Store, StoreError};

use crate::backoff::next_try;
use crate::{Address, AddressBook, Letter, Post, PostError};

/// After so many attempts a mail is given up: most of a day.
pub const ATTEMPTS: u32 = 24;
/// Mails handed over before anybody else has a turn.
const AT_ONCE: usize = 64;

/// Sends what is due.
pub struct Sender<R> {
    /// Where the outbox is.
    pub store: Arc<dyn Store>,
    /// What hands letters over.
    pub post: Arc<dyn Post>,
    /// Who is mailed.
    pub book: AddressBook,
    /// Whom mails come from.
    pub from: Address,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Draws ids and jitter.
    pub rng: R,
    /// Who of a mail's readers have it already, since others of them have not.
    pub handed: Handed,
}

/// Who has a mail that is to be tried again for others; in memory only.
#[derive(Debug, Default)]
pub struct Handed(BTreeMap<Mail, (u32, BTreeSet<Address>)>);

/// How one mail went.
enum Went {
    /// Everybody has it.
    Well,
    /// Somebody has not.
    Badly(PostError),
}

impl<R: RngCore + CryptoRng + Send> Sender<R> {
    /// Sends what is due, one mail after the other; stops early when the mail server is in trouble.
    /// Answers how many everybody has.
    pub async fn send_due(&mut self) -> Result<usize, StoreError> {
        let mut sent = 0_usize;
        for _ in 0..AT_ONCE {
            let due = self.store.take_mails(1, self.clock.now().minute()).await?;
            let Some(leased) = due.into_iter().next() else {
                break;
            };
            match self.send(leased).await {
                Went::Well => {
                    self.store.mail_sent(leased.mail, leased.lease).await?;
                    sent = sent.saturating_add(1);
                }
                Went::Badly(error) => {
                    let then = self.then(leased, error);
                    self.store
                        .mail_not_sent(leased.mail, leased.lease, then)
                        .await?;
                    if !error.is_of_the_letter() {
                        break;
                    }
                }
            }
        }
        Ok(sent)
    }

    /// Sends one mail to everybody who has not got it.
    async fn send(&mut self, leased: LeasedMail) -> Went {
        let Mail { desk, audience, .. } = leased.mail;
        let mut have = self.handed.take(leased);
        let readers: Vec<_> = self.book.of(desk, audience).cloned().collect();
        let now = self.clock.now();
        let missing = readers.iter().filter(|reader| !have.contains(reader));
        let letters: Vec<_> = missing
            .map(|to| Letter::make(&self.from, to, now, &mut self.rng))
            .collect();
        let answers = self.post.post(&letters).await;
        let mut worst = None;
        for (letter, answer) in letters.iter().zip(answers) {
            match answer {
                Ok(()) => {
                    have.insert(letter.to().clone());
                }
                // What may mend itself is tried again before what was refused is given up.
                Err(error) if error.is_permanent() => worst = worst.or(Some(error)),
                Err(error) => worst = Some(error),
            }
        }
        match worst {
            None => Went::Well,
            Some(error) => {
                self.handed.keep(leased, have);
                Went::Badly(error)
            }
        }
    }

    fn then(&mut self, leased: LeasedMail, error: PostError) -> NotSent {
        if error.is_permanent() || leased.attempts >= ATTEMPTS {
            // Neither whose mail it was nor why it was sent: the minute of an alarm tells of a tip.
            tracing::error!(%error, "a mail was given up: see `ginnel mail list`");
            self.handed.forget(leased.mail);
            return NotSent::Dead;
        }
        let now = self.clock.now().minute();
        NotSent::RetryAt(next_try(leased.attempts, now, &mut self.rng))
    }
}

impl Handed {
    /// Who had it after the attempt before this one; nobody of a mail that is new.
    fn take(&mut self, leased: LeasedMail) -> BTreeSet<Address> {
        match self.0.remove(&leased.mail) {
            Some((attempts, have)) if attempts.saturating_add(1) == leased.attempts => have,
            Some(_) | None => BTreeSet::new(),
        }
    }

    fn keep(&mut self, leased: LeasedMail, have: BTreeSet<Address>) {
        self.0.insert(leased.mail, (leased.attempts, have));
    }

    fn forget(&mut self, mail: Mail) {
        self.0.remove(&mail);
    }
}
