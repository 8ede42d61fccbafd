//! Uploads that are malformed, slow or cut off: one clear answer, nothing stored, nothing logged.

use std::net::TcpStream;
use std::time::Duration;

use domain::FRAME_LEN;
use ginnel::SystemClock;
use ginnel::commands::import;
use storage::IntakeView;

use crate::ceremony::Ceremony;
use crate::http::{Answer, frame_head, hang_up, head, in_two, post, post_frame, raw};
use crate::installation::{Installation, Serving, now};
use crate::log;

const TIPS: &str = "/api/tips";
const OCTETS: &str = "application/octet-stream";
/// Stands in every body and header that is sent here, and must stand nowhere else.
pub const CANARY: &str = "canary-5519";

pub fn open() -> (Installation, Serving) {
    let installation = Installation::begun();
    let folder = Ceremony::with_triage(&[]).write(&installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
    let serving = installation.serve();
    (installation, serving)
}

pub fn stored(installation: &Installation) -> usize {
    let store = installation.opened().store;
    now(store.intake_ids(IntakeView::Triage)).unwrap().len()
}

pub fn body(length: usize) -> Vec<u8> {
    CANARY.bytes().cycle().take(length).collect()
}

pub fn assert_silent(answer: &Answer) {
    let all = format!("{}{}", answer.head, answer.text());
    assert!(!all.contains(CANARY), "{all}");
}

pub fn assert_nothing_logged() {
    let logged = log::everything();
    assert!(logged.contains("open: a directory is valid"), "{logged}");
    for absent in [CANARY, "127.0.0.1", "canary"] {
        assert!(!logged.contains(absent), "{logged}");
    }
}

/// A post to the right place, with these lines in its head.
fn request(lines: &str, body: &str) -> Vec<u8> {
    let head = format!("POST {TIPS} HTTP/1.1\r\nHost: {CANARY}\r\nConnection: close\r\n");
    format!("{head}Content-Type: {OCTETS}\r\n{lines}\r\n\r\n{body}").into_bytes()
}

#[test]
fn what_is_no_frame_is_answered_once_and_leaves_nothing() {
    let (installation, serving) = open();
    for (length, status) in [(0, 422), (20_479, 422), (20_481, 413), (5_000_000, 413)] {
        let answer = post(serving.public, TIPS, OCTETS, &body(length));
        assert_eq!(answer.status, status, "{length}");
        assert_silent(&answer);
    }
    let other_type = post(serving.public, TIPS, CANARY, &body(20_480));
    assert_eq!(other_type.status, 415);
    assert_silent(&other_type);
    let chunked = request("Transfer-Encoding: chunked", "3\r\nabc\r\n0\r\n\r\n");
    assert_eq!(raw(serving.public, &chunked).code(), "length-required");
    for malformed in [
        request(&format!("Content-Length: {CANARY}"), ""),
        request("Content-Length: -1", ""),
        request("Content-Length: 20480\r\nContent-Length: 5", ""),
        format!("{}\r\n\r\n", CANARY.repeat(9)).into_bytes(),
        format!("GET /{CANARY} HTTP/9.9\r\n\r\n").into_bytes(),
    ] {
        let answer = raw(serving.public, &malformed);
        assert_eq!((answer.status, answer.body.len()), (400, 0));
        assert_silent(&answer);
    }
    serving.stop();
    assert_eq!(stored(&installation), 0);
    assert_nothing_logged();
}

#[test]
fn a_body_that_stands_still_is_answered_and_one_that_is_cut_off_leaves_nothing() {
    let (installation, serving) = open();
    let half = [head(TIPS, OCTETS, 20_480), body(10_000)].concat();
    // Reading gives up after 20 seconds, so an answer came in time.
    let slow = raw(serving.public, &half);
    assert_eq!((slow.status, slow.code().as_str()), (422, "incomplete"));
    assert_silent(&slow);
    for sent in [half.len(), 200, 60, 10] {
        hang_up(serving.public, &half[..sent]);
    }
    assert_eq!(post_frame(serving.public, 1).status, 202);
    serving.stop();
    assert_eq!(stored(&installation), 1);
    assert_nothing_logged();
}

#[test]
fn what_was_acknowledged_is_in_the_intake_after_the_server_has_stopped() {
    let (installation, serving) = open();
    for seed in 0..5 {
        assert_eq!(post_frame(serving.public, seed).status, 202);
        assert_eq!(post_frame(serving.public, seed).status, 202);
    }
    serving.stop();
    assert_eq!(stored(&installation), 5);
    let serving = installation.serve();
    assert_eq!(post_frame(serving.public, 0).status, 202);
    serving.stop();
    assert_eq!(stored(&installation), 5);
}

#[test]
fn a_frame_that_is_on_its_way_when_the_server_is_told_to_stop_is_taken_and_no_other() {
    let (installation, serving) = open();
    let public = serving.public;
    let request = [frame_head(public), vec![7; FRAME_LEN]].concat();
    let (first, rest) = request.split_at(10_000);
    let mut stopping = None;
    let stop = || {
        // The server has begun to read it.
        std::thread::sleep(Duration::from_millis(200));
        stopping = Some(std::thread::spawn(move || serving.stop()));
        let closed = (0..20).any(|_| {
            std::thread::sleep(Duration::from_millis(20));
            TcpStream::connect(public).is_err()
        });
        assert!(closed, "nobody else comes in");
    };
    let answer = in_two(public, first, stop, rest);
    assert_eq!(answer.status, 202, "{}", answer.head);
    stopping.unwrap().join().unwrap();
    assert_eq!(stored(&installation), 1);
}

#[test]
fn windows_turn_by_themselves_while_it_runs() {
    let installation = Installation::begun();
    installation.write_settings("[staging]\nwindow_seconds = 1\n");
    let folder = Ceremony::with_triage(&[]).write(&installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
    let serving = installation.serve();
    assert_eq!(post_frame(serving.public, 1).status, 202);
    let arrived = (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        stored(&installation) == 1
    });
    assert!(arrived);
    drop(serving);
}
