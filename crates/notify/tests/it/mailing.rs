//! Looking out and sending, as a server runs them.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use domain::{Desk, Minute};
use notify::{
    AddressBook, Arrivals, DigestTimes, Handed, Letter, Lookout, Mailing, Patience, Plan, Post,
    PostError, Quiet, Sender, StaffedHours,
};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use storage::{OutboxStore, Store};
use storage_sqlite::SqliteStore;
use tokio::sync::{Notify, watch};

use crate::actors::{HandClock, NOON, address};

/// Takes its time over every letter, and says when it begins.
#[derive(Default)]
struct SlowPost {
    begun: Notify,
    taken: Mutex<BTreeSet<Vec<u8>>>,
}

#[async_trait]
impl Post for SlowPost {
    async fn post(&self, letters: &[Letter]) -> Vec<Result<(), PostError>> {
        self.begun.notify_one();
        tokio::time::sleep(Duration::from_millis(300)).await;
        let taken = letters.iter().map(|letter| letter.as_bytes().to_vec());
        self.taken.lock().unwrap().extend(taken);
        letters.iter().map(|_| Ok(())).collect()
    }

    async fn check(&self) -> Result<(), PostError> {
        Ok(())
    }
}

struct NoFrames;

impl Arrivals for NoFrames {
    fn first_since(&self, _: Option<Minute>) -> Option<Minute> {
        None
    }
}

#[tokio::test]
async fn a_digest_that_is_due_goes_at_once_and_a_letter_on_its_way_arrives_before_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
    let shared: Arc<dyn Store> = store.clone();
    let clock = Arc::new(HandClock::at(NOON));
    let book = AddressBook::new([(Desk::Silver, vec![address("silver@example.org")])], []);
    let plan = Plan {
        book: book.clone(),
        digests: DigestTimes::new(vec!["08:00".parse().unwrap()]),
        staffed: StaffedHours::Always,
        quiet: Quiet::default(),
        patience: Patience {
            intake: 10,
            record: 15,
            absent: 4_320,
            canary: None,
        },
    };
    let post = Arc::new(SlowPost::default());
    let sender = Sender {
        store: shared.clone(),
        post: post.clone(),
        book,
        from: address("ginnel@example.org"),
        clock: clock.clone(),
        rng: ChaCha20Rng::seed_from_u64(1),
        handed: Handed::default(),
    };
    let lookout = Lookout::new(shared, plan, Arc::new(NoFrames), NOON);
    let mailing = Mailing {
        lookout,
        sender,
        clock,
    };
    let (stop, stopped) = watch::channel(false);
    let running = tokio::spawn(mailing.run(stopped));
    post.begun.notified().await;
    stop.send(true).unwrap();
    running.await.unwrap();
    assert_eq!(post.taken.lock().unwrap().len(), 1);
    assert_eq!(store.mails().await, Ok(vec![]), "and it is noted");
}
