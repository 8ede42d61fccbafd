//! A server's disk to play on.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::{Clock, FRAME_LEN, SealedFrame, UnixSeconds};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use storage::{IntakeFrame, IntakeView, Store};
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

use crate::Staging;
use crate::window::left_over;

pub(super) const NOON: i64 = 20_780 * 86_400 + 43_200;

pub(super) struct TestClock(pub(super) AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> UnixSeconds {
        UnixSeconds(self.0.load(Ordering::SeqCst))
    }
}

/// A server's disk: staging beside a store, and a clock that stands still.
pub(super) struct House {
    pub(super) folder: TempDir,
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Arc<TestClock>,
}

impl House {
    pub(super) async fn build() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).await.unwrap();
        Self {
            folder,
            store: Arc::new(store),
            clock: Arc::new(TestClock(NOON.into())),
        }
    }

    pub(super) fn staging_folder(&self) -> PathBuf {
        self.folder.path().join("staging")
    }

    pub(super) async fn open(&self, seed: u64) -> Staging {
        self.open_in(&self.staging_folder(), seed).await
    }

    pub(super) async fn open_in(&self, folder: &Path, seed: u64) -> Staging {
        let rng = ChaCha20Rng::seed_from_u64(seed);
        let (store, clock) = (self.store.clone(), self.clock.clone());
        Staging::open(folder, store, clock, rng).await.unwrap()
    }

    /// Every frame in the intake, in id order.
    pub(super) async fn intake(&self) -> Vec<IntakeFrame> {
        let view = IntakeView::Corruption;
        let entries = self.store.intake_ids(view).await.unwrap();
        let ids: Vec<_> = entries.into_iter().map(|entry| entry.id).collect();
        self.store.intake_frames(view, &ids).await.unwrap()
    }

    /// The numbers of the frames in the intake, in id order.
    pub(super) async fn numbers(&self) -> Vec<u32> {
        let frames = self.intake().await;
        frames.iter().map(|frame| number(&frame.frame)).collect()
    }

    pub(super) fn windows(&self) -> Vec<PathBuf> {
        left_over(&self.staging_folder()).unwrap()
    }
}

pub(super) fn frame(number: u32) -> SealedFrame {
    let mut bytes = vec![0; FRAME_LEN];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    SealedFrame::try_from(bytes).unwrap()
}

pub(super) fn number(frame: &SealedFrame) -> u32 {
    u32::from_be_bytes(frame.as_bytes()[..4].try_into().unwrap())
}

pub(super) fn sorted(mut numbers: Vec<u32>) -> Vec<u32> {
    numbers.sort_unstable();
    numbers
}

pub(super) fn up_to(end: u32) -> Vec<u32> {
    (0..end).collect()
}
