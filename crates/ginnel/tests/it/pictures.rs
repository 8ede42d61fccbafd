//! Pictures without scripts through a whole server: sealed and kept, or nothing of them anywhere.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::bundle::Bucket;
use ginnel::SystemClock;
use ginnel::commands::import;
use notes::RecipientText;
use rand::SeedableRng;
use rand::rngs::StdRng;
use storage::IntakeView;
use unseal::Identity;

use crate::ceremony::Ceremony;
use crate::files;
use crate::http::{Answer, get, hang_up, head, in_two, raw};
use crate::installation::{Installation, Serving, now};
use crate::log;

const SEND: &str = "/en/send";
const BOUNDARY: &str = "----canary-7733-boundary";
const KIND: &str = "multipart/form-data; boundary=----canary-7733-boundary";
/// Stands in the words, in the picture, in its name and around them, and must stand nowhere else.
const CANARY: &str = "canary-7733";
const PICTURE: &[u8] = include_bytes!("../../../unseal/fuzz/picture/jpeg");
const FORM: &[(&str, &str)] = &[
    ("danger", "no"),
    ("about", "drugs_supply"),
    ("story", "The van of canary-7733"),
    ("district", "leeds"),
    ("knows", "saw"),
];

/// No more than two such posts are taken at once, whoever tests what.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn open() -> (Installation, Serving) {
    let installation = Installation::begun();
    let triage = Identity::generate(&mut StdRng::seed_from_u64(4));
    let ceremony = Ceremony {
        triage: RecipientText::parse(&triage.recipient().encode()).unwrap(),
        ..Ceremony::with_triage(&[])
    };
    let folder = ceremony.write(&installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
    let serving = installation.serve();
    // A page asks for it first; else it is looked for every few seconds.
    assert_eq!(get(serving.public, "/api/directory").status, 200);
    (installation, serving)
}

/// A picture with words in a comment and, this many bytes of them, behind its end.
fn photograph(behind: usize) -> Vec<u8> {
    let length = u16::try_from(CANARY.len() + 2).unwrap().to_be_bytes();
    let comment = [b"\xff\xfe", &length[..], CANARY.as_bytes()].concat();
    let behind: Vec<u8> = CANARY.bytes().cycle().take(behind).collect();
    let (begin, rest) = PICTURE.split_at(2);
    [begin, &comment, rest, &behind].concat()
}

/// A whole request.
fn request(picture: &[u8]) -> Vec<u8> {
    let part = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=");
    let typed = FORM
        .iter()
        .map(|(name, value)| format!("{part}\"{name}\"\r\n\r\n{value}\r\n"));
    let head_of_picture =
        format!("{part}\"picture\"; filename=\"{CANARY}.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
    let typed: String = typed.chain([head_of_picture]).collect();
    let end = format!("\r\n--{BOUNDARY}--\r\n");
    let body = [typed.as_bytes(), picture, end.as_bytes()].concat();
    [head(SEND, KIND, body.len()), body].concat()
}

/// The files sent with tips, each with its length.
fn blobs(installation: &Installation) -> Vec<u64> {
    let kept = files::below(&installation.data().blobs());
    kept.iter().map(|(_, bytes)| bytes.len() as u64).collect()
}

fn tips(installation: &Installation) -> usize {
    let store = installation.opened().store;
    now(store.intake_ids(IntakeView::Triage)).unwrap().len()
}

/// In no file of the installation, nor in a line of its log.
fn assert_nowhere(installation: &Installation) {
    for (file, bytes) in files::below(installation.folder.path()) {
        let found = memchr::memmem::find(&bytes, CANARY.as_bytes());
        assert_eq!(found, None, "{}", file.display());
    }
    let logged = log::everything();
    for absent in [CANARY, "127.0.0.1"] {
        assert!(!logged.contains(absent), "{absent}: {logged}");
    }
}

fn assert_sent(answer: &Answer) {
    assert_eq!(answer.status, 303, "{}", answer.head);
    assert_eq!(answer.header("location"), "/en/sent");
}

#[test]
fn pictures_without_scripts_are_kept_sealed_and_nothing_else_of_them_is_written() {
    let _alone = alone();
    let (installation, serving) = open();
    assert_sent(&raw(serving.public, &request(&photograph(2_000_000))));
    assert_eq!(blobs(&installation), [Bucket::One.blob_len() as u64]);
    serving.stop();
    assert_eq!(tips(&installation), 1);
    assert_nowhere(&installation);
}

#[test]
fn pictures_that_are_cut_off_or_not_fit_leave_nothing() {
    let _alone = alone();
    let (installation, serving) = open();
    let whole = request(&photograph(600_000));
    for sent in [whole.len() - 1, whole.len() / 2, 1_500, 600] {
        hang_up(serving.public, &whole[..sent]);
    }
    for (picture, status) in [
        (CANARY.as_bytes(), 422),
        (&PICTURE[..200], 422),
        (&photograph(20_000_000), 413),
    ] {
        let answer = raw(serving.public, &request(picture));
        assert_eq!(answer.status, status);
        assert!(answer.text().contains("The van of canary-7733"));
    }
    serving.stop();
    assert_eq!((blobs(&installation).len(), tips(&installation)), (0, 0));
    assert_nowhere(&installation);
}

#[test]
fn a_third_post_with_pictures_at_once_is_told_to_wait_with_what_it_typed() {
    let _alone = alone();
    let (installation, serving) = open();
    let public = serving.public;
    let whole = request(&photograph(600_000));
    let (first, rest) = whole.split_at(100_000);
    let begun = || std::thread::sleep(Duration::from_millis(200));
    let (mut second, mut third) = (None, None);
    let first = in_two(
        public,
        first,
        || {
            begun();
            let between = || {
                begun();
                third = Some(raw(public, &whole));
            };
            second = Some(in_two(public, first, between, rest));
        },
        rest,
    );
    assert_sent(&first);
    assert_sent(&second.unwrap());
    let third = third.unwrap();
    assert_eq!(third.status, 503);
    assert_eq!(third.header("retry-after"), "30");
    assert!(third.text().contains("The van of canary-7733"));
    assert!(third.text().contains("Your pictures were not kept"));
    assert_sent(&raw(public, &whole));
    serving.stop();
    assert_eq!((blobs(&installation).len(), tips(&installation)), (3, 3));
}
