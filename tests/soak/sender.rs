//! Somebody who hands over frames, whatever becomes of the server.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::thread::sleep;
use std::time::Duration;

use domain::wire::PUZZLE_HEADER;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use storage::SeenHash;

use crate::frames::Frames;
use crate::ledger::Ledger;

const PATIENCE: Duration = Duration::from_secs(10);
/// A puzzle has to be solved first.
const UNSOLVED: u16 = 428;
/// Half of it is what a sender waits on average before the next frame.
const PAUSE_MICROS: u64 = 30_000;
const A_MOMENT: Duration = Duration::from_millis(2);

/// What all senders share.
pub struct Load {
    /// Where the server listens, when it does.
    pub server: SocketAddr,
    /// What they hand over.
    pub frames: Frames,
    /// What they were told.
    pub ledger: Ledger,
    /// How many frames they may hand over before they wait for more leave.
    pub leave: AtomicI64,
    /// Whether to end.
    pub over: AtomicBool,
}

impl Load {
    /// Load for a server; nobody has leave to send yet.
    pub fn on(server: SocketAddr, seed: u64) -> Self {
        Self {
            server,
            frames: Frames::of(seed),
            ledger: Ledger::default(),
            leave: AtomicI64::new(0),
            over: AtomicBool::new(false),
        }
    }

    /// Hands over frames until it is over, over one connection after another.
    pub fn send(&self, seed: u64) {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        while !self.is_over() {
            if let Ok(stream) = TcpStream::connect(self.server) {
                // However a connection ends: what it was told before counts, and nothing else does.
                let _ = self.converse(stream, &mut rng);
            }
            sleep(A_MOMENT);
        }
    }

    fn converse(&self, stream: TcpStream, rng: &mut impl Rng) -> io::Result<()> {
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut stream = BufReader::new(stream);
        let mut solved = String::new();
        while !self.is_over() {
            // So that the load lasts until the kill, and windows turn under it.
            sleep(Duration::from_micros(rng.gen_range(0..PAUSE_MICROS)));
            if self.leave.fetch_sub(1, Ordering::Relaxed) <= 0 {
                sleep(A_MOMENT);
                continue;
            }
            let again = rng.gen_ratio(1, 5).then(|| self.ledger.used_number(rng));
            let number = again.flatten().unwrap_or_else(|| self.ledger.new_number());
            let frame = self.frames.frame(number);
            self.ledger.handed_over(number, SeenHash::of(&frame));
            if hand_over(&mut stream, frame.as_bytes(), &mut solved)? == 202 {
                self.ledger.acknowledged(number);
            }
        }
        Ok(())
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::Acquire)
    }
}

/// Sends one frame and reads the whole answer; gives its status. Solves a puzzle when it is told to.
fn hand_over(
    stream: &mut BufReader<TcpStream>,
    frame: &[u8],
    solved: &mut String,
) -> io::Result<u16> {
    let mut posted = post(stream, frame, solved)?;
    if posted == UNSOLVED {
        let (_, puzzle) = ask(stream, b"GET /api/puzzle HTTP/1.1\r\nHost: soak\r\n\r\n")?;
        *solved = actors::solved(&puzzle);
        posted = post(stream, frame, solved)?;
    }
    Ok(posted)
}

fn post(stream: &mut BufReader<TcpStream>, frame: &[u8], solved: &str) -> io::Result<u16> {
    let head = format!(
        "POST /api/tips HTTP/1.1\r\nHost: soak\r\nContent-Type: application/octet-stream\r\n\
         Content-Length: {}\r\n{PUZZLE_HEADER}: {solved}\r\n\r\n",
        frame.len()
    );
    Ok(ask(stream, &[head.as_bytes(), frame].concat())?.0)
}

/// Sends a whole request and reads the whole answer.
fn ask(stream: &mut BufReader<TcpStream>, request: &[u8]) -> io::Result<(u16, Vec<u8>)> {
    stream.get_mut().write_all(request)?;
    let status = line(stream)?;
    let status = status.split(' ').nth(1).and_then(|code| code.parse().ok());
    let status = status.ok_or(io::ErrorKind::InvalidData)?;
    let mut length = 0;
    loop {
        let line = line(stream)?;
        match line.split_once(": ") {
            Some(("content-length", value)) => {
                length = value.parse().map_err(|_| io::ErrorKind::InvalidData)?;
            }
            Some(_) => {}
            None if line.is_empty() => break,
            None => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok((status, body))
}

/// One line without its end; a line that was cut off is none.
fn line(stream: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let whole = line.strip_suffix("\r\n");
    whole
        .map(str::to_owned)
        .ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}
