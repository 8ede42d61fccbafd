//! A tip's files through a server that is killed while they come, and after they did.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use domain::bundle::Bucket;
use domain::wire::{BegunUpload, FinishedUpload, HeldParts};
use ginnel::SystemClock;
use ginnel::commands::import;
use serde::de::DeserializeOwned;

use crate::ceremony::Ceremony;
use crate::http::{Answer, get, hang_up, post, raw};
use crate::installation::{Installation, now, today};
use crate::log;

const BEGIN: &[u8] = br#"{"bucket":0}"#;
const CANARY: &[u8] = b"canary-6107";

/// The program itself, killed without a word when it is dropped.
struct Program {
    child: Child,
    public: SocketAddr,
}

impl Program {
    fn start(installation: &Installation) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ginnel"))
            .args(["serve", "--data"])
            .arg(installation.data().path())
            .arg("--site")
            .arg(installation.site())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = BufReader::new(child.stderr.take().unwrap()).lines();
        let public = log.map_while(Result::ok).find_map(|line| {
            let (_, address) = line.split_once("listening public=")?;
            address.split(' ').next()?.parse().ok()
        });
        Self {
            child,
            public: public.unwrap(),
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn open() -> Installation {
    let installation = Installation::begun();
    let folder = Ceremony::with_triage(&[]).write(&installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
    installation
}

fn json<T: DeserializeOwned>(answer: &Answer) -> T {
    serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("{}", answer.head))
}

fn begin(public: SocketAddr) -> String {
    let begun = post(public, "/api/blobs", "application/json", BEGIN);
    json::<BegunUpload>(&begun).upload.to_string()
}

fn bytes(part: usize) -> Vec<u8> {
    let len = Bucket::One.part_len(part).unwrap();
    CANARY.iter().copied().cycle().take(len).collect()
}

/// A part as it goes over the wire.
fn request(upload: &str, part: usize) -> Vec<u8> {
    let bytes = bytes(part);
    let head = format!(
        "PUT /api/blobs/{upload}/{part} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
         Content-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n",
        bytes.len()
    );
    [head.as_bytes(), &bytes].concat()
}

fn held(public: SocketAddr, upload: &str) -> Answer {
    get(public, &format!("/api/blobs/{upload}"))
}

fn finish(public: SocketAddr, upload: &str) -> Answer {
    let path = format!("/api/blobs/{upload}/finish");
    post(public, &path, "application/octet-stream", b"")
}

/// Every file among the blobs.
fn files(installation: &Installation) -> Vec<PathBuf> {
    let days = std::fs::read_dir(installation.data().blobs()).unwrap();
    let entries = days.flat_map(|day| std::fs::read_dir(day.unwrap().path()).unwrap());
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn what_was_finished_outlives_the_servers_death_and_what_was_not_leaves_nothing() {
    let installation = open();
    let server = Program::start(&installation);
    let (done, begun) = (begin(server.public), begin(server.public));
    for part in 0..2 {
        assert_eq!(raw(server.public, &request(&done, part)).status, 204);
    }
    assert_eq!(raw(server.public, &request(&begun, 1)).status, 204);
    let blob = json::<FinishedUpload>(&finish(server.public, &done)).blob;
    assert_eq!(files(&installation).len(), 2);
    // Killed: nothing is tidied up.
    drop(server);
    assert_eq!(files(&installation).len(), 2);
    let server = Program::start(&installation);
    let of_day = format!("{}.open", today());
    let stored = installation
        .data()
        .blobs()
        .join(of_day)
        .join(blob.to_string());
    assert_eq!(files(&installation), std::slice::from_ref(&stored));
    let expected = [bytes(0), bytes(1)].concat();
    assert!(std::fs::read(stored).unwrap() == expected);
    for upload in [done, begun] {
        assert_eq!(held(server.public, &upload).status, 404);
        assert_eq!(finish(server.public, &upload).status, 404);
    }
}

#[test]
fn a_part_that_is_cut_off_is_sent_again_and_nothing_of_it_is_logged() {
    let installation = open();
    let serving = installation.serve();
    let upload = begin(serving.public);
    let part = request(&upload, 0);
    for sent in [part.len() - 1, part.len() / 2, 300] {
        hang_up(serving.public, &part[..sent]);
    }
    assert_eq!(
        json::<HeldParts>(&held(serving.public, &upload)).held,
        [0; 0]
    );
    assert_eq!(finish(serving.public, &upload).code(), "parts-missing");
    for part in [1, 0, 1] {
        assert_eq!(raw(serving.public, &request(&upload, part)).status, 204);
    }
    let first: FinishedUpload = json(&finish(serving.public, &upload));
    let again: FinishedUpload = json(&finish(serving.public, &upload));
    assert_eq!(first, again);
    serving.stop();
    assert_eq!(files(&installation).len(), 1);
    let logged = log::everything();
    for absent in ["canary-6107", "127.0.0.1", &upload, &first.blob.to_string()] {
        assert!(!logged.contains(absent), "{absent}");
    }
}
