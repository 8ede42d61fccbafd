//! A tip's files arrive in parts, and triage alone is given them.

use actix_web::test::TestRequest;
use domain::bundle::Bucket;
use domain::log::Object;
use domain::wire::{BegunUpload, FinishedUpload, HeldParts};
use domain::{BlobId, Desk, District, Role, UploadId};

use crate::actors::Browser;
use crate::house::{Answer, House};
use crate::log::entries;

const OCTETS: &str = "application/octet-stream";
const CANARY: &str = "canary-2214";

fn begin_request(json: &str) -> TestRequest {
    TestRequest::post()
        .uri("/api/blobs")
        .peer_addr("192.0.2.7:9".parse().unwrap())
        .insert_header(("content-type", "application/json"))
        .insert_header(("content-length", json.len().to_string()))
        .set_payload(json.to_owned())
}

async fn begin(house: &House, json: &str) -> Answer {
    house.public(begin_request(json)).await
}

async fn begun(house: &House) -> UploadId {
    let answer = begin(house, r#"{"bucket":0}"#).await;
    assert_eq!(answer.status, 201);
    answer.json::<BegunUpload>().upload
}

fn part_request(path: &str, bytes: usize, byte: u8) -> TestRequest {
    TestRequest::put()
        .uri(path)
        .insert_header(("content-type", OCTETS))
        .insert_header(("content-length", bytes.to_string()))
        .set_payload(vec![byte; bytes])
}

async fn send(house: &House, upload: UploadId, part: usize, byte: u8) -> Answer {
    let bytes = Bucket::One.part_len(part).unwrap();
    let path = format!("/api/blobs/{upload}/{part}");
    house.public(part_request(&path, bytes, byte)).await
}

async fn held(house: &House, upload: UploadId) -> Answer {
    let path = format!("/api/blobs/{upload}");
    house.public(TestRequest::get().uri(&path)).await
}

async fn finish(house: &House, upload: UploadId) -> Answer {
    let path = format!("/api/blobs/{upload}/finish");
    house.public(TestRequest::post().uri(&path)).await
}

async fn stored(house: &House, byte: u8) -> BlobId {
    let upload = begun(house).await;
    for part in 0..Bucket::One.parts() {
        assert_eq!(send(house, upload, part, byte).await.status, 204);
    }
    finish(house, upload).await.json::<FinishedUpload>().blob
}

#[actix_web::test]
async fn after_a_lost_connection_only_what_is_missing_is_sent_again() {
    let house = House::open().await;
    let upload = begun(&house).await;
    assert_eq!(send(&house, upload, 1, 2).await.status, 204);
    let early = finish(&house, upload).await;
    assert_eq!(
        (early.status.as_u16(), early.fault().as_str()),
        (409, "parts-missing")
    );
    let there: HeldParts = held(&house, upload).await.json();
    assert_eq!((there.bucket, there.held), (0, vec![1]));
    assert_eq!(send(&house, upload, 0, 1).await.status, 204);
    assert_eq!(send(&house, upload, 0, 1).await.status, 204);
    let first: FinishedUpload = finish(&house, upload).await.json();
    let again: FinishedUpload = finish(&house, upload).await.json();
    assert_eq!(first, again);
}

#[actix_web::test]
async fn triage_is_given_a_blob_as_it_came_and_nobody_else_is() {
    let house = House::open().await;
    let blob = stored(&house, 7).await;
    let path = format!("/api/blobs/{blob}");
    let triage = Browser::of(&house, "amina", Role::Officer, &[Desk::Triage]).await;
    let given = triage.get(&house, &path).await;
    assert_eq!(
        (given.status.as_u16(), given.header("content-type")),
        (200, OCTETS)
    );
    assert_eq!(given.header("cache-control"), "no-store");
    assert_eq!(given.body.len(), Bucket::One.blob_len());
    assert!(given.body.iter().all(|byte| *byte == 7));
    let leeds = [Desk::Bronze(District::Leeds)];
    let bronze = Browser::of(&house, "ben", Role::Officer, &leeds).await;
    assert_eq!(bronze.get(&house, &path).await.status, 403);
    assert_eq!(Browser::nobody().get(&house, &path).await.status, 401);
    let other = format!("/api/blobs/{}", BlobId::from_bytes([9; 16]));
    assert_eq!(triage.get(&house, &other).await.fault(), "not-found");
    let public = house.public(TestRequest::get().uri(&path)).await;
    assert_eq!(public.fault(), "not-found", "a blob is no upload");
    for entry in entries(&house).await {
        assert_eq!(entry.object, Object::FILES, "and not which");
        let plain = minicbor::to_vec(&entry).unwrap();
        let id = blob.as_bytes();
        assert!(!plain.windows(id.len()).any(|part| part == id));
    }
}

#[actix_web::test]
async fn what_is_no_upload_is_refused_with_one_clear_answer() {
    let house = House::open().await;
    for wrong in [
        "",
        "{}",
        r#"{"bucket":4}"#,
        r#"{"bucket":-1}"#,
        CANARY,
        r#"{"bucket":0,"x":1}"#,
    ] {
        assert_eq!(
            begin(&house, wrong).await.fault(),
            "unprocessable",
            "{wrong}"
        );
    }
    let long = format!(r#"{{"bucket":0{}}}"#, " ".repeat(60));
    assert_eq!(begin(&house, &long).await.fault(), "too-large");
    let upload = begun(&house).await;
    let sized = |bytes| part_request(&format!("/api/blobs/{upload}/1"), bytes, 1);
    assert_eq!(house.public(sized(65_535)).await.fault(), "unprocessable");
    assert_eq!(house.public(sized(65_537)).await.fault(), "too-large");
    let typed = sized(65_536).insert_header(("content-type", CANARY));
    assert_eq!(house.public(typed).await.fault(), "wrong-type");
    let unannounced = part_request(&format!("/api/blobs/{upload}/1"), 0, 1);
    let more = unannounced.insert_header(("content-length", "65536"));
    let body = vec![1; 65_537];
    assert_eq!(
        house.public_with_body(more, body).await.fault(),
        "incomplete"
    );
    for path in [
        format!("/api/blobs/{upload}/2"),
        format!("/api/blobs/{upload}/-1"),
        format!("/api/blobs/{upload}/{CANARY}"),
        format!("/api/blobs/{CANARY}/0"),
        format!("/api/blobs/{}/0", UploadId::from_bytes([3; 16])),
    ] {
        let answer = house.public(part_request(&path, 10, 1)).await;
        assert_eq!(answer.fault(), "not-found", "{path}");
        assert!(!String::from_utf8_lossy(&answer.body).contains(CANARY));
    }
    let there: HeldParts = held(&house, upload).await.json();
    assert!(there.held.is_empty());
}

#[actix_web::test]
async fn an_upload_counts_by_its_size_and_over_the_limit_says_when_to_try_again() {
    let house = House::open().await;
    let mut taken = 0;
    let refused = loop {
        let answer = begin(&house, r#"{"bucket":1}"#).await;
        if answer.status != 201 {
            break answer;
        }
        taken += 1;
    };
    assert_eq!(taken, 4, "20 parts, of which each upload has 5");
    assert_eq!(refused.fault(), "too-many");
    assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);
}

#[actix_web::test]
async fn one_neighbourhood_keeps_nobody_else_from_sending_files() {
    let house = House::open().await;
    for _ in 0..5 {
        begun(&house).await;
    }
    let sixth = begin(&house, r#"{"bucket":0}"#).await;
    assert_eq!(
        (sixth.status.as_u16(), sixth.fault().as_str()),
        (503, "full")
    );
    let elsewhere = begin_request(r#"{"bucket":0}"#).peer_addr("198.51.100.7:9".parse().unwrap());
    assert_eq!(house.public(elsewhere).await.status, 201);
    let here = begin(&house, r#"{"bucket":0}"#).await;
    assert_eq!(here.fault(), "full");
}

#[actix_web::test]
async fn without_room_a_blob_is_refused_and_a_text_is_not() {
    let house = House::open().await;
    let large = begin(&house, r#"{"bucket":3}"#).await;
    assert_eq!(
        large.fault(),
        "too-many",
        "more than the limit ever lets through"
    );
    begun(&house).await;
    let sixteen = begin(&house, r#"{"bucket":2}"#).await;
    assert_eq!(
        (sixteen.status.as_u16(), sixteen.fault().as_str()),
        (503, "no-room")
    );
    assert!(sixteen.header("retry-after").parse::<u32>().unwrap() > 0);
    let reporter = crate::actors::Reporter::at("192.0.2.7");
    assert_eq!(reporter.send(&house, 1).await.status, 202);
}

#[actix_web::test]
async fn while_no_tips_are_taken_no_files_are() {
    let house = House::closed().await;
    assert_eq!(begin(&house, r#"{"bucket":0}"#).await.fault(), "closed");
}
