//! Everything that is malformed, at every route of reporters: one clear answer, nothing stored,
//! nothing logged.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use domain::FRAME_LEN;
use domain::wire::{BegunUpload, PUZZLE_HEADER};

use crate::files;
use crate::http::{Answer, get, post, raw};
use crate::installation::{Installation, Serving};
use crate::uploads::{CANARY, assert_nothing_logged, assert_silent, body, open, stored};

const FORM: &str = "application/x-www-form-urlencoded";
const OCTETS: &str = "application/octet-stream";
const JSON: &str = "application/json";
const UPLOAD: &str = "/api/blobs/00112233445566778899aabbccddeeff";
/// Where the forms of our own pages are posted to.
const PAGES: [&str; 4] = ["/en/check", "/en/send", "/en/mailbox", "/ur/send"];

/// Something that is wrong, and what it is answered.
struct Wrong {
    method: &'static str,
    path: String,
    /// The head's lines but the first, without an end.
    lines: String,
    body: Vec<u8>,
    status: u16,
    /// The failure's word for programs; of pages none.
    code: &'static str,
}

impl Wrong {
    fn new(path: &str, kind: &str, body: impl Into<Vec<u8>>, status: u16) -> Self {
        let body = body.into();
        let lines = format!("Content-Type: {kind}\r\nContent-Length: {}", body.len());
        Self {
            method: "POST",
            path: path.into(),
            lines,
            body,
            status,
            code: "",
        }
    }

    const fn by(mut self, method: &'static str) -> Self {
        self.method = method;
        self
    }

    const fn is(mut self, code: &'static str) -> Self {
        self.code = code;
        self
    }

    fn with(mut self, line: &str) -> Self {
        self.lines = format!("{}\r\n{line}", self.lines);
        self
    }

    /// As pieces whose sum nothing announces.
    fn chunked(mut self) -> Self {
        let (kind, _) = self.lines.split_once("\r\n").unwrap();
        self.lines = format!("{kind}\r\nTransfer-Encoding: chunked");
        let mut body = format!("{:x}\r\n", self.body.len()).into_bytes();
        body.extend(&self.body);
        body.extend(b"\r\n0\r\n\r\n");
        self.body = body;
        self
    }

    fn send(&self, public: SocketAddr) -> Answer {
        let Self { method, path, .. } = self;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: tell.example\r\nConnection: close\r\n{}\r\n\r\n",
            self.lines
        );
        raw(public, &[head.as_bytes(), &self.body].concat())
    }

    #[track_caller]
    fn is_answered(&self, public: SocketAddr) {
        let answer = self.send(public);
        let said = (answer.status, answer.code());
        let what = format!("{} {} {}", self.method, self.path, self.lines);
        assert_eq!(said, (self.status, self.code.into()), "{what}");
        assert_silent(&answer);
        let length = answer.header("content-length");
        assert_eq!(length.parse(), Ok(answer.body.len()), "{what}");
        if self.code.is_empty() {
            assert!(answer.text().contains("</html>"), "{what}");
        }
    }
}

/// JSON so many lists deep.
fn nested(depth: usize) -> String {
    format!("{}{}", "[".repeat(depth), "]".repeat(depth))
}

/// Nothing of what was sent is in any file or its name.
fn assert_nothing_kept(installation: &Installation) {
    assert_eq!(stored(installation), 0);
    let kept = files::below(installation.data().path());
    for (path, bytes) in &kept {
        assert!(!path.to_string_lossy().contains(CANARY), "{path:?}");
        let found = memchr::memmem::find(bytes, CANARY.as_bytes());
        assert_eq!(found, None, "{path:?}");
    }
    assert!(kept.len() > 3);
}

fn over(installation: &Installation, serving: Serving) {
    serving.stop();
    assert_nothing_kept(installation);
    assert_nothing_logged();
}

#[test]
fn a_posted_page_that_is_no_form_of_ours_is_answered_by_a_page() {
    let (installation, serving) = open();
    let good = format!("danger=no&about=fraud&story={CANARY}");
    for page in PAGES {
        let form = |body: &str, status| Wrong::new(page, FORM, body, status);
        for wrong in [
            Wrong::new(page, "text/plain", good.clone(), 400),
            Wrong::new(page, "multipart/form-data", good.clone(), 400),
            Wrong::new(page, JSON, nested(65), 400),
            form(&format!("story={CANARY}%zz"), 400),
            form(&format!("story={CANARY}%f"), 400),
            form(&format!("story=%ff{CANARY}"), 400),
            form(&format!("%e4{CANARY}=1"), 400),
            form(&format!("story={CANARY}&").repeat(257), 400),
            form(&format!("story={}", CANARY.repeat(20_000)), 413),
            form(&format!("story={}", CANARY.repeat(20_000)), 413).chunked(),
            form(&good, 403)
                .with("Sec-Fetch-Site: cross-site")
                .is("cross-site"),
            form(&good, 403)
                .with(&format!("Origin: https://{CANARY}.example"))
                .is("cross-site"),
            // What the form does not offer and what it does not ask is not taken, nor said again.
            form("", 422),
            form(
                &format!("danger={CANARY}&about={CANARY}&knows={CANARY}"),
                422,
            ),
            form(&format!("tip={CANARY}&admin={CANARY}&thread={CANARY}"), 422),
            form(&format!("story{}={CANARY}", "%5B0%5D".repeat(65)), 422),
            form(&format!("{CANARY}={}", nested(65)), 422),
            form(
                &format!("phrase={CANARY}&delete={CANARY}&reply={CANARY}"),
                422,
            ),
            form(&format!("phrase={}", CANARY.repeat(2_000)), 422),
            form(&format!("{CANARY}&&=&={CANARY}&=="), 422),
        ] {
            wrong.is_answered(serving.public);
        }
    }
    over(&installation, serving);
}

