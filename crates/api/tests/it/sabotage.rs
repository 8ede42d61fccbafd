//! When something we stand on is gone: 503, never a promise.

use actix_web::test::TestRequest;
use domain::{Desk, Role};

use crate::actors::{Browser, Reporter};
use crate::house::House;

#[actix_web::test]
async fn a_frame_that_cannot_be_made_durable_is_not_acknowledged() {
    let house = House::open().await;
    house.staging.close().await.unwrap();
    let answer = Reporter::at("192.0.2.7").send(&house, 1).await;
    assert_eq!(
        (answer.status.as_u16(), answer.fault().as_str()),
        (503, "unavailable")
    );
    assert!(!answer.header("retry-after").is_empty());
}

#[actix_web::test]
async fn without_a_store_every_staff_route_says_so_and_health_is_closed() {
    let house = House::open().await;
    let officer = Browser::of(&house, "triage", Role::Officer, &[Desk::Triage]).await;
    house.store.close().await;
    for path in [
        "/api/me",
        "/api/notes",
        "/api/vault/triage",
        "/api/deliveries",
    ] {
        assert_eq!(
            officer.get(&house, path).await.fault(),
            "unavailable",
            "{path}"
        );
    }
    let health = house.public(TestRequest::get().uri("/health")).await;
    assert_eq!(health.status, 503);
}

#[actix_web::test]
async fn without_a_store_tips_are_taken_as_long_as_the_last_directory_is_valid() {
    let house = House::open().await;
    let reporter = Reporter::at("192.0.2.7");
    assert_eq!(reporter.send(&house, 1).await.status, 202);
    house.store.close().await;
    house.clock.forward(3_600);
    assert_eq!(reporter.send(&house, 2).await.status, 202);
    house.clock.forward(30 * 86_400);
    assert_eq!(reporter.send(&house, 3).await.fault(), "closed");
}

#[actix_web::test]
async fn a_server_that_never_saw_a_directory_takes_nothing_without_a_store() {
    let house = House::open().await;
    house.store.close().await;
    let answer = Reporter::at("192.0.2.7").send(&house, 1).await;
    assert_eq!(answer.fault(), "closed");
}
