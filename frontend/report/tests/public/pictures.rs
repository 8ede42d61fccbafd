//! Pictures without scripts, against a store that only remembers.

use actix_web::http::StatusCode;
use domain::bundle::FileKind;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use tokio::sync::{Mutex, MutexGuard};
use unseal::bundle::open_bundle;

use crate::reporter::{Answer, GOOD, Reporter};
use crate::scan::tags;

/// Of any program that writes pictures.
const PICTURE: &[u8] = include_bytes!("../../../../crates/unseal/fuzz/picture/jpeg");
const CANARY: &[u8] = b"Zyx-Canary of Nightingale Row";
const BOUNDARY: &str = "----canary-boundary-4711";
const MULTIPART: &str = "multipart/form-data; boundary=----canary-boundary-4711";
type Pairs = Vec<(String, String)>;
type Pictures<'a> = &'a [(&'a str, &'a [u8])];

/// No more than two such posts are taken at once, whoever tests what.
static ALONE: Mutex<()> = Mutex::const_new(());

struct Visit {
    reporter: Reporter,
    /// What the check page hands on.
    fields: Pairs,
    _alone: MutexGuard<'static, ()>,
}

/// A photograph that says who took it: in an EXIF segment, a comment, and behind its end.
fn photograph() -> Vec<u8> {
    let segment = |marker, text: &[u8]| {
        let length = u16::try_from(text.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], text].concat()
    };
    let exif = segment(0xe1, &[b"Exif\0\0II*\0\x08\0\0\0\0\0", CANARY].concat());
    let comment = segment(0xfe, CANARY);
    let (begin, rest) = PICTURE.split_at(2);
    [begin, &exif, &comment, rest, CANARY].concat()
}

fn finds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// A body as browsers write it.
fn body(pairs: &[(String, String)], pictures: Pictures<'_>) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |head: String, value: &[u8]| {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
        body.extend([head.as_bytes(), value, b"\r\n"].concat());
    };
    for (name, value) in pairs {
        part(format!("name=\"{name}\""), value.as_bytes());
    }
    for (name, bytes) in pictures {
        let head = format!("name=\"picture\"; filename=\"{name}\"\r\nContent-Type: image/jpeg");
        part(head, bytes);
    }
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    body
}

impl Visit {
    async fn begin() -> Self {
        let alone = ALONE.lock().await;
        let reporter = Reporter::new();
        let fields = reporter.post("/en/check", GOOD).await.hidden();
        Self {
            reporter,
            fields,
            _alone: alone,
        }
    }

    async fn send(&self, pictures: Pictures<'_>) -> Answer {
        self.send_as(pictures, &[]).await
    }

    async fn send_as(&self, pictures: Pictures<'_>, headers: &[(&str, &str)]) -> Answer {
        let kind = ("content-type", MULTIPART);
        let headers: Vec<_> = [kind].into_iter().chain(headers.iter().copied()).collect();
        let body = body(&self.fields, pictures);
        self.reporter.post_body("/en/send", &body, &headers).await
    }

    fn kept(&self) -> usize {
        self.reporter.fake.blobs.lock().unwrap().len()
    }

    /// Refused, with everything typed, and nothing of it anywhere.
    fn assert_refused(&self, answer: &Answer, status: u16, said: &str) {
        assert_eq!(answer.status.as_u16(), status, "{said}");
        assert!(answer.page.contains(said), "{said}: {}", answer.page);
        assert!(answer.page.contains("Your pictures were not kept"));
        assert_eq!(answer.hidden(), self.fields);
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert!(answer.closes);
        assert_eq!((self.kept(), self.reporter.tips().len()), (0, 0));
        assert_may_choose_again(answer);
    }
}

fn assert_may_choose_again(answer: &Answer) {
    let read = tags(&answer.page);
    let field = read.iter().find(|tag| tag.get("type") == Some("file"));
    assert_eq!(field.unwrap().get("name"), Some("picture"));
    let mut buttons = read.iter().filter(|tag| tag.is("button"));
    let posts = |tag: &&crate::scan::Tag| tag.get("formenctype") == Some("multipart/form-data");
    assert_eq!(buttons.by_ref().filter(posts).count(), 1);
}

