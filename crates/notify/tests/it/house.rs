//! Servers that look out and send, in a world whose clock only the test moves.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::{Clock, Desk, District, Minute};
use notify::{
    AddressBook, Arrivals, DigestTimes, Handed, Lookout, Patience, Plan, Post, Quiet, Sender, Smtp,
    StaffedHours, Tls,
};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use storage::{Audience, Mail, MailKind, OutboxStore, Slot, Store};
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

use crate::actors::{HandClock, NOON, address, settings};
use crate::server::Mailboxes;

pub(crate) const LEEDS: Desk = Desk::Bronze(District::Leeds);

/// Frames that nobody fetches have been there since noon, if there are any.
#[derive(Default)]
pub(crate) struct SinceNoon(AtomicBool);

impl Arrivals for SinceNoon {
    fn first_since(&self, _: Option<Minute>) -> Option<Minute> {
        self.0.load(Ordering::SeqCst).then(|| NOON.minute())
    }
}

/// One of them.
pub(crate) struct House {
    pub(crate) store: Arc<SqliteStore>,
    pub(crate) clock: Arc<HandClock>,
    arrivals: Arc<SinceNoon>,
    pub(crate) lookout: Lookout,
    pub(crate) sender: Sender<ChaCha20Rng>,
    folder: Arc<TempDir>,
}

impl House {
    pub(crate) async fn mailing_to(port: u16, desks: &[(Desk, &[&str])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
        Self::on(store, Arc::new(folder), port, desks)
    }

    /// Another server at the same database.
    pub(crate) fn beside(&self, port: u16, desks: &[(Desk, &[&str])]) -> Self {
        Self::on(self.store.clone(), self.folder.clone(), port, desks)
    }

    /// Frames are there that nobody fetches.
    pub(crate) fn frames_wait(&self) {
        self.arrivals.0.store(true, Ordering::SeqCst);
    }

    fn on(
        store: Arc<SqliteStore>,
        folder: Arc<TempDir>,
        port: u16,
        desks: &[(Desk, &[&str])],
    ) -> Self {
        let shared: Arc<dyn Store> = store.clone();
        let clock = Arc::new(HandClock::at(NOON));
        let arrivals = Arc::new(SinceNoon::default());
        let desks = desks.iter().map(|(desk, names)| {
            let names = names
                .iter()
                .map(|name| address(&format!("{name}@example.org")));
            (*desk, names.collect())
        });
        let book = AddressBook::new(desks, [address("supervisor@example.org")]);
        let plan = Plan {
            book: book.clone(),
            // Every ten minutes: far more than anybody would set.
            digests: DigestTimes::new(
                (0..24 * 6)
                    .map(|ten| format!("{:02}:{}0", ten / 6, ten % 6).parse().unwrap())
                    .collect(),
            ),
            staffed: StaffedHours::Always,
            quiet: Quiet::default(),
            patience: Patience {
                intake: 10,
                record: 15,
                absent: 4_320,
                canary: None,
            },
        };
        let smtp: Arc<dyn Post> = Arc::new(Smtp::new(settings(port, Tls::None)).unwrap());
        Self {
            lookout: Lookout::new(shared.clone(), plan, arrivals.clone(), NOON),
            sender: Sender {
                store: shared,
                post: smtp,
                book,
                from: address("ginnel@example.org"),
                clock: clock.clone(),
                rng: ChaCha20Rng::seed_from_u64(1),
                handed: Handed::default(),
            },
            store,
            clock,
            arrivals,
            folder,
        }
    }

    /// A minute passes: one look, one round of sending.
    pub(crate) async fn minute(&mut self) {
        self.lookout.look(self.clock.now()).await.unwrap();
        self.sender.send_due().await.unwrap();
        self.clock.pass(60);
    }

    pub(crate) async fn put(&self, mail: Mail) {
        let slot = Slot {
            number: self.clock.now().0,
            apart: 1,
        };
        self.store.put_mail(mail, slot).await.unwrap();
    }
}

pub(crate) const fn digest(desk: Desk) -> Mail {
    Mail {
        desk,
        audience: Audience::Desk,
        kind: MailKind::Digest,
    }
}

/// How many mails arrived for each.
pub(crate) fn count_by_reader(mailboxes: &Mailboxes) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for mail in mailboxes.arrived() {
        *counts.entry(mail.to[0].clone()).or_default() += 1;
    }
    counts
}
