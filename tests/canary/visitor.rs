//! Visitors with a planted browser, behind a proxy that says where they come from.

use std::io::Write;
use std::net::{SocketAddr, TcpStream};

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
        let (from, length) = (&self.from, body.len());
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: {BROWSER}\r\n\
             X-Forwarded-For: {from}\r\nX-Real-IP: {from}\r\nForwarded: for=\"[{from}]\"\r\n\
             Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
        );
        let mut stream = TcpStream::connect(self.listener).expect("it listens");
        let whole = [head.as_bytes(), body].concat();
        stream.write_all(&whole).expect("it reads");
        Answered::read(&mut stream).status
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
