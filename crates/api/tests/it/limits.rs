//! The limits, by the clock and through the door.

use actix_web::test::TestRequest;
use domain::wire::{Blob, SignInStart};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

use crate::actors::{Browser, Reporter, frame};
use crate::house::{Answer, House};

/// Sends until refused, beginning at this seed. Answers how many were taken.
async fn send_all(house: &House, reporter: &Reporter, from: u8) -> (u8, Answer) {
    for count in 0..=100 {
        let answer = reporter.send(house, from + count).await;
        if answer.status != 202 {
            return (count, answer);
        }
    }
    panic!("no limit");
}

#[actix_web::test]
async fn a_neighbourhood_has_a_burst_is_told_when_to_come_back_and_may_come_back_then() {
    let house = House::open().await;
    let (one, neighbour, stranger) = (
        Reporter::at("192.0.2.7"),
        Reporter::at("192.0.2.200"),
        Reporter::at("198.51.100.1"),
    );
    let (taken, refused) = send_all(&house, &one, 0).await;
    assert_eq!((taken, refused.fault().as_str()), (5, "too-many"));
    let wait: i64 = refused.header("retry-after").parse().unwrap();
    assert_eq!(refused.json::<domain::wire::Fault>().retry_after, Some(61));
    assert_eq!(neighbour.send(&house, 50).await.status, 429);
    assert_eq!(stranger.send(&house, 51).await.status, 202);
    house.clock.forward(wait);
    assert_eq!(one.send(&house, 52).await.status, 202);
    assert_eq!(one.send(&house, 53).await.status, 429);
}

#[actix_web::test]
async fn an_hour_later_everything_is_forgotten() {
    let house = House::open().await;
    let one = Reporter::at("192.0.2.7");
    assert_eq!(send_all(&house, &one, 0).await.0, 5);
    house.clock.forward(3_600);
    assert_eq!(send_all(&house, &one, 100).await.0, 5);
    house.clock.forward(-7_200);
    assert_eq!(send_all(&house, &one, 200).await.0, 5);
}

#[actix_web::test]
async fn only_a_trusted_proxy_says_who_calls_and_only_its_own_word_counts() {
    let house = House::open().await;
    let via = async |peer: &'static str, forwarded: &str, seed| {
        let request = Reporter::at(peer).request(frame(seed));
        let request = request.insert_header(("x-forwarded-for", forwarded.to_owned()));
        house.public(request).await.status.as_u16()
    };
    // An untrusted peer cannot become somebody else.
    for seed in 0..5 {
        assert_eq!(
            via("192.0.2.7", &format!("203.0.{seed}.1"), seed).await,
            202
        );
    }
    assert_eq!(via("192.0.2.7", "203.0.113.99", 5).await, 429);
    // Behind a trusted one the rightmost untrusted address counts, whatever was written before it.
    for seed in 10..15 {
        let forwarded = format!("203.0.{seed}.1, 198.51.100.9, 10.1.1.1");
        assert_eq!(via("10.0.0.1", &forwarded, seed).await, 202);
    }
    assert_eq!(via("10.0.0.1", "1.2.3.4, 198.51.100.10", 15).await, 429);
    assert_eq!(via("10.0.0.1", "1.2.3.4, 198.51.101.10", 16).await, 202);
}

#[actix_web::test]
async fn this_machine_the_onion_service_and_a_silent_proxy_share_one_limit() {
    let house = House::open().await;
    let taken = send_all(&house, &Reporter::at("127.0.0.1"), 0).await.0;
    assert_eq!(taken, 5);
    let silent = Reporter::at("10.0.0.1").request(frame(50));
    assert_eq!(house.public(silent).await.status, 429);
    let garbled = Reporter::at("10.0.0.1").request(frame(51));
    let garbled = garbled.insert_header(("x-forwarded-for", "for=me"));
    assert_eq!(house.public(garbled).await.status, 429);
    assert_eq!(Reporter::at("192.0.2.7").send(&house, 52).await.status, 202);
}

#[actix_web::test]
async fn reading_is_not_limited() {
    let house = House::open().await;
    for _ in 0..50 {
        let answer = house.public(TestRequest::get().uri("/api/directory")).await;
        assert_eq!(answer.status, 200);
    }
}

/// Begins a sign-in from an address.
async fn sign_in(house: &House, address: &str, name: &str) -> Answer {
    let mut rng = ChaCha20Rng::seed_from_u64(9);
    let (_, request) = signin::login_start(&mut rng, b"guess").unwrap();
    let body = SignInStart {
        name: name.into(),
        request: Blob(request),
    };
    let request = Browser::nobody().request("POST", "/api/sign-in/start");
    let peer = format!("{address}:40000").parse().unwrap();
    house.staff(request.peer_addr(peer).set_json(body)).await
}

#[actix_web::test]
async fn guesses_under_one_name_from_one_place_keep_nobody_else_out() {
    let house = House::open().await;
    for name in ["amina", "Amina", "AMINA", "amina"] {
        assert_eq!(sign_in(&house, "192.0.2.1", name).await.status, 200);
    }
    assert_eq!(
        sign_in(&house, "192.0.2.1", "amina").await.fault(),
        "too-many"
    );
    assert_eq!(sign_in(&house, "192.0.2.1", "omar").await.status, 200);
    assert_eq!(sign_in(&house, "198.51.100.1", "amina").await.status, 200);
}

#[actix_web::test]
async fn guesses_under_one_name_from_many_places_end_too() {
    let house = House::open().await;
    let mut answers = Vec::new();
    for place in 0..10 {
        let address = format!("10.0.{place}.1");
        answers.push(sign_in(&house, &address, "amina").await.status.as_u16());
    }
    assert_eq!(answers, [[200; 8].as_slice(), &[429; 2]].concat());
}

#[actix_web::test]
async fn one_place_that_tries_everything_leaves_the_others_their_sign_in() {
    let house = House::open().await;
    let mut refused = 0;
    for name in 0..200 {
        let answer = sign_in(&house, "192.0.2.1", &format!("name {name}")).await;
        refused += usize::from(answer.status == 429);
        house.clock.forward(i64::from(name % 20 == 0) * 61);
    }
    assert!(refused > 150);
    assert_eq!(sign_in(&house, "198.51.100.1", "amina").await.status, 200);
}
