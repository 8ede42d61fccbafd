//! The database a server keeps its frames in, and how to read it when the server has ended.

use std::collections::HashMap;
use std::sync::Arc;

use storage::{IntakeView, SeenHash, Store};
use storage_sqlite::SqliteStore;
use tests::Partnership;
use tokio::runtime;

/// Frames in memory at a time.
const BATCH: usize = 64;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// The embedded one.
    Sqlite,
}

impl Backend {
    /// Serves a partnership that keeps its frames there.
    pub fn serve(self, name: &str, settings: impl FnOnce(String) -> String) -> Partnership {
        match self {
            Self::Sqlite => Partnership::make_with(name, settings),
        }
    }

    /// How often each frame is in the store of a server that has ended.
    pub fn stored(self, served: &Partnership) -> HashMap<SeenHash, u64> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let store = self.open(served).await;
            count(&*store).await
        })
    }

    async fn open(self, served: &Partnership) -> Arc<dyn Store> {
        match self {
            Self::Sqlite => {
                let store = SqliteStore::open(served.data()).await;
                Arc::new(store.expect("the server has closed it"))
            }
        }
    }
}

async fn count(store: &dyn Store) -> HashMap<SeenHash, u64> {
    // This view leaves nothing out.
    let view = IntakeView::Corruption;
    let entries = store.intake_ids(view).await.expect("it can be read");
    let ids: Vec<_> = entries.into_iter().map(|entry| entry.id).collect();
    let mut stored = HashMap::new();
    for batch in ids.chunks(BATCH) {
        let frames = store.intake_frames(view, batch).await;
        for frame in frames.expect("it can be read") {
            *stored.entry(SeenHash::of(&frame.frame)).or_default() += 1;
        }
    }
    stored
}
