//! An unknown, an empty and a waiting mailbox: the same calls, the same bytes, the same time.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use api::Dice;
use api::mailboxes::{ANSWER_LEN, Mailboxes, STEP};
use async_trait::async_trait;
use domain::mailbox::{Address, SLOTS};
use domain::{Day, FRAME_LEN};
use rand::seq::SliceRandom;
use rand::{CryptoRng, Error, RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use storage::{NewReply, PutReplyError, ReadSlot, ReplyStore, StoreError};
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

use super::tokens;
use crate::actors::sealed;

const TODAY: Day = Day(20_780);
const UNKNOWN: u8 = 1;
const EMPTY: u8 = 2;
const WAITING: u8 = 3;
const KINDS: [u8; 3] = [UNKNOWN, EMPTY, WAITING];
/// Places in [`KINDS`] that are compared, and what to call them.
const PAIRS: [(usize, usize, &str); 3] = [
    (0, 1, "unknown and empty"),
    (0, 2, "unknown and waiting"),
    (1, 2, "empty and waiting"),
];
const SAMPLES: usize = 10_000;
const ROUNDS: u64 = 3;
/// As dudect has it.
const T_MAX: f64 = 4.5;

/// A store with one mailbox whose reply was deleted, and one in which a reply waits.
async fn store() -> (Arc<SqliteStore>, TempDir) {
    let folder = TempDir::new().unwrap();
    let store = SqliteStore::open(folder.path()).await.unwrap();
    for phrase in [EMPTY, WAITING] {
        let reply = tokens(phrase).map(|token| (token.address(), sealed(phrase)));
        store.put_reply(reply).await.unwrap();
    }
    store.hand_out_replies(TODAY).await.unwrap();
    let [first, ..] = tokens(EMPTY);
    store.delete_reply(first.address()).await.unwrap();
    (Arc::new(store), folder)
}

/// Notes what is asked of a store, and how much it answers.
struct Noting {
    store: Arc<SqliteStore>,
    calls: Mutex<Vec<(&'static str, usize)>>,
}

impl Noting {
    fn note(&self, call: &'static str, size: usize) {
        self.calls.lock().unwrap().push((call, size));
    }
}

#[async_trait]
impl ReplyStore for Noting {
    async fn put_reply(&self, reply: NewReply) -> Result<(), PutReplyError> {
        self.store.put_reply(reply).await
    }

    async fn hand_out_replies(&self, day: Day) -> Result<u64, StoreError> {
        self.store.hand_out_replies(day).await
    }

    async fn read_slots(&self, addresses: &[Address; SLOTS]) -> Result<Vec<ReadSlot>, StoreError> {
        let read = self.store.read_slots(addresses).await?;
        let bytes = read.iter().map(|slot| slot.frame.as_bytes().len()).sum();
        self.note("read_slots", bytes);
        Ok(read)
    }

    async fn delete_reply(&self, address: Address) -> Result<(), StoreError> {
        self.note("delete_reply", 0);
        self.store.delete_reply(address).await
    }

    async fn purge_replies(&self, before: Day) -> Result<u64, StoreError> {
        self.store.purge_replies(before).await
    }
}

/// Counts the bytes drawn. It is no randomness for anything but a test: a good one, unoptimised as tests
/// are, would take most of the time that is measured.
struct Counting(u64, Arc<AtomicUsize>);

impl RngCore for Counting {
    fn next_u32(&mut self) -> u32 {
        self.1.fetch_add(4, Ordering::SeqCst);
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        u32::try_from(self.0 >> 32).unwrap()
    }

    fn next_u64(&mut self) -> u64 {
        u64::from(self.next_u32()) << 32 | u64::from(self.next_u32())
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        let filler = u8::try_from(self.next_u32() >> 24).unwrap();
        self.1.fetch_add(bytes.len(), Ordering::SeqCst);
        bytes.fill(filler);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl CryptoRng for Counting {}

#[actix_web::test]
async fn whatever_lies_there_the_store_is_asked_the_same_and_as_many_fillers_are_drawn() {
    let (store, _folder) = store().await;
    let noting = Arc::new(Noting {
        store,
        calls: Mutex::default(),
    });
    let drawn = Arc::new(AtomicUsize::new(0));
    let rng = Counting(1, drawn.clone());
    let mailboxes = Mailboxes::new(noting.clone(), Arc::new(Dice::new(rng)));
    for kind in KINDS {
        drawn.store(0, Ordering::SeqCst);
        let answer = mailboxes.gather(&tokens(kind)).await.unwrap();
        let there = answer
            .chunks(FRAME_LEN)
            .any(|one| one == sealed(kind).as_bytes());
        assert_eq!(there, kind == WAITING);
        let calls = std::mem::take(&mut *noting.calls.lock().unwrap());
        assert_eq!(calls, [("read_slots", ANSWER_LEN)]);
        // The shuffle draws until what it drew is even: a word or two for each place at most.
        let orders = drawn.load(Ordering::SeqCst).checked_sub(ANSWER_LEN);
        assert!(
            orders.is_some_and(|bytes| (28..200).contains(&bytes)),
            "{orders:?}"
        );
        let [first, ..] = tokens(kind);
        mailboxes
            .delete(std::slice::from_ref(&first))
            .await
            .unwrap();
        let calls = std::mem::take(&mut *noting.calls.lock().unwrap());
        assert_eq!(calls, [("delete_reply", 0)]);
    }
}

#[actix_web::test]
async fn every_answer_leaves_at_the_end_of_a_step() {
    let (store, _folder) = store().await;
    let dice = Arc::new(Dice::new(ChaCha20Rng::seed_from_u64(1)));
    let mailboxes = Mailboxes::new(store, dice);
    for kind in KINDS {
        let [first, ..] = tokens(kind);
        let reading = took(mailboxes.read(&tokens(kind))).await;
        let deleting = took(mailboxes.delete(std::slice::from_ref(&first))).await;
        for took in [reading, deleting] {
            let over = took.as_millis() % STEP.as_millis();
            assert!(took >= STEP && over < STEP.as_millis() / 2, "{took:?}");
        }
    }
}

/// Reads 10,000 of each kind in an order of chance, drops what the machine's other work made slow, and
/// compares every two kinds, as dudect does. What differs is read again, twice at most: a difference that is
/// there shows each time, one that the machine made does not.
#[actix_web::test]
async fn ten_thousand_readings_of_each_kind_take_the_same_time() {
    let (store, _folder) = store().await;
    let rng = Counting(1, Arc::default());
    let mailboxes = Mailboxes::new(store, Arc::new(Dice::new(rng)));
    let mut differing = PAIRS.map(|_| 0);
    for round in 0..ROUNDS {
        let found = differences(&mailboxes, round).await;
        for (count, t) in differing.iter_mut().zip(found) {
            *count += i64::from(t >= T_MAX) - i64::from(t <= -T_MAX);
        }
        if found.iter().all(|t| t.abs() < T_MAX) {
            return;
        }
    }
    for (count, (.., names)) in differing.iter().zip(PAIRS) {
        assert!(count.unsigned_abs() < ROUNDS, "{names} differ each time");
    }
}

/// Welch's t of each pair.
async fn differences(mailboxes: &Mailboxes, round: u64) -> [f64; 3] {
    let asked = KINDS.map(tokens);
    let mut turns: Vec<usize> = (0..3 * SAMPLES).map(|turn| turn % 3).collect();
    turns.shuffle(&mut ChaCha20Rng::seed_from_u64(round));
    let mut taken: [Vec<f64>; 3] = Default::default();
    for kind in turns {
        let reading = took(mailboxes.gather(&asked[kind])).await;
        taken[kind].push(reading.as_secs_f64() * 1e6);
    }
    let highest = highest_kept(&taken);
    for kind in &mut taken {
        assert_eq!(kind.len(), SAMPLES);
        kind.retain(|one| *one <= highest);
    }
    PAIRS.map(|(one, other, names)| {
        let (t, means) = welch(&taken[one], &taken[other]);
        println!(
            "{names}: Welch t = {t:.2}, means {:.1} and {:.1} µs",
            means.0, means.1
        );
        t
    })
}

/// The 90th percentile of all together: the same crop for every kind.
fn highest_kept(taken: &[Vec<f64>; 3]) -> f64 {
    let mut all: Vec<f64> = taken.iter().flatten().copied().collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 10 * 9]
}

/// Welch's t of two samples, and their means.
fn welch(one: &[f64], other: &[f64]) -> (f64, (f64, f64)) {
    let moments = |sample: &[f64]| {
        let count = f64::from(u32::try_from(sample.len()).unwrap());
        let mean = sample.iter().sum::<f64>() / count;
        let squares: f64 = sample.iter().map(|value| (value - mean).powi(2)).sum();
        (mean, squares / (count - 1.0) / count)
    };
    let ((mean, spread), (other_mean, other_spread)) = (moments(one), moments(other));
    let t = (mean - other_mean) / (spread + other_spread).sqrt();
    (t, (mean, other_mean))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the time taken is what is tested"
)]
async fn took<T, E: std::fmt::Debug>(work: impl Future<Output = Result<T, E>>) -> Duration {
    let begun = Instant::now();
    work.await.unwrap();
    begun.elapsed()
}
