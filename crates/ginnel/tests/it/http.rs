//! HTTP/1.1 by hand, so that it can be done wrongly.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

use domain::FRAME_LEN;
use domain::wire::PUZZLE_HEADER;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let found = lines.find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The code of a failure; empty if it is none.
    pub fn code(&self) -> String {
        let fault: Result<domain::wire::Fault, _> = serde_json::from_slice(&self.body);
        fault.map_or_else(|_| String::new(), |fault| fault.code)
    }
}

/// Sends these bytes and nothing more, and reads until the server closes: 20 seconds at most.
pub fn raw(address: SocketAddr, bytes: &[u8]) -> Answer {
    let mut stream = connect(address);
    // The server may answer and close before it has read everything.
    let _ = stream.write_all(bytes);
    read(stream)
}

/// Sends these bytes and hangs up without reading.
pub fn hang_up(address: SocketAddr, bytes: &[u8]) {
    let mut stream = connect(address);
    stream.write_all(bytes).unwrap();
    stream.shutdown(Shutdown::Both).unwrap();
}

/// Sends these bytes at once, does that, sends those, and reads until the server closes.
pub fn in_two(address: SocketAddr, first: &[u8], between: impl FnOnce(), rest: &[u8]) -> Answer {
    let mut stream = connect(address);
    stream.write_all(first).unwrap();
    between();
    let _ = stream.write_all(rest);
    read(stream)
}

pub fn get(address: SocketAddr, path: &str) -> Answer {
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    raw(address, request.as_bytes())
}

/// The head of a post of so many bytes.
pub fn head(path: &str, content_type: &str, length: usize) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
         Content-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n"
    )
    .into_bytes()
}

pub fn post(address: SocketAddr, path: &str, content_type: &str, body: &[u8]) -> Answer {
    let mut request = head(path, content_type, body.len());
    request.extend(body);
    raw(address, &request)
}

/// The head of a frame's post, with a puzzle fetched and solved.
pub fn frame_head(address: SocketAddr) -> Vec<u8> {
    let solved = actors::solved(&get(address, "/api/puzzle").body);
    format!(
        "POST /api/tips HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
         Content-Type: application/octet-stream\r\nContent-Length: {FRAME_LEN}\r\n\
         {PUZZLE_HEADER}: {solved}\r\n\r\n"
    )
    .into_bytes()
}

/// Posts a frame that nobody can open.
pub fn post_frame(address: SocketAddr, seed: u8) -> Answer {
    raw(
        address,
        &[frame_head(address), vec![seed; FRAME_LEN]].concat(),
    )
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    stream
}

fn read(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4_096];
    loop {
        match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => bytes.extend(&buffer[..read]),
            // A reset after the answer is how a body that nobody reads ends.
            Err(error)
                if !bytes.is_empty() || error.kind() == std::io::ErrorKind::ConnectionReset =>
            {
                break;
            }
            Err(error) => panic!("no answer: {error}"),
        }
    }
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    let (head, body) = bytes.split_at(end.map_or(bytes.len(), |end| end + 4));
    let head = String::from_utf8_lossy(head).into_owned();
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    Answer {
        status: status.unwrap_or(0),
        head,
        body: body.to_vec(),
    }
}
