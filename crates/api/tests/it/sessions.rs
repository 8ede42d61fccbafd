//! How sessions end: by themselves, by hand, and all of one officer's at once.

use domain::{Desk, Role};

use crate::actors::Browser;
use crate::house::House;

#[actix_web::test]
async fn a_session_ends_when_idle_and_when_its_time_is_over() {
    let house = House::open().await;
    let officer = Browser::of(&house, "triage", Role::Officer, &[Desk::Triage]).await;
    for _ in 0..44 {
        assert_eq!(officer.get(&house, "/api/me").await.status, 200);
        house.clock.forward(800);
    }
    house.clock.forward(900);
    assert_eq!(
        officer.get(&house, "/api/me").await.fault(),
        "not-signed-in"
    );
    let busy = Browser::of(&house, "busy", Role::Officer, &[Desk::Triage]).await;
    for _ in 0..45 {
        assert_eq!(busy.get(&house, "/api/me").await.status, 200);
        house.clock.forward(800);
    }
    assert_eq!(busy.get(&house, "/api/me").await.fault(), "not-signed-in");
}

#[actix_web::test]
async fn a_session_is_over_once_signed_out() {
    let house = House::open().await;
    let officer = Browser::of(&house, "triage", Role::Officer, &[Desk::Triage]).await;
    assert_eq!(officer.post(&house, "/api/sign-out", ()).await.status, 204);
    assert_eq!(
        officer.get(&house, "/api/me").await.fault(),
        "not-signed-in"
    );
}

#[actix_web::test]
async fn signing_out_everywhere_ends_every_session_of_ones_own_and_nobody_elses() {
    let house = House::open().await;
    let at_desk = Browser::of(&house, "amina", Role::Officer, &[Desk::Triage]).await;
    let laptop = at_desk.begin_session(&house, 1).await;
    let colleague = Browser::of(&house, "omar", Role::Officer, &[Desk::Triage]).await;
    for browser in [&at_desk, &laptop, &colleague] {
        assert_eq!(browser.get(&house, "/api/me").await.status, 200);
    }
    let ended = laptop.post(&house, "/api/sign-out-everywhere", ()).await;
    assert_eq!((ended.status.as_u16(), ended.body.len()), (204, 0));
    for browser in [&at_desk, &laptop] {
        let fetch = domain::wire::FetchIntake {
            most: 1,
            afresh: false,
            attended: true,
        };
        let next = browser.post(&house, "/api/intake/fetch", fetch).await;
        assert_eq!(next.fault(), "not-signed-in");
    }
    assert_eq!(colleague.get(&house, "/api/me").await.status, 200);
}
