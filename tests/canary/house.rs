//! A server behind a proxy it trusts, whose every byte on the disk is known where to find.

use std::fs;
use std::path::{Path, PathBuf};

use domain::mailbox::{Address, SLOTS};
use storage::{IntakeStore, IntakeView, NewReply, ReplyStore};
use storage_sqlite::SqliteStore;
use tests::{NO_LIMITS, Partnership, scratch};
use tokio::runtime;

/// A served partnership.
pub struct House {
    /// The partnership.
    pub served: Partnership,
    temporary: PathBuf,
}

impl House {
    /// Serves one, with a folder of its own for temporary files.
    pub fn start() -> Self {
        let temporary = scratch("canary-temporary");
        let mut served = Partnership::make_with("canary", |text| {
            let proxies = "[public]\ntrusted_proxies = [\"127.0.0.1\"]";
            let trusting = text.replacen("[public]", proxies, 1);
            assert_ne!(trusting, text, "the settings have a section for reporters");
            format!("{trusting}\n{NO_LIMITS}")
        });
        let folder = temporary.clone();
        served.restart(|mut command| {
            command.env("TMPDIR", folder);
            command
        });
        Self { served, temporary }
    }

    /// Where arriving frames wait.
    pub fn staging(&self) -> PathBuf {
        self.served.data().join("staging")
    }

    /// Every file the service wrote: data, logs (beside the data), temporary files.
    pub fn files(&self) -> Vec<PathBuf> {
        let beside = self.served.data().parent();
        let beside = beside.expect("the data lies in a folder of ours");
        [beside, self.temporary.as_path()]
            .into_iter()
            .flat_map(below)
            .collect()
    }

    /// How many frames are in the intake.
    pub fn count(&self) -> u64 {
        self.read(async |store| {
            let days = store.intake_count_by_day().await.expect("it can be read");
            days.iter().map(|day| day.frames).sum()
        })
    }

    /// Every frame in the intake.
    pub fn frames(&self) -> Vec<Vec<u8>> {
        self.read(async |store| {
            let view = IntakeView::Corruption;
            let entries = store.intake_ids(view).await.expect("it can be read");
            let ids: Vec<_> = entries.into_iter().map(|entry| entry.id).collect();
            let frames = store.intake_frames(view, &ids).await;
            let frames = frames.expect("it can be read").into_iter();
            frames.map(|frame| frame.frame.into_bytes()).collect()
        })
    }

    /// Puts a reply into the lowest free slot of a mailbox, as the staff's API does.
    pub fn reply(&self, reply: NewReply) {
        self.read(async |store| store.put_reply(reply).await.expect("there is room"));
    }

    /// How many replies can be read at these addresses.
    pub fn replies(&self, addresses: &[Address; SLOTS]) -> usize {
        self.read(async |store| {
            let slots = store.read_slots(addresses).await.expect("it can be read");
            slots.iter().filter(|slot| slot.is_reply).count()
        })
    }

    fn read<T>(&self, question: impl AsyncFnOnce(&SqliteStore) -> T) -> T {
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let store = SqliteStore::open(self.served.data()).await;
            let store = store.expect("several may read at once");
            let answer = question(&store).await;
            store.close().await;
            answer
        })
    }
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}
