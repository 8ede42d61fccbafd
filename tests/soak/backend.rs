//! The database a server keeps its frames in, and how to read it when the server has ended.

use std::collections::HashMap;
use std::sync::Arc;

use cluster::Database;
use storage::{IntakeView, SeenHash, Store};
use storage_sqlite::SqliteStore;
use tests::Partnership;
use tokio::runtime;

use crate::postgres;

/// Frames in memory at a time.
const BATCH: usize = 64;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// The embedded one.
    Sqlite,
    /// The one for several servers, in a cluster of our own.
    Postgres,
}

/// A served partnership, and where its frames are.
pub struct House {
    /// The partnership.
    pub served: Partnership,
    /// None if they are in its folder.
    databases: Option<[Database<'static>; 2]>,
}

impl Backend {
    /// Serves a partnership that keeps its frames there.
    pub fn serve(self, name: &str, settings: impl FnOnce(String) -> String) -> House {
        let mut served = Partnership::make_with(name, settings);
        let databases = match self {
            Self::Sqlite => None,
            Self::Postgres => Some(postgres::move_to(&mut served)),
        };
        House { served, databases }
    }
}

impl House {
    /// How often each frame is in the store of a server that has ended.
    pub fn stored(&self) -> HashMap<SeenHash, u64> {
        wait(async {
            let store = self.open().await;
            count(&*store).await
        })
    }

    async fn open(&self) -> Arc<dyn Store> {
        match &self.databases {
            None => {
                let store = SqliteStore::open(self.served.data()).await;
                Arc::new(store.expect("the server has closed it"))
            }
            Some(databases) => Arc::new(postgres::open(databases).await),
        }
    }
}

/// Waits for it.
pub fn wait<T>(answer: impl Future<Output = T>) -> T {
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(answer)
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
