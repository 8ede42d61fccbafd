use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::atomic::Ordering;

use domain::UnixSeconds;

use super::*;
use house::{House, NOON, frame, number, sorted, up_to};

mod damage;
mod house;
mod snapshots;
mod trouble;

#[tokio::test]
async fn a_staged_frame_is_in_the_store_after_its_window_and_not_before() {
    let house = House::build().await;
    let staging = house.open(1).await;
    assert_eq!(staging.stage(vec![frame(7)]).await, Ok(Staged::Fresh));
    assert_eq!(house.intake().await, []);
    assert_eq!(staging.turn_window().await.unwrap(), 1);
    let intake = house.intake().await;
    assert_eq!(intake[0].frame, frame(7));
    assert_eq!(intake[0].day, UnixSeconds(NOON).day());
}

#[tokio::test]
async fn the_file_disappears_with_its_window() {
    let house = House::build().await;
    let staging = house.open(1).await;
    let first = house.windows();
    assert_eq!(first.len(), 1);
    staging.stage(vec![frame(1)]).await.unwrap();
    staging.turn_window().await.unwrap();
    assert!(first.iter().all(|path| !path.exists()));
    staging.stage(vec![frame(2)]).await.unwrap();
    staging.close().await.unwrap();
    assert_eq!(fs::read_dir(house.staging_folder()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_quiet_window_keeps_its_file() {
    let house = House::build().await;
    let staging = house.open(1).await;
    let before = house.windows();
    assert_eq!(staging.turn_window().await.unwrap(), 0);
    assert_eq!(house.windows(), before);
}

#[tokio::test]
async fn a_resend_is_known_and_stored_once_before_and_after_the_turn() {
    let house = House::build().await;
    let staging = house.open(1).await;
    assert!(!staging.seen(&frame(1)).await);
    staging.stage(vec![frame(1)]).await.unwrap();
    for _ in 0..2 {
        assert!(staging.seen(&frame(1)).await);
        assert_eq!(staging.stage(vec![frame(1)]).await, Ok(Staged::Resent));
        staging.turn_window().await.unwrap();
    }
    let two = staging.stage(vec![frame(1), frame(2)]).await;
    assert_eq!(two, Ok(Staged::Fresh));
    staging.turn_window().await.unwrap();
    assert_eq!(sorted(house.numbers().await), [1, 2]);
}

#[tokio::test]
async fn a_frame_resent_to_another_server_within_the_window_is_stored_once() {
    let house = House::build().await;
    let (here, there) = (
        house.open(1).await,
        house.open_in(&house.folder.path().join("there"), 2).await,
    );
    assert_eq!(here.stage(vec![frame(1)]).await, Ok(Staged::Fresh));
    assert_eq!(there.stage(vec![frame(1)]).await, Ok(Staged::Fresh));
    assert_eq!(here.turn_window().await.unwrap(), 1);
    assert_eq!(there.turn_window().await.unwrap(), 0);
    assert_eq!(house.numbers().await, [1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn frames_staged_at_once_while_windows_turn_are_each_stored_once() {
    let house = House::build().await;
    let staging = house.open(1).await;
    let senders: Vec<_> = (0..120)
        .map(|n| {
            let staging = staging.clone();
            // Each frame is sent by two browsers at once.
            tokio::spawn(async move { staging.stage(vec![frame(n / 2)]).await })
        })
        .collect();
    let mut stored = 0;
    for _ in 0..5 {
        stored += staging.turn_window().await.unwrap();
    }
    for sender in senders {
        sender.await.unwrap().unwrap();
    }
    stored += staging.turn_window().await.unwrap();
    assert_eq!(stored, 60);
    assert_eq!(sorted(house.numbers().await), up_to(60));
}

#[tokio::test]
async fn order_in_the_intake_is_not_the_order_of_arrival() {
    let mut orders = Vec::new();
    for seed in [1, 2] {
        let house = House::build().await;
        let staging = house.open(seed).await;
        for n in 0..20 {
            staging.stage(vec![frame(n)]).await.unwrap();
        }
        staging.turn_window().await.unwrap();
        orders.push(house.numbers().await);
    }
    assert_ne!(orders[0], up_to(20));
    assert_ne!(orders[0], orders[1]);
    assert_eq!(sorted(orders.remove(0)), sorted(orders.remove(0)));
}

#[tokio::test]
async fn frames_on_both_sides_of_midnight_keep_their_days() {
    let house = House::build().await;
    let staging = house.open(1).await;
    staging.stage(vec![frame(1)]).await.unwrap();
    house.clock.0.fetch_add(86_400, Ordering::SeqCst);
    staging.stage(vec![frame(2)]).await.unwrap();
    staging.turn_window().await.unwrap();
    let today = UnixSeconds(NOON).day();
    let mut days: Vec<_> = house.intake().await;
    days.sort_by_key(|frame| frame.day);
    let days: Vec<_> = days.iter().map(|f| (number(&f.frame), f.day)).collect();
    assert_eq!(days, [(1, today), (2, today.plus(1))]);
}

#[tokio::test]
async fn files_of_windows_are_for_this_user_alone() {
    let house = House::build().await;
    let staging = house.open(1).await;
    staging.stage(vec![frame(1)]).await.unwrap();
    for path in fs::read_dir(house.staging_folder()).unwrap() {
        let mode = path.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }
}
