//! What a cluster set up as `doctor` asks holds on its disk, and what it no longer does.

use std::fs;
use std::path::Path;

use domain::Period;
use storage::conformance::planted;
use storage::{EpochWrapper, Store, WrapperStore};

use super::*;

const CANARY: &[u8] = b"the canary that must not stay";
const AS_ASKED: &[&str] = &[
    "fsync=off",
    "autovacuum=off",
    "wal_recycle=off",
    "min_wal_size=32MB",
    "wal_level=minimal",
    "max_wal_senders=0",
    "log_statement=none",
];

#[tokio::test]
async fn destroyed_wrappers_and_purged_frames_are_in_no_file_of_the_cluster() {
    let cluster = Cluster::start(AS_ASKED).unwrap();
    let databases = Two::of(&cluster);
    let store = databases.open().await;
    wrappers_come_and_go(&store, cluster.folder()).await;
    frames_come_and_go(&store, cluster.folder()).await;
    store.close().await;
}

/// Deleted rows stay in their pages, and in the log, until the nightly rewrite: then they are nowhere. Each
/// alone, since what else is rewritten later must not be what wipes it.
#[tokio::test]
async fn what_is_erased_or_over_is_in_no_file_of_the_cluster_after_the_night() {
    let cluster = Cluster::start(AS_ASKED).unwrap();
    let databases = Two::of(&cluster);
    let store: Arc<dyn Store> = Arc::new(databases.open().await);
    let night = NOW.day().plus(1);
    let record = planted::plant_record(&store, CANARY).await.unwrap();
    assert_ne!(with_canary(cluster.folder()), [""; 0]);
    planted::erase(&store, record).await.unwrap();
    store.settle_intake(night).await.unwrap();
    assert_eq!(with_canary(cluster.folder()), [""; 0]);
    planted::plant_rest(&store, CANARY).await.unwrap();
    store.settle_intake(night).await.unwrap();
    assert_ne!(
        with_canary(cluster.folder()),
        [""; 0],
        "kept, it is still there"
    );
    planted::purge(&store).await.unwrap();
    store.settle_intake(night.plus(1)).await.unwrap();
    assert_eq!(with_canary(cluster.folder()), [""; 0]);
}

async fn wrappers_come_and_go(store: &PostgresStore, folder: &Path) {
    let week = NOW.day().week();
    let wrapper = |bytes: &[u8]| EpochWrapper {
        desk: Desk::Triage,
        period: Period::Week(week),
        officer: OfficerId::from_bytes([1; 16]),
        wrapper: SmallAgeFile::try_from(bytes.to_vec()).unwrap(),
    };
    store.put_wrappers(vec![wrapper(CANARY)]).await.unwrap();
    assert_ne!(with_canary(folder), [""; 0]);
    // A replaced wrapper goes with the next that is destroyed, were it none.
    store.put_wrappers(vec![wrapper(b"another")]).await.unwrap();
    assert_eq!(store.destroy_desk_epochs(week).await.unwrap(), 0);
    assert_eq!(with_canary(folder), [""; 0]);
    store.put_wrappers(vec![wrapper(CANARY)]).await.unwrap();
    assert_eq!(store.destroy_desk_epochs(week.plus(1)).await.unwrap(), 1);
    assert_eq!(with_canary(folder), [""; 0]);
}

async fn frames_come_and_go(store: &PostgresStore, folder: &Path) {
    let (today, id) = (NOW.day(), IntakeId::from_random([1; 8]));
    let mut bytes = vec![0; domain::FRAME_LEN];
    bytes[9_000..9_000 + CANARY.len()].copy_from_slice(CANARY);
    let window = vec![(id, SealedFrame::try_from(bytes).unwrap())];
    store.shuffle_in(window, today).await.unwrap();
    store.settle_intake(today.plus(1)).await.unwrap();
    assert_ne!(with_canary(folder), [""; 0], "settled, it is still there");
    assert_eq!(store.purge_intake(today.plus(1)).await.unwrap(), 1);
    store.settle_intake(today.plus(2)).await.unwrap();
    assert_eq!(with_canary(folder), [""; 0]);
}

/// The files below the folder that hold the canary.
fn with_canary(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(with_canary(&path));
        } else if let Ok(bytes) = fs::read(&path)
            && memchr::memmem::find(&bytes, CANARY).is_some()
        {
            found.push(path.display().to_string());
        }
    }
    found
}
