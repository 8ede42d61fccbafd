//! Copies of windows that wait, beside a server that goes on.

use std::sync::atomic::{AtomicBool, Ordering};

use super::*;
use crate::{Copied, snapshot};

/// What a server that starts with these copies has in its store.
async fn brought_in(folder: &Path) -> Vec<u32> {
    let other = House::build().await;
    other.open_in(folder, 9).await;
    sorted(other.numbers().await)
}

#[tokio::test]
async fn a_copy_holds_what_was_acknowledged_in_no_order_of_arrival_and_the_server_goes_on() {
    let house = House::build().await;
    let staging = house.open(1).await;
    for n in 0..50 {
        staging.stage(vec![frame(n)]).await.unwrap();
    }
    let place = tempfile::tempdir().unwrap();
    let copied = snapshot(&house.staging_folder(), place.path())
        .await
        .unwrap();
    let [Copied { file, log: None }] = copied.as_slice() else {
        panic!("{copied:?}");
    };
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    let mode = fs::metadata(file).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0);
    let bytes = fs::read(file).unwrap();
    let lies_at = |n: u32| {
        let start = [&n.to_be_bytes()[..], &[0; 12]].concat();
        bytes.windows(16).position(|window| window == start)
    };
    let places: Vec<_> = (1..50).map(lies_at).collect();
    assert!(places.iter().all(Option::is_some));
    assert!(!places.is_sorted(), "they lie in the order they came");
    assert_eq!(brought_in(place.path()).await, up_to(50));
    staging.stage(vec![frame(50)]).await.unwrap();
    assert_eq!(staging.turn_window().await.unwrap(), 51);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn copies_made_while_frames_arrive_and_windows_turn_miss_nothing_acknowledged_before() {
    let house = Arc::new(House::build().await);
    let staging = house.open(1).await;
    let over = Arc::new(AtomicBool::new(false));
    let sender = {
        let (staging, over) = (staging.clone(), over.clone());
        tokio::spawn(async move {
            let mut n = 0;
            while !over.load(Ordering::SeqCst) {
                staging.stage(vec![frame(n)]).await.unwrap();
                n += 1;
                if n % 40 == 0 {
                    staging.turn_window().await.unwrap();
                }
            }
            n
        })
    };
    for round in 0..8_u32 {
        let acknowledged = frame(1_000_000 + round);
        staging.stage(vec![acknowledged]).await.unwrap();
        let place = tempfile::tempdir().unwrap();
        snapshot(&house.staging_folder(), place.path())
            .await
            .unwrap();
        let mut numbers = house.numbers().await;
        numbers.extend(brought_in(place.path()).await);
        for earlier in 0..=round {
            assert!(
                numbers.contains(&(1_000_000 + earlier)),
                "{round} {earlier}"
            );
        }
    }
    over.store(true, Ordering::SeqCst);
    assert!(sender.await.unwrap() > 0);
}

#[tokio::test]
async fn a_quiet_window_is_not_copied_and_a_damaged_one_is_as_it_is() {
    let house = House::build().await;
    let _staging = house.open(1).await;
    let place = tempfile::tempdir().unwrap();
    let none = snapshot(&house.staging_folder(), place.path()).await;
    assert_eq!(none.unwrap(), []);
    let name = "00112233445566778899aabbccddeeff.window";
    let damaged = house.staging_folder().join(name);
    fs::write(&damaged, b"what is this").unwrap();
    let copied = snapshot(&house.staging_folder(), place.path())
        .await
        .unwrap();
    assert_eq!(copied.len(), 1);
    assert_eq!(fs::read(&copied[0].file).unwrap(), b"what is this");
    assert!(damaged.exists());
    let left = fs::read_dir(place.path()).unwrap().count();
    assert_eq!(left, 1);
}
