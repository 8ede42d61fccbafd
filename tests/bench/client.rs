//! A connection that is kept: as cheap a client as can be, so that the server is what is measured.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use domain::wire::PUZZLE_HEADER;

const PATIENCE: Duration = Duration::from_secs(30);

/// An open connection to the public listener.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
}

/// What was answered.
pub(crate) struct Answered {
    /// The status code.
    pub(crate) status: u16,
    /// Whether the body is compressed with brotli.
    pub(crate) is_brotli: bool,
    /// The body as it came.
    pub(crate) body: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub(crate) fn open(address: &str) -> Self {
        let stream = TcpStream::connect(address).expect("the server listens");
        stream.set_nodelay(true).expect("a connection has options");
        let patience = stream.set_read_timeout(Some(PATIENCE));
        patience.expect("a connection has options");
        Self {
            stream: BufReader::new(stream),
        }
    }

    /// Asks for a path as a browser does that reads brotli.
    pub(crate) fn get(&mut self, path: &str) -> Answered {
        let request = format!("GET {path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: br\r\n\r\n");
        self.ask(request.as_bytes())
    }

    /// Sends a whole request and reads the whole answer.
    pub(crate) fn ask(&mut self, request: &[u8]) -> Answered {
        let sent = self.stream.get_mut().write_all(request);
        sent.expect("the connection is kept");
        let status = self.line();
        let status = status.split(' ').nth(1).and_then(|code| code.parse().ok());
        let (mut length, mut is_brotli) = (0, false);
        loop {
            let line = self.line();
            match line.split_once(": ") {
                Some(("content-length", value)) => length = value.parse().expect("a length"),
                Some(("content-encoding", value)) => is_brotli = value == "br",
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).expect("a whole body");
        Answered {
            status: status.expect("a status line"),
            is_brotli,
            body,
        }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        let read = self.stream.read_line(&mut line);
        read.expect("an answer within half a minute");
        line.truncate(line.trim_end().len());
        line
    }
}

/// A request that hands over a frame, with a puzzle solved.
pub(crate) fn handing_over(frame: &[u8], solved: &str) -> Vec<u8> {
    let head = format!(
        "POST /api/tips HTTP/1.1\r\nHost: bench\r\nContent-Type: application/octet-stream\r\n\
         Content-Length: {}\r\n{PUZZLE_HEADER}: {solved}\r\n\r\n",
        frame.len()
    );
    [head.as_bytes(), frame].concat()
}
