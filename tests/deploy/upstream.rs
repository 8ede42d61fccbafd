//! A server behind the proxy that shows every byte the moment it has come.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use memchr::memmem;
use tests::loopback;

/// A running one; dropping it closes its port.
pub struct Upstream {
    address: SocketAddr,
    inside: Arc<Inside>,
    accepting: Option<JoinHandle<()>>,
}

struct Inside {
    answer: Vec<u8>,
    come: Mutex<Vec<u8>>,
    over: AtomicBool,
}

impl Upstream {
    /// Answers every request with 202 and this body, once the request is whole.
    pub fn start(answer: &[u8]) -> Self {
        let listener = TcpListener::bind(loopback(0)).expect("some port is free");
        let address = listener.local_addr().expect("it was just bound");
        let inside = Arc::new(Inside {
            answer: answer.to_vec(),
            come: Mutex::default(),
            over: AtomicBool::new(false),
        });
        let within = Arc::clone(&inside);
        let accepting = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if within.over.load(Ordering::Acquire) {
                    return;
                }
                let within = Arc::clone(&within);
                thread::spawn(move || drop(within.converse(stream)));
            }
        });
        Self {
            address,
            inside,
            accepting: Some(accepting),
        }
    }

    /// Where it listens.
    pub const fn port(&self) -> u16 {
        self.address.port()
    }

    /// Everything that has come so far.
    pub fn come(&self) -> Vec<u8> {
        let come = self.inside.come.lock();
        come.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The heads that have come so far, in lower case.
    pub fn heads(&self) -> String {
        String::from_utf8_lossy(&self.come()).to_lowercase()
    }

    /// Whether a whole text has come.
    pub fn has(&self, text: &[u8]) -> bool {
        memmem::find(&self.come(), text).is_some()
    }
}

impl Drop for Upstream {
    fn drop(&mut self) {
        self.inside.over.store(true, Ordering::Release);
        drop(TcpStream::connect(self.address));
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

impl Inside {
    fn converse(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        let mut request = Vec::new();
        let mut buffer = vec![0; 64 * 1_024];
        loop {
            let read = stream.read(&mut buffer)?;
            if read == 0 {
                return Ok(());
            }
            let (piece, _) = buffer.split_at(read);
            request.extend_from_slice(piece);
            let come = self.come.lock();
            let mut come = come.unwrap_or_else(PoisonError::into_inner);
            come.extend_from_slice(piece);
            drop(come);
            if is_whole(&request) {
                request.clear();
                let length = self.answer.len();
                let head = format!("HTTP/1.1 202 Accepted\r\nContent-Length: {length}\r\n\r\n");
                stream.write_all(&[head.as_bytes(), &self.answer].concat())?;
            }
        }
    }
}

fn is_whole(request: &[u8]) -> bool {
    let Some(end) = memmem::find(request, b"\r\n\r\n") else {
        return false;
    };
    let (head, body) = request.split_at(end + 4);
    let head = String::from_utf8_lossy(head).to_lowercase();
    if head.contains("transfer-encoding: chunked") {
        return body.ends_with(b"0\r\n\r\n");
    }
    let length = head.split("content-length: ").nth(1);
    let length = length.and_then(|rest| rest.lines().next());
    let length: usize = length.map_or(0, |text| text.parse().expect("a length is a number"));
    body.len() >= length
}
