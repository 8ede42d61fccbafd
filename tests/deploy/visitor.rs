//! A visitor: curl, because it speaks TLS, HTTP/2 and with certificates, and can be slow.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::place::tool;

/// A request under way.
pub struct Visit {
    process: Child,
    heard: Vec<u8>,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    /// 0 if there was no answer.
    pub status: u16,
    /// Status line and headers, in lower case.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

/// How a visitor asks.
pub struct Visitor(Command);

impl Visitor {
    /// Will ask for this address.
    pub fn to(url: &str) -> Self {
        let mut curl = tool("curl");
        curl.args([
            "--silent",
            "--no-progress-meter",
            "--include",
            "--no-buffer",
        ]);
        // No --max-time: with one, curl waits for the next piece of a body and leaves the last unsent.
        curl.args(["--speed-limit", "1", "--speed-time", "60"]);
        curl.args(["--noproxy", "*"]).arg(url);
        Self(curl)
    }

    /// Knows a name on this machine, and believes this certificate.
    pub fn knowing(mut self, name: &str, port: u16, certificate: &Path) -> Self {
        let resolved = format!("{name}:{port}:127.0.0.1");
        self.0.args(["--resolve", &resolved]).arg("--cacert");
        self.0.arg(certificate);
        self
    }

    /// Says so.
    pub fn saying(mut self, words: &[&str]) -> Self {
        self.0.args(words);
        self
    }

    /// Posts a body that will be written piece by piece.
    pub fn posting(self, length: usize) -> Visit {
        let length = format!("content-length: {length}");
        let words = ["--request", "POST", "--upload-file", "."];
        let kind = "content-type: application/octet-stream";
        let (whole, at_once) = ("transfer-encoding:", "expect:");
        let heads = [kind, &length, whole, at_once];
        let asking = self.saying(&words);
        heads
            .iter()
            .fold(asking, |asking, head| asking.saying(&["--header", head]))
            .begin()
    }

    /// Asks, and waits for the answer.
    pub fn asks(self) -> Reply {
        self.begin().reply()
    }

    /// Asks, and does not listen yet.
    pub fn begin(mut self) -> Visit {
        self.0.stdin(Stdio::piped()).stdout(Stdio::piped());
        Visit {
            process: self.0.spawn().expect("curl is a program"),
            heard: Vec::new(),
        }
    }
}

impl Visit {
    /// Sends the next piece. Who was answered before the end sends no more, which is no failure here.
    pub fn sends(&mut self, piece: &[u8]) {
        let input = self.process.stdin.as_mut().expect("it was piped");
        let _ = input.write_all(piece).and_then(|()| input.flush());
    }

    /// Waits for the first byte of the answer, and reads no more of it.
    pub fn begins_to_hear(&mut self) {
        let output = self.process.stdout.as_mut().expect("it was piped");
        let mut byte = [0];
        output.read_exact(&mut byte).expect("an answer");
        self.heard.extend(byte);
    }

    /// Sends no more and reads the answer.
    pub fn reply(mut self) -> Reply {
        drop(self.process.stdin.take());
        let mut bytes = std::mem::take(&mut self.heard);
        let mut output = self.process.stdout.take().expect("it was piped");
        output.read_to_end(&mut bytes).expect("curl speaks");
        Reply::parse(&bytes)
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Reply {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(':'));
        let mut found = lines.filter(|(known, _)| *known == name);
        found.next().map(|(_, value)| value.trim())
    }

    fn parse(bytes: &[u8]) -> Self {
        let end = memchr::memmem::find(bytes, b"\r\n\r\n").map_or(0, |end| end + 4);
        let (head, body) = bytes.split_at(end);
        let head = String::from_utf8_lossy(head).to_lowercase();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Self {
            status: status.unwrap_or_default(),
            body: body.to_vec(),
            head,
        }
    }
}