#[actix_web::test]
async fn pictures_are_drawn_anew_sealed_and_named_in_the_tip() {
    let visit = Visit::begin().await;
    let photograph = photograph();
    let sent = visit
        .send(&[("Zyx.jpg", &photograph), ("b.png", PICTURE)])
        .await;
    assert_eq!(sent.header("location"), Some("/en/sent"));
    let tips = visit.reporter.tips();
    let slot = tips[0].bundle.as_ref().unwrap();
    assert_eq!(tips[0].text, "Under the third step.\nBlue door.");
    let blobs = visit.reporter.fake.blobs.lock().unwrap();
    let [(id, blob)] = blobs.as_slice() else {
        panic!("{} blobs", blobs.len())
    };
    assert_eq!(slot.blob, *id);
    assert!(!finds(blob, CANARY));
    let opened = open_bundle(slot, blob).unwrap();
    let files = opened.files();
    assert_eq!(files.len(), 2);
    for file in files {
        assert_eq!(file.kind, FileKind::Jpeg);
        assert!(file.kind.begins(file.bytes) && !finds(file.bytes, CANARY));
        assert!(!finds(file.bytes, b"Exif"));
    }
}

#[actix_web::test]
async fn the_check_page_offers_pictures_and_without_any_it_is_sent_as_before() {
    let visit = Visit::begin().await;
    let check = visit.reporter.post("/en/check", GOOD).await;
    assert_may_choose_again(&check);
    assert!(
        check
            .page
            .contains("Our server sees your pictures for a moment")
    );
    // As browsers post a field where nothing was chosen.
    let sent = visit.send(&[("", b"")]).await;
    assert_eq!(sent.header("location"), Some("/en/sent"));
    let plainly = visit.reporter.post("/en/send", &visit.fields).await;
    assert_eq!(plainly.header("location"), Some("/en/sent"));
    let tips = visit.reporter.tips();
    assert_eq!((tips.len(), tips[0].bundle.is_none()), (1, true));
    assert_eq!(visit.kept(), 0);
}

#[actix_web::test]
async fn what_is_no_sound_picture_is_told_by_its_number_and_everything_typed_stays() {
    let visit = Visit::begin().await;
    let mut vast = PICTURE.to_vec();
    let at = vast.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    vast[at + 5..at + 9].copy_from_slice(&[0x27, 0x10, 0x27, 0x10]);
    let many: Vec<_> = (0..11).map(|_| ("many.jpg", PICTURE)).collect();
    let unfit: [(&[u8], &str); 5] = [
        (b"%PDF-1.7 notes", "Picture 2 is not a JPEG"),
        (b"<svg onload=alert(1)>", "Picture 2 is not a JPEG"),
        (b"", "Picture 2 is not a JPEG"),
        (&vast, "Picture 2 is too large"),
        (&PICTURE[..200], "Picture 2 looks broken"),
    ];
    for (second, said) in unfit {
        let refused = visit.send(&[("a.jpg", PICTURE), ("b.jpg", second)]).await;
        visit.assert_refused(&refused, 422, said);
    }
    visit.assert_refused(&visit.send(&many).await, 422, "up to 10 pictures");
}

#[actix_web::test]
async fn more_than_is_read_is_refused_and_what_was_typed_stays() {
    let visit = Visit::begin().await;
    let large = [PICTURE, &vec![7; 17 << 20]].concat();
    let half = [PICTURE, &vec![7; 9 << 20]].concat();
    let too_large: [Pictures<'_>; 2] = [
        &[("large.jpg", &large)],
        &[("a.jpg", &half), ("b.jpg", &half)],
    ];
    for pictures in too_large {
        let refused = visit.send(pictures).await;
        visit.assert_refused(&refused, 413, "too large together");
    }
}

/// A small picture that is a large one when it is drawn: five rows of noise, again and again.
fn noise() -> Vec<u8> {
    let mut rows = vec![0; 5 * 2_048 * 3];
    ChaCha20Rng::seed_from_u64(1).fill_bytes(&mut rows);
    let pixels: Vec<u8> = rows.into_iter().cycle().take(2_048 * 2_048 * 3).collect();
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::NoFilter)
        .write_image(&pixels, 2_048, 2_048, ExtendedColorType::Rgb8)
        .unwrap();
    png
}

