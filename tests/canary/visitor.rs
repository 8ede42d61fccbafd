//! Visitors with a planted browser, behind a proxy that says where they come from.

use std::io::Write;
use std::net::{SocketAddr, TcpStream};

use domain::bundle::BLOB_PART_LEN;
use domain::wire::{BegunUpload, PUZZLE_HEADER};
use tests::Answered;

use crate::planted::{BROWSER, PHRASE, address};

/// A visitor, who connects anew for each request.
pub struct Visitor {
    listener: SocketAddr,
    from: String,
}

impl Visitor {
    /// A visitor of this number.
    pub fn at(listener: SocketAddr, number: usize) -> Self {
        Self {
            listener,
            from: address(number).to_string(),
        }
    }

    /// Asks for a page.
    pub fn get(&self, path: &str) -> u16 {
        self.ask("GET", path, "text/plain", b"")
    }

    /// Sends a body; gives the status.
    pub fn post(&self, path: &str, kind: &str, body: &[u8]) -> u16 {
        self.ask("POST", path, kind, body)
    }

    /// Sends a sealed frame, with a puzzle solved; gives the status.
    pub fn send_sealed(&self, frame: &[u8]) -> u16 {
        let puzzle = self.answer("GET", "/api/puzzle", "text/plain", "", b"");
        let solved = format!("{PUZZLE_HEADER}: {}\r\n", actors::solved(&puzzle.body));
        let kind = "application/octet-stream";
        let sent = self.answer("POST", "/api/tips", kind, &solved, frame);
        sent.status
    }

    /// Sends a sealed blob of the smallest size in its parts; gives the last status.
    pub fn upload(&self, blob: &[u8]) -> u16 {
        let begun = self.answer(
            "POST",
            "/api/blobs",
            "application/json",
            "",
            br#"{"bucket":0}"#,
        );
        let begun: BegunUpload = serde_json::from_slice(&begun.body).expect("an upload");
        let (path, kind) = (
            format!("/api/blobs/{}", begun.upload),
            "application/octet-stream",
        );
        for (part, bytes) in blob.chunks(BLOB_PART_LEN).enumerate() {
            assert_eq!(self.ask("PUT", &format!("{path}/{part}"), kind, bytes), 204);
        }
        self.post(&format!("{path}/finish"), kind, b"")
    }

    /// Sends what somebody without scripts typed, over the check page.
    pub fn send_plainly(&self, tip: &str) -> u16 {
        let story = format!("story={PHRASE}+seen+again");
        let form =
            format!("tip={tip}&danger=no&about=drugs_supply&district=leeds&knows=told&{story}");
        let kind = "application/x-www-form-urlencoded";
        assert_eq!(self.post("/en/check", kind, form.as_bytes()), 200);
        self.post("/en/send", kind, form.as_bytes())
    }

    fn ask(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> u16 {
        self.answer(method, path, kind, "", body).status
    }

    /// Asks with some more lines in the head.
    fn answer(&self, method: &str, path: &str, kind: &str, more: &str, body: &[u8]) -> Answered {
        let (from, length) = (&self.from, body.len());
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: {BROWSER}\r\n\
             X-Forwarded-For: {from}\r\nX-Real-IP: {from}\r\nForwarded: for=\"[{from}]\"\r\n\
             Content-Type: {kind}\r\nContent-Length: {length}\r\n{more}\r\n"
        );
        let mut stream = TcpStream::connect(self.listener).expect("it listens");
        let whole = [head.as_bytes(), body].concat();
        stream.write_all(&whole).expect("it reads");
        Answered::read(&mut stream)
    }
}

/// Says something that is no HTTP, and everything planted with it.
pub fn babble(listener: SocketAddr) {
    let mut stream = TcpStream::connect(listener).expect("it listens");
    let words = format!("{PHRASE} {} {BROWSER}\0\r\n\r\n", address(0));
    stream.write_all(words.as_bytes()).expect("it reads");
    // Whatever it answers.
    let _ = std::io::Read::read(&mut stream, &mut [0; 1_024]);
}
