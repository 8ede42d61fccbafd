//! Crashes, full disks, absent folders, foreign files.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use domain::UnixSeconds;
use storage_sqlite::SqliteStore;
use tempfile::TempDir;
use tokio::sync::mpsc;

use super::house::{House, NOON, frame, sorted, up_to};
use crate::window::Window;
use crate::{Staged, Staging, StagingError, TurnError};

/// What would be on disk if the power went now.
fn copy_of(folder: &Path) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    copy
}

#[tokio::test]
async fn after_a_crash_every_acknowledged_frame_is_there_and_none_twice() {
    let house = House::build().await;
    let staging = house.open(1).await;
    for n in 0..10 {
        staging.stage(vec![frame(n)]).await.unwrap();
    }
    let disk = copy_of(&house.staging_folder());
    house.open_in(disk.path(), 2).await;
    assert_eq!(sorted(house.numbers().await), up_to(10));
    assert_eq!(staging.turn_window().await.unwrap(), 0);
    assert_eq!(house.numbers().await.len(), 10);
}

#[tokio::test]
async fn a_crash_between_shuffle_and_unlink_stores_nothing_twice() {
    let house = House::build().await;
    let staging = house.open(1).await;
    for n in 0..5 {
        staging.stage(vec![frame(n)]).await.unwrap();
    }
    let disk = copy_of(&house.staging_folder());
    staging.turn_window().await.unwrap();
    let again = house.open_in(disk.path(), 2).await;
    assert_eq!(sorted(house.numbers().await), up_to(5));
    assert_eq!(again.stage(vec![frame(3)]).await, Ok(Staged::Resent));
}

#[tokio::test]
async fn staging_dropped_without_a_turn_is_shuffled_in_at_the_next_start() {
    let house = House::build().await;
    let staging = house.open(1).await;
    staging.stage(vec![frame(1), frame(2)]).await.unwrap();
    drop(staging);
    let path = house.windows().remove(0);
    while Window::reopen(&path).await.is_err() {
        tokio::task::yield_now().await;
    }
    house.clock.0.fetch_add(3 * 86_400, Ordering::SeqCst);
    let staging = house.open(2).await;
    assert_eq!(sorted(house.numbers().await), [1, 2]);
    assert_eq!(house.intake().await[0].day, UnixSeconds(NOON).day());
    assert!(!path.exists());
    assert!(staging.seen(&frame(1)).await);
}

#[tokio::test]
async fn a_store_that_fails_delays_the_shuffle_and_not_the_acknowledgement() {
    let house = House::build().await;
    let staging = house.open(1).await;
    let broken = SqliteStore::open(house.folder.path()).await.unwrap();
    broken.close().await;
    let lonely = Staging {
        store: Arc::new(broken),
        ..staging.clone()
    };
    assert_eq!(lonely.stage(vec![frame(1)]).await, Ok(Staged::Fresh));
    assert_eq!(lonely.stage(vec![frame(1)]).await, Ok(Staged::Resent));
    assert!(matches!(
        lonely.turn_window().await,
        Err(TurnError::Store(_))
    ));
    assert_eq!(house.windows().len(), 1);
    assert_eq!(lonely.stage(vec![frame(2)]).await, Ok(Staged::Fresh));
    assert!(lonely.seen(&frame(1)).await);
    assert_eq!(staging.turn_window().await.unwrap(), 2);
    assert_eq!(sorted(house.numbers().await), [1, 2]);
}

#[tokio::test]
async fn without_a_folder_nothing_is_acknowledged_until_it_is_back() {
    let house = House::build().await;
    let staging = house.open(1).await;
    staging.stage(vec![frame(1)]).await.unwrap();
    staging.turn_window().await.unwrap();
    fs::remove_dir_all(house.staging_folder()).unwrap();
    let refused = staging.stage(vec![frame(2)]).await;
    assert_eq!(refused, Err(StagingError::Unavailable));
    assert!(!staging.seen(&frame(2)).await);
    fs::create_dir(house.staging_folder()).unwrap();
    assert_eq!(staging.stage(vec![frame(2)]).await, Ok(Staged::Fresh));
    staging.turn_window().await.unwrap();
    assert_eq!(sorted(house.numbers().await), [1, 2]);
}

#[tokio::test]
async fn it_is_ready_while_something_can_be_made_durable_and_leaves_no_probe() {
    let house = House::build().await;
    let staging = house.open(1).await;
    assert!(staging.ready().await);
    let probe = house.staging_folder().join("probe");
    assert!(!probe.exists());
    fs::remove_dir_all(house.staging_folder()).unwrap();
    assert!(!staging.ready().await);
    fs::create_dir(house.staging_folder()).unwrap();
    assert!(staging.ready().await);
    staging.close().await.unwrap();
    assert!(!staging.ready().await);
}

#[tokio::test]
async fn a_closed_staging_acknowledges_nothing() {
    let house = House::build().await;
    let staging = house.open(1).await;
    staging.stage(vec![frame(1)]).await.unwrap();
    assert_eq!(staging.close().await.unwrap(), 1);
    let refused = staging.stage(vec![frame(2)]).await;
    assert_eq!(refused, Err(StagingError::Unavailable));
    assert!(matches!(
        staging.turn_window().await,
        Err(TurnError::Closed)
    ));
}

#[tokio::test]
async fn a_file_that_is_no_window_is_set_aside_and_does_not_stop_the_others() {
    let house = House::build().await;
    fs::create_dir(house.staging_folder()).unwrap();
    let garbage = house.staging_folder().join("garbage.window");
    fs::write(&garbage, b"what is this? ".repeat(99)).unwrap();
    let orphan = house.staging_folder().join("gone.window-wal");
    fs::write(&orphan, b"left behind").unwrap();
    let staging = house.open(1).await;
    staging.stage(vec![frame(1)]).await.unwrap();
    assert_eq!(staging.turn_window().await.unwrap(), 1);
    assert_eq!(house.numbers().await, [1]);
    assert!(!garbage.exists() && !orphan.exists());
    assert!(garbage.with_extension("damaged").exists());
}

#[tokio::test]
async fn when_too_many_frames_wait_the_next_is_refused() {
    let house = House::build().await;
    let staging = house.open(1).await;
    let (jobs, _nobody_works) = mpsc::channel(1);
    let busy = Staging { jobs, ..staging };
    let waits = tokio::spawn({
        let busy = busy.clone();
        async move { busy.stage(vec![frame(1)]).await }
    });
    while busy.jobs.capacity() > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(busy.stage(vec![frame(2)]).await, Err(StagingError::Full));
    waits.abort();
}

#[tokio::test]
async fn a_window_another_server_writes_is_left_alone() {
    let house = House::build().await;
    let first = house.open(1).await;
    first.stage(vec![frame(1)]).await.unwrap();
    let second = house.open(2).await;
    assert!(house.numbers().await.is_empty());
    first.stage(vec![frame(2)]).await.unwrap();
    assert_eq!(first.turn_window().await.unwrap(), 2);
    assert_eq!(second.turn_window().await.unwrap(), 0);
    assert_eq!(sorted(house.numbers().await), [1, 2]);
}