#[test]
fn a_tip_with_a_puzzle_that_is_none_is_not_taken() {
    let (installation, serving) = open();
    let solved = actors::solved(&get(serving.public, "/api/puzzle").body);
    let (begin, end) = solved.split_at(solved.len() / 2);
    let deep = |depth: usize| format!("{}{}", "W1tb".repeat(depth / 3), "XV1d".repeat(depth / 3));
    for answer in [
        String::new(),
        CANARY.into(),
        end.into(),
        begin.into(),
        format!("{end}{begin}"),
        deep(66),
        deep(510),
        solved.repeat(9),
        "bnVsbA==".into(),
        "e30=".into(),
    ] {
        let frame = Wrong::new("/api/tips", OCTETS, body(FRAME_LEN), 428);
        let frame = frame.with(&format!("{PUZZLE_HEADER}: {answer}"));
        frame.is("puzzle").is_answered(serving.public);
    }
    let asked = Wrong::new("/api/puzzle", JSON, CANARY, 405);
    asked.is("wrong-method").is_answered(serving.public);
    over(&installation, serving);
}

#[test]
fn a_mailbox_is_asked_in_one_way_alone() {
    let (installation, serving) = open();
    for (path, right) in [("/api/mailbox", 256), ("/api/mailbox/delete", 256)] {
        let of = |length: usize, status| Wrong::new(path, OCTETS, body(length), status);
        for wrong in [
            of(0, 422).is("unprocessable"),
            of(right - 1, 422).is("unprocessable"),
            of(right + 1, 413).is("too-large"),
            of(1_000_000, 413).is("too-large"),
            of(right, 411).chunked().is("length-required"),
            of(right, 405).by("PUT").is("wrong-method"),
            Wrong::new(path, JSON, nested(65), 415).is("wrong-type"),
            Wrong::new(path, FORM, body(right), 415).is("wrong-type"),
            of(right, 403)
                .with("Sec-Fetch-Site: same-site")
                .is("cross-site"),
        ] {
            wrong.is_answered(serving.public);
        }
    }
    over(&installation, serving);
}

#[test]
fn an_upload_is_begun_in_one_way_alone() {
    let (installation, serving) = open();
    let begin = |text: &str, status| Wrong::new("/api/blobs", JSON, text, status);
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "{\"bucket\":",
        "{\"bucket\":\"0\"}",
        "{\"bucket\":-1}",
        "{\"bucket\":0.5}",
        "{\"bucket\":4}",
        "{\"bucket\":256}",
        "{\"bucket\":1e400}",
        "{\"bucket\":[0]}",
        "{\"bucket\":0,\"bucket\":1}",
        "{\"bucket\":0,\"canary-5519\":1}",
        "{\"bucket\":0}{\"bucket\":0}",
        &nested(30),
    ] {
        let wrong = begin(text, 422).is("unprocessable");
        wrong.is_answered(serving.public);
    }
    for wrong in [
        begin(&nested(65), 413).is("too-large"),
        begin(&CANARY.repeat(100_000), 413).is("too-large"),
        begin(&CANARY.repeat(9), 411)
            .chunked()
            .is("length-required"),
        Wrong::new("/api/blobs", OCTETS, "{\"bucket\":0}", 415).is("wrong-type"),
    ] {
        wrong.is_answered(serving.public);
    }
    assert_eq!(uploads(installation.data().path()), 0);
    over(&installation, serving);
}

#[test]
fn what_is_no_upload_or_no_part_of_it_is_not_there() {
    let (installation, serving) = open();
    let begun = post(serving.public, "/api/blobs", JSON, b"{\"bucket\":0}");
    let begun: BegunUpload = serde_json::from_slice(&begun.body).unwrap();
    let own = format!("/api/blobs/{}", begun.upload);
    let nowhere = |path: &str, method| {
        let wrong = Wrong::new(path, OCTETS, CANARY, 404);
        wrong.by(method).is("not-found")
    };
    let names = ["0", "zz", CANARY, "..%2f..%2fetc", "%00", "%ff", "-1"];
    for name in names {
        nowhere(&format!("/api/blobs/{name}"), "GET").is_answered(serving.public);
        nowhere(&format!("/api/blobs/{name}/0"), "PUT").is_answered(serving.public);
        nowhere(&format!("/api/blobs/{name}/finish"), "POST").is_answered(serving.public);
    }
    for part in [
        "2",
        "-1",
        "zz",
        "1e3",
        "0x0",
        "18446744073709551616",
        CANARY,
    ] {
        nowhere(&format!("{own}/{part}"), "PUT").is_answered(serving.public);
        nowhere(&format!("{UPLOAD}/{part}"), "PUT").is_answered(serving.public);
    }
    assert_eq!(uploads(installation.data().path()), 1);
    let part = |body: Vec<u8>, status| {
        let wrong = Wrong::new(&format!("{own}/0"), OCTETS, body, status);
        wrong.by("PUT")
    };
    for wrong in [
        part(body(9), 422).is("unprocessable"),
        part(body((1 << 20) + 1), 413).is("too-large"),
        part(body(9), 411).chunked().is("length-required"),
        Wrong::new(&format!("{own}/0"), JSON, nested(65), 415)
            .by("PUT")
            .is("wrong-type"),
        Wrong::new(&format!("{own}/finish"), JSON, CANARY, 409).is("parts-missing"),
    ] {
        wrong.is_answered(serving.public);
    }
    over(&installation, serving);
}

/// How many uploads lie there.
fn uploads(data: &Path) -> usize {
    let begun = fs::read_dir(data.join("blobs/uploads"));
    begun.unwrap().count()
}
