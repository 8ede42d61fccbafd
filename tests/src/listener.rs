//! A little HTTP server on loopback: one request a connection, every byte of it kept.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// Most bytes of a request: more than anything we serve takes.
const MOST: u64 = 16 * 1_024 * 1_024;

/// A request as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// `GET`, `POST`.
    pub method: String,
    /// The path with its query.
    pub path: String,
    /// The whole head, with its empty line.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

/// What is answered.
pub enum Answer {
    /// A response of our own.
    Say {
        /// The status code.
        status: u16,
        /// Header lines, each without its line end.
        headers: Vec<String>,
        /// The body.
        body: Vec<u8>,
    },
    /// These bytes, a whole response as somebody else wrote it.
    Raw(Vec<u8>),
    /// Nothing: the connection is closed.
    Nothing,
}

/// A server on a free port of this machine; dropping it closes the port.
pub struct Listener {
    address: SocketAddr,
    over: Arc<AtomicBool>,
    accepting: Option<thread::JoinHandle<()>>,
}

/// An address of this machine.
pub const fn loopback(port: u16) -> SocketAddr {
    SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), port)
}

impl Listener {
    /// Starts one that answers so.
    pub fn start(answer: impl Fn(Asked) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(loopback(0)).expect("some port is free");
        let address = listener.local_addr().expect("it was just bound");
        let over = Arc::new(AtomicBool::new(false));
        let (ended, answer) = (Arc::clone(&over), Arc::new(answer));
        let accepting = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ended.load(Ordering::Acquire) {
                    return;
                }
                let answer = Arc::clone(&answer);
                // A browser opens connections it never uses; each ends by itself.
                thread::spawn(move || drop(converse(&stream, answer.as_ref())));
            }
        });
        Self {
            address,
            over,
            accepting: Some(accepting),
        }
    }

    /// `http://127.0.0.1:…`
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Release);
        drop(TcpStream::connect(self.address));
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

impl Asked {
    /// A header's value, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(':'));
        let mut found = lines.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| value.trim())
    }

    /// The path without its query.
    pub fn plain_path(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }

    pub(crate) fn read(stream: &mut impl BufRead) -> io::Result<Self> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if stream.take(64 * 1_024).read_line(&mut head)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let mut words = head.split_whitespace().map(str::to_owned);
        let mut asked = Self {
            method: words.next().unwrap_or_default(),
            path: words.next().unwrap_or_default(),
            body: Vec::new(),
            head,
        };
        let length = asked.header("content-length").unwrap_or("0");
        let length: u64 = length.parse().map_err(|_| io::ErrorKind::InvalidData)?;
        stream.take(length.min(MOST)).read_to_end(&mut asked.body)?;
        Ok(asked)
    }
}

impl Answer {
    /// A file of a kind.
    pub fn file(kind: &str, body: impl Into<Vec<u8>>) -> Self {
        Self::Say {
            status: 200,
            headers: vec![format!("content-type: {kind}")],
            body: body.into(),
        }
    }

    /// A status and nothing else.
    pub fn status(status: u16) -> Self {
        Self::Say {
            status,
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    fn bytes(self) -> Vec<u8> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Raw(bytes) => bytes,
            Self::Say {
                status,
                headers,
                body,
            } => {
                let length = format!("content-length: {}", body.len());
                let head = [
                    format!("HTTP/1.1 {status} said"),
                    length,
                    "connection: close".into(),
                ];
                let lines: Vec<String> = head.into_iter().chain(headers).collect();
                let head = format!("{}\r\n\r\n", lines.join("\r\n"));
                [head.into_bytes(), body].concat()
            }
        }
    }
}

fn converse(stream: &TcpStream, answer: &(impl Fn(Asked) -> Answer + ?Sized)) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_mins(1)))?;
    let asked = Asked::read(&mut BufReader::new(stream))?;
    let mut stream = stream;
    stream.write_all(&answer(asked).bytes())?;
    stream.flush()
}
