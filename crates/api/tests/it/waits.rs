//! How long frames have waited: the same for everybody, known until the server stops.

use domain::wire::Waited;
use domain::{Desk, IntakeId, Role};

use crate::actors::{Browser, Reporter};
use crate::house::House;
use crate::way::accept;

const fn exactly(minutes: u32) -> Waited {
    Waited {
        minutes,
        is_least: false,
    }
}

const fn at_least(minutes: u32) -> Waited {
    Waited {
        minutes,
        is_least: true,
    }
}

async fn officer(house: &House, name: &str) -> Browser {
    Browser::of(house, name, Role::Officer, &[Desk::Triage]).await
}

/// Sends a frame and ends its window.
async fn arrives(house: &House, seed: u8) {
    Reporter::at("192.0.2.1").send(house, seed).await;
    house.turn_window().await;
}

/// What this officer is told of every frame, longest first.
async fn told(house: &House, officer: &Browser) -> Vec<Waited> {
    let (batch, _) = officer.fetch_batch(house, 256, true).await;
    let mut told: Vec<_> = batch.rows.iter().map(|row| row.waited).collect();
    told.sort_by_key(|waited| std::cmp::Reverse(waited.minutes));
    told
}

async fn only_id(house: &House, officer: &Browser) -> IntakeId {
    officer.fetch_batch(house, 1, true).await.0.rows[0].id
}

#[actix_web::test]
async fn a_second_sign_in_sees_the_same_wait_in_whole_minutes() {
    let house = House::open().await;
    let first = officer(&house, "triage-1").await;
    arrives(&house, 1).await;
    house.clock.forward(119);
    assert_eq!(told(&house, &first).await, [exactly(1)]);
    house.clock.forward(1);
    arrives(&house, 2).await;
    house.clock.forward(840);
    let second = officer(&house, "triage-2").await;
    for who in [&first, &second] {
        assert_eq!(told(&house, who).await, [exactly(16), exactly(14)]);
    }
}

#[actix_web::test]
async fn after_a_restart_a_frame_has_waited_at_least_since_then() {
    let mut house = House::open().await;
    arrives(&house, 1).await;
    house.clock.forward(600);
    house.restart().await;
    let first = officer(&house, "triage-1").await;
    house.clock.forward(120);
    assert_eq!(told(&house, &first).await, [at_least(2)]);
    arrives(&house, 2).await;
    house.clock.forward(60);
    let second = officer(&house, "triage-2").await;
    assert_eq!(told(&house, &second).await, [at_least(3), exactly(1)]);
}

#[actix_web::test]
async fn a_frame_another_server_brought_has_waited_at_least_since_it_was_seen() {
    let house = House::open().await;
    Reporter::at("192.0.2.1").send(&house, 1).await;
    house.staging.turn_window().await.unwrap();
    house.clock.forward(600);
    let first = officer(&house, "triage-1").await;
    assert_eq!(told(&house, &first).await, [at_least(0)]);
    house.turn_window().await;
    house.clock.forward(600);
    assert_eq!(told(&house, &first).await, [at_least(10)]);
}

#[actix_web::test]
async fn what_another_officer_took_is_said_once_to_whom_it_was_given() {
    let house = House::open().await;
    arrives(&house, 1).await;
    let (first, second) = (
        officer(&house, "triage-1").await,
        officer(&house, "triage-2").await,
    );
    let taken = only_id(&house, &first).await;
    assert_eq!(only_id(&house, &second).await, taken);
    assert_eq!(accept(&house, &first, vec![taken]).await, 204);
    let gone = |batch: domain::wire::IntakeBatch| batch.gone;
    let (batch, _) = second.fetch_batch(&house, 9, false).await;
    assert_eq!(gone(batch), [taken]);
    let (batch, _) = second.fetch_batch(&house, 9, false).await;
    assert_eq!(gone(batch), []);
    let late = officer(&house, "triage-3").await;
    let (batch, _) = late.fetch_batch(&house, 9, false).await;
    assert_eq!((gone(batch.clone()), batch.rows.len()), (vec![], 0));
}
