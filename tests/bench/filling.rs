//! An intake that is full, filled through the store.

use domain::{Day, IntakeId, SealedFrame};
use rand::rngs::OsRng;
use rand::{RngCore, SeedableRng, rngs::StdRng};
use storage::IntakeStore;
use storage_sqlite::SqliteStore;
use tests::{Partnership, today};
use tokio::runtime;

/// Frames handed over in one transaction.
const BATCH: usize = 1_000;

/// Puts so many frames into the intake of a partnership, as `make` makes them; it is served again
/// afterwards.
pub(crate) fn fill(
    served: &mut Partnership,
    count: usize,
    mut make: impl FnMut(usize) -> Vec<SealedFrame>,
) {
    served.stop();
    reading(served, async |store| {
        let mut rng = StdRng::from_rng(OsRng).expect("there is randomness");
        let (mut filled, today) = (0, today().day());
        while filled < count {
            let frames = make(BATCH.min(count - filled));
            filled += frames.len();
            hand_over(store, frames, today, &mut rng).await;
        }
    });
    served.begin(|command| command);
    served.wait();
}

async fn hand_over(store: &SqliteStore, frames: Vec<SealedFrame>, day: Day, rng: &mut StdRng) {
    let drawn = frames.into_iter().map(|frame| {
        let mut bytes = [0; 8];
        rng.fill_bytes(&mut bytes);
        (IntakeId::from_random(bytes), frame)
    });
    // The chance of an id drawn twice is one in a billion.
    let stored = store.shuffle_in(drawn.collect(), day).await;
    stored.expect("there is room");
}

/// How many frames are in the intake.
pub(crate) fn waiting(served: &Partnership) -> u64 {
    reading(served, async |store| {
        let days = store.intake_count_by_day().await.expect("it can be read");
        days.iter().map(|day| day.frames).sum()
    })
}

fn reading<T>(served: &Partnership, question: impl AsyncFnOnce(&SqliteStore) -> T) -> T {
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let store = SqliteStore::open(served.data()).await;
        let store = store.expect("several may use it at once");
        let answer = question(&store).await;
        store.close().await;
        answer
    })
}