#[actix_web::test]
async fn small_pictures_that_are_drawn_large_are_too_much_together() {
    let visit = Visit::begin().await;
    let picture = noise();
    assert!(picture.len() < 200_000, "{}", picture.len());
    let answer = visit.send(&[("a.png", picture.as_slice()); 4]).await;
    visit.assert_refused(&answer, 413, "too large together");
    assert_eq!(visit.kept(), 0);
}

#[actix_web::test]
async fn a_crowd_is_told_when_to_come_again_with_what_it_typed() {
    let visit = Visit::begin().await;
    for header in ["x-test-flood", "x-test-crowded", "x-test-heavy"] {
        let refused = visit
            .send_as(&[("a.jpg", PICTURE)], &[(header, "yes")])
            .await;
        visit.assert_refused(&refused, 429, "wait 30 seconds");
    }
    let cross = [("sec-fetch-site", "cross-site")];
    let refused = visit.send_as(&[("a.jpg", PICTURE)], &cross).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    visit.reporter.fake.close();
    let closed = visit.send(&[("a.jpg", PICTURE)]).await;
    assert_eq!(closed.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!((visit.kept(), closed.hidden()), (0, visit.fields.clone()));
}

#[actix_web::test]
async fn the_same_pictures_again_are_the_same_tip_and_others_another() {
    let visit = Visit::begin().await;
    let photograph = photograph();
    let sent: [Pictures<'_>; 4] = [
        &[("a.jpg", PICTURE)],
        &[("renamed.jpg", PICTURE)],
        &[("a.jpg", &photograph)],
        &[],
    ];
    for pictures in sent {
        let sent = visit.send(pictures).await;
        assert_eq!(sent.header("location"), Some("/en/sent"));
    }
    assert_eq!((visit.kept(), visit.reporter.tips().len()), (2, 3));
}

#[actix_web::test]
async fn what_is_no_form_of_ours_with_pictures_is_refused_and_leaves_nothing() {
    let visit = Visit::begin().await;
    let good = body(&visit.fields, &[("a.jpg", PICTURE)]);
    let text = String::from_utf8_lossy(&good).into_owned();
    let no_names = text.replace("form-data; name", "form-data; eman");
    let too_many: Pairs = vec![("about".into(), "fraud".into()); 300];
    let typed = [("story".to_owned(), "\u{e9}".repeat(3))];
    let mut not_text = body(&typed, &[]);
    let at = not_text.iter().position(|byte| *byte == 0xc3).unwrap();
    not_text[at + 1] = b'x';
    let short = "multipart/form-data; boundary=\"--\"";
    let refused: [(&str, &[u8]); 12] = [
        ("multipart/form-data", &good),
        ("multipart/form-data; boundary=", &good),
        ("multipart/form-data; boundary=\"\"", b"\n\n"),
        (short, b"--\n--\n"),
        ("multipart/form-data; boundary=another-boundary", &good),
        ("multipart/mixed; boundary=----canary-boundary-4711", &good),
        (MULTIPART, b""),
        (MULTIPART, b"story=third+step"),
        (MULTIPART, no_names.as_bytes()),
        (MULTIPART, &good[..good.len() / 2]),
        (MULTIPART, &body(&too_many, &[])),
        (MULTIPART, &not_text),
    ];
    for (number, (kind, body)) in refused.iter().enumerate() {
        let headers = [("content-type", *kind)];
        let answer = visit.reporter.post_body("/en/send", body, &headers).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{number}");
        assert!(!answer.page.contains("third step"), "{number}");
    }
    let long = [("story".to_owned(), "x".repeat(220_000))];
    let headers = [("content-type", MULTIPART)];
    let long = body(&long, &[]);
    let answer = visit.reporter.post_body("/en/send", &long, &headers).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    // Only where it is sent may pictures come along.
    let elsewhere = visit.reporter.post_body("/en/check", &good, &headers).await;
    assert_eq!(elsewhere.status, StatusCode::BAD_REQUEST);
    assert_eq!((visit.kept(), visit.reporter.tips().len()), (0, 0));
}
