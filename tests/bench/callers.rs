//! The limit: callers of the server's own staging method within this process, on the same disk.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use domain::{Clock, SealedFrame, UnixSeconds};
use rand::SeedableRng;
use rand::rngs::StdRng;
use staging::Staging;
use storage_sqlite::SqliteStore;
use tokio::runtime::{Builder, Runtime};

use crate::stopwatch::{now, per_second};

/// The server's windows in this bench.
const WINDOW: Duration = Duration::from_secs(1);
const TIME: Duration = Duration::from_secs(10);

/// The real clock.
struct Today;

impl Clock for Today {
    fn now(&self) -> UnixSeconds {
        tests::today()
    }
}

/// Staging before a store of its own, with windows that turn as the server's do.
pub(crate) struct Callers {
    runtime: Runtime,
    staging: Staging,
}

impl Callers {
    /// Opens both in an empty folder.
    pub(crate) fn open(folder: &Path) -> Self {
        let runtime = Builder::new_multi_thread().enable_all().build();
        let runtime = runtime.expect("a runtime");
        let staging = runtime.block_on(async {
            let store = SqliteStore::open(folder).await.expect("an empty folder");
            let (rng, folder) = (StdRng::from_entropy(), folder.join("staging"));
            let staging = Staging::open(&folder, Arc::new(store), Arc::new(Today), rng).await;
            staging.expect("an empty folder")
        });
        let turning = staging.clone();
        runtime.spawn(async move {
            loop {
                tokio::time::sleep(WINDOW).await;
                turning.turn_window().await.expect("there is a disk");
            }
        });
        Self { runtime, staging }
    }

    /// Lets so many callers stage these frames, one after the other each; gives frames a second.
    pub(crate) fn rate(&self, callers: usize, frames: Vec<SealedFrame>) -> f64 {
        let (frames, next) = (Arc::new(frames), Arc::new(AtomicUsize::new(0)));
        let started = now();
        let staged = self.runtime.block_on(async {
            let mut running = Vec::new();
            for _ in 0..callers {
                let (staging, frames, next) = (self.staging.clone(), frames.clone(), next.clone());
                running.push(tokio::spawn(async move {
                    let mut staged = 0;
                    while started.elapsed() < TIME
                        && let Some(frame) = frames.get(next.fetch_add(1, Ordering::Relaxed))
                    {
                        let done = staging.stage(vec![frame.clone()]).await;
                        done.expect("a bench of refusals measures nothing");
                        staged += 1;
                    }
                    staged
                }));
            }
            let mut staged = 0;
            for one in running {
                staged += one.await.expect("a caller");
            }
            staged
        });
        per_second(staged, started.elapsed())
    }
}
