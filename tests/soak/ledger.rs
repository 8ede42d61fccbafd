//! What the senders were told of each frame.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rand::Rng;
use storage::SeenHash;

/// What is known of a frame that was handed over at least once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Tells the frame in the store.
    pub hash: SeenHash,
    /// Whether a 202 came for it, ever.
    pub acknowledged: bool,
}

/// Every frame that was handed over, by its number.
#[derive(Default)]
pub struct Ledger(Mutex<Inside>);

#[derive(Default)]
struct Inside {
    next: u64,
    entries: BTreeMap<u64, Entry>,
}

impl Ledger {
    /// A number nobody has used.
    pub fn new_number(&self) -> u64 {
        let mut inside = self.lock();
        inside.next += 1;
        inside.next
    }

    /// A number handed over before, preferably one that was not acknowledged.
    pub fn used_number(&self, rng: &mut impl Rng) -> Option<u64> {
        let inside = self.lock();
        let last = *inside.entries.last_key_value()?.0;
        let from = rng.gen_range(0..=last);
        let mut later = inside.entries.range(from..);
        let unsure = later.find(|(_, entry)| !entry.acknowledged);
        let any = || inside.entries.range(from..).next();
        unsure.or_else(any).map(|(number, _)| *number)
    }

    /// The frame is about to be handed over: from now on it may be in the store.
    pub fn handed_over(&self, number: u64, hash: SeenHash) {
        let entry = Entry {
            hash,
            acknowledged: false,
        };
        self.lock().entries.entry(number).or_insert(entry);
    }

    /// A 202 came.
    pub fn acknowledged(&self, number: u64) {
        let mut inside = self.lock();
        let entry = inside.entries.get_mut(&number);
        entry.expect("it was handed over").acknowledged = true;
    }

    /// Everything, in order of numbers.
    pub fn entries(&self) -> Vec<Entry> {
        self.lock().entries.values().copied().collect()
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
