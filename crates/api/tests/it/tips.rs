//! A frame arrives, or is refused with one clear answer and leaves nothing.

use std::time::Duration;

use actix_web::http::header::{CONTENT_LENGTH, HeaderName};
use actix_web::test::TestRequest;
use domain::FRAME_LEN;
use domain::wire::PUZZLE_HEADER;
use storage::{IntakeStore, IntakeView};

use crate::actors::{Reporter, frame};
use crate::house::House;

const REPORTER: Reporter = Reporter::at("192.0.2.7");

async fn stored(house: &House) -> usize {
    house.staging.turn_window().await.unwrap();
    house
        .store
        .intake_ids(IntakeView::Triage)
        .await
        .unwrap()
        .len()
}

#[actix_web::test]
async fn a_frame_is_answered_with_202_and_is_in_the_intake_after_the_window() {
    let house = House::open().await;
    let answer = REPORTER.send(&house, 1).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.body[..]),
        (202, &br#"{"status":"accepted"}"#[..])
    );
    assert_eq!(stored(&house).await, 1);
}

#[actix_web::test]
async fn a_resend_is_answered_alike_and_stored_once_even_over_the_limit_and_after_closing() {
    let house = House::open().await;
    let first = REPORTER.send(&house, 1).await;
    let again = REPORTER.send(&house, 1).await;
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    assert_eq!(stored(&house).await, 1);
    let after_the_window = REPORTER.send(&house, 1).await;
    assert_eq!(after_the_window.status, 202);
    while REPORTER
        .send(&house, u8::try_from(stored(&house).await).unwrap() + 1)
        .await
        .status
        == 202
    {}
    assert_eq!(REPORTER.send(&house, 99).await.status, 429);
    assert_eq!(REPORTER.send(&house, 1).await.status, 202);
    house.clock.forward(15 * 86_400);
    assert_eq!(REPORTER.send(&house, 98).await.fault(), "closed");
    assert_eq!(REPORTER.send(&house, 1).await.status, 202);
}

#[actix_web::test]
async fn without_a_puzzle_solved_a_new_frame_is_told_so_and_a_resend_is_answered_as_the_first_was()
{
    let house = House::open().await;
    let unsolved = |seed| house.public_unsolved(REPORTER.request(frame(seed)));
    let answer = unsolved(1).await;
    assert_eq!(
        (answer.status.as_u16(), answer.fault().as_str()),
        (428, "puzzle")
    );
    assert_eq!(REPORTER.send(&house, 1).await.status, 202);
    assert_eq!(unsolved(1).await.status, 202);
    let solved = house.solved().await;
    for (seed, status) in [(2, 202), (3, 202), (4, 202), (2, 202), (5, 202), (6, 428)] {
        let request = REPORTER.request(frame(seed));
        let request = request.insert_header((PUZZLE_HEADER, solved.as_str()));
        let answer = house.public_unsolved(request).await;
        assert_eq!(answer.status.as_u16(), status, "{seed}");
    }
    assert_eq!(stored(&house).await, 5);
}

#[actix_web::test]
async fn only_exactly_one_frame_of_the_right_type_is_taken() {
    let house = House::open().await;
    let lengths = [
        (0, 422, "unprocessable"),
        (FRAME_LEN - 1, 422, "unprocessable"),
        (FRAME_LEN + 1, 413, "too-large"),
        (10 * FRAME_LEN, 413, "too-large"),
    ];
    for (length, status, code) in lengths {
        let answer = house.public(REPORTER.request(vec![7; length])).await;
        assert_eq!(
            (answer.status.as_u16(), answer.fault().as_str()),
            (status, code),
            "{length}"
        );
    }
    for wrong in ["text/plain", "application/json", "multipart/form-data", ""] {
        let request = REPORTER
            .request(frame(7))
            .insert_header(("content-type", wrong));
        assert_eq!(house.public(request).await.fault(), "wrong-type", "{wrong}");
    }
    let untyped = TestRequest::post().uri("/api/tips").set_payload(frame(7));
    assert_eq!(house.public(untyped).await.fault(), "wrong-type");
    assert_eq!(stored(&house).await, 0);
}

