//! When a desk counts as having been here.

use domain::wire::FetchIntake;
use domain::{Clock, Desk, District, Minute, Role};
use storage::WatchStore;

use crate::actors::Browser;
use crate::house::House;
use crate::way::triage_house;

const LEEDS: Desk = Desk::Bronze(District::Leeds);

async fn seen(house: &House, desk: Desk) -> Option<Minute> {
    let all = house.store.desks_seen().await.unwrap();
    all.into_iter()
        .find(|one| one.desk == desk)
        .map(|one| one.at)
}

#[actix_web::test]
async fn triage_was_here_when_an_officer_has_every_frame_and_not_before() {
    let (house, officer) = triage_house(3).await;
    officer.get(&house, "/api/inbox/triage").await;
    officer.fetch(&house, 2, false).await;
    assert_eq!(seen(&house, Desk::Triage).await, None);
    officer.fetch(&house, 2, false).await;
    let first = house.clock.now().minute();
    assert_eq!(seen(&house, Desk::Triage).await, Some(first));
    house.clock.forward(300);
    officer.fetch(&house, 2, false).await;
    assert_eq!(seen(&house, Desk::Triage).await, Some(first.plus(5)));
    assert_eq!(seen(&house, LEEDS).await, None);
}

#[actix_web::test]
async fn a_console_that_fetches_at_an_empty_desk_is_nobody() {
    let (house, officer) = triage_house(1).await;
    for (attended, was_here) in [(false, false), (true, true)] {
        let wanted = FetchIntake {
            most: 9,
            afresh: true,
            attended,
        };
        officer.post(&house, "/api/intake/fetch", wanted).await;
        assert_eq!(seen(&house, Desk::Triage).await.is_some(), was_here);
    }
}

#[actix_web::test]
async fn another_desk_was_here_when_somebody_looks_at_its_inbox() {
    let house = House::open().await;
    let officer = Browser::of(&house, "leeds-1", Role::Officer, &[LEEDS]).await;
    officer.get(&house, "/api/deliveries").await;
    assert_eq!(seen(&house, LEEDS).await, None);
    assert_eq!(
        officer
            .get(&house, "/api/inbox/bronze%2Fleeds")
            .await
            .status,
        200
    );
    let now = house.clock.now().minute();
    assert_eq!(seen(&house, LEEDS).await, Some(now));
}

#[actix_web::test]
async fn whoever_may_not_look_was_not_here() {
    let (house, _) = triage_house(1).await;
    let auditor = Browser::of(&house, "auditor-1", Role::Auditor, &[Desk::Triage]).await;
    let body = serde_json::json!({ "most": 9, "afresh": true, "attended": true });
    assert_eq!(
        auditor.post(&house, "/api/intake/fetch", body).await.status,
        403
    );
    assert_eq!(seen(&house, Desk::Triage).await, None);
}
