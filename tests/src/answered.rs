//! A response as it came over a connection that stays open.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::time::Duration;

/// A whole response.
pub struct Answered {
    /// The status code.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

impl Answered {
    /// Reads exactly one response that says how long it is; the connection stays as it is.
    pub fn read(stream: &mut TcpStream) -> Self {
        let patience = Some(Duration::from_secs(30));
        stream.set_read_timeout(patience).expect("it is not zero");
        let mut reader = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            let read = reader.read_line(&mut head).expect("an answer in time");
            assert!(read > 0, "the connection ended within a head: {head:?}");
        }
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        let lines = head.lines().filter_map(|line| line.split_once(": "));
        let mut lengths = lines.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
        let length: u64 = lengths
            .next()
            .map_or(0, |(_, text)| text.parse().expect("a length is a number"));
        let mut body = Vec::new();
        let read = reader.take(length).read_to_end(&mut body);
        read.expect("a whole body in time");
        Self {
            status: status.expect("a status line"),
            body,
        }
    }
}
