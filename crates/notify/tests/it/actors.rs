//! Who and what the tests are played with.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use domain::{Clock, UnixSeconds};
use notify::{Address, Letter, Smtp, SmtpSettings, Tls};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

use crate::server::MailServer;

pub(crate) const NOON: UnixSeconds = UnixSeconds(20_780 * 86_400 + 43_200);

pub(crate) fn address(text: &str) -> Address {
    text.parse().unwrap()
}

/// One letter for each name at example.org.
pub(crate) fn letters<const N: usize>(names: [&str; N]) -> [Letter; N] {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let from = address("ginnel@example.org");
    names.map(|name| {
        let to = address(&format!("{name}@example.org"));
        Letter::make(&from, &to, NOON, &mut rng)
    })
}

pub(crate) fn settings(port: u16, tls: Tls) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".into(),
        port,
        tls,
        authority: None,
        login: None,
        envelope: address("bounces@ginnel.example.org"),
        patience: Duration::from_secs(10),
    }
}

/// Without encryption, to this machine.
pub(crate) fn plain(server: &MailServer) -> Smtp {
    Smtp::new(settings(server.port, Tls::None)).unwrap()
}

pub(crate) struct HandClock(AtomicI64);

impl HandClock {
    pub(crate) fn at(now: UnixSeconds) -> Self {
        Self(AtomicI64::new(now.0))
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> UnixSeconds {
        UnixSeconds(self.0.load(Ordering::SeqCst))
    }
}