#[actix_web::test]
async fn a_length_must_be_announced_and_be_kept_to() {
    let house = House::open().await;
    let unannounced = TestRequest::post()
        .uri("/api/tips")
        .insert_header(("content-type", "application/octet-stream"));
    let unannounced = house.public_with_body(unannounced, frame(7)).await;
    assert_eq!(unannounced.fault(), "length-required");
    for length in ["-1", "", "0x5000", "20481"] {
        let name = HeaderName::from_static(CONTENT_LENGTH.as_str());
        let request = REPORTER.request(frame(7)).insert_header((name, length));
        let status = house.public(request).await.status.as_u16();
        assert!(matches!(status, 413 | 422), "{length:?} {status}");
    }
    for shorter in [0, 1, FRAME_LEN - 1] {
        let request = REPORTER
            .request(vec![8; shorter])
            .insert_header(("content-length", FRAME_LEN.to_string()));
        let answer = house.public(request).await;
        assert_eq!(
            (answer.status.as_u16(), answer.fault().as_str()),
            (422, "incomplete")
        );
    }
    let longer = REPORTER
        .request(vec![8; FRAME_LEN + 1])
        .insert_header(("content-length", FRAME_LEN.to_string()));
    assert_eq!(house.public(longer).await.fault(), "too-large");
}

#[actix_web::test]
async fn a_frame_another_sites_page_sends_is_refused() {
    let house = House::open().await;
    for (header, site, status) in [
        ("sec-fetch-site", "cross-site", 403),
        ("sec-fetch-site", "same-site", 403),
        ("sec-fetch-site", "same-origin", 202),
        ("sec-fetch-site", "none", 202),
        ("origin", "https://other.example", 403),
        ("origin", "https://tell.example", 202),
        ("origin", "null", 202),
    ] {
        let request = REPORTER
            .request(frame(7))
            .insert_header(("host", "tell.example"))
            .insert_header((header, site));
        assert_eq!(
            house.public(request).await.status.as_u16(),
            status,
            "{header} {site}"
        );
    }
    assert_eq!(stored(&house).await, 1);
}

#[actix_web::test]
async fn the_service_is_closed_without_a_directory_that_both_authorities_signed_and_that_is_valid()
{
    let house = House::closed().await;
    let mut seed = 0;
    let mut closed = async |house: &House| {
        seed += 1;
        house.clock.forward(10);
        let health = house.public(TestRequest::get().uri("/health")).await;
        let directory = house.public(TestRequest::get().uri("/api/directory")).await;
        let sent = REPORTER.send(house, seed).await;
        if health.status == 200 {
            assert_eq!(&health.body[..], br#"{"status":"open"}"#);
            assert_eq!(
                (directory.status.as_u16(), sent.status.as_u16()),
                (200, 202)
            );
            return false;
        }
        assert_eq!(
            (health.status.as_u16(), &health.body[..]),
            (503, &br#"{"status":"closed"}"#[..])
        );
        assert_eq!(
            (directory.fault().as_str(), sent.fault().as_str()),
            ("closed", "closed")
        );
        assert!(!directory.header("retry-after").is_empty());
        true
    };
    assert!(closed(&house).await);
    house.put_directory(1, house.today().plus(1), 14).await;
    assert!(closed(&house).await);
    house.put_directory(2, house.today().plus(-14), 14).await;
    assert!(closed(&house).await);
    house.put_directory(3, house.today(), 1).await;
    assert!(!closed(&house).await);
    house.clock.forward(86_400);
    assert!(closed(&house).await);
    house.put_directory(4, house.today(), 14).await;
    assert!(!closed(&house).await);
    let note = house.public(TestRequest::get().uri("/api/directory")).await;
    let text = String::from_utf8(note.body.to_vec()).unwrap();
    let one_signature = text.trim_end().rsplit_once('\n').unwrap().0.to_owned() + "\n";
    assert!(one_signature.contains(house.first_signer().authority().name()));
    house.put_public_note(5, one_signature).await;
    assert!(closed(&house).await);
    house
        .put_public_note(6, text.replace("serial 4", "serial 6"))
        .await;
    assert!(closed(&house).await);
}

#[actix_web::test]
async fn an_upload_that_stands_still_is_answered_within_its_time() {
    let house = House::open().await;
    let started = tokio::time::Instant::now();
    let stalled = crate::house::stalled(&house, FRAME_LEN / 2).await;
    assert_eq!(stalled.fault(), "incomplete");
    assert!(started.elapsed() < Duration::from_secs(5));
    assert_eq!(stored(&house).await, 0);
}
