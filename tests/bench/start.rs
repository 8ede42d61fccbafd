//! From nothing to the first answer, and what an idle server holds.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread::sleep;
use std::time::Duration;

use tests::Partnership;

use crate::process::resident;
use crate::sheet::{Limit, Sheet};
use crate::stopwatch::{float, median, ms, now};

const STARTS: usize = 9;
const START_MS: f64 = 300.0;
const IDLE_MB: f64 = 40.0;
const A_MOMENT: Duration = Duration::from_millis(1);
/// What a server does once after its start is done by then.
const UNTIL_IDLE: Duration = Duration::from_secs(4);
const PATIENCE: u32 = 60_000;

/// Starts it again and again.
pub(crate) fn measure(sheet: &mut Sheet, served: &mut Partnership) {
    sheet.section("a start");
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        served.stop();
        let started = now();
        served.begin(|command| command);
        first_answer(served.public_address());
        starts.push(ms(started.elapsed()));
    }
    let start = (median(starts), "ms");
    sheet.hold(
        "to the first answer, median of 9",
        start,
        Limit::AtMost(START_MS),
    );
    served.wait();
    sleep(UNTIL_IDLE);
    let idle = float(resident(served.process()).now) / 1_000_000.0;
    sheet.hold("memory, idle", (idle, "MB"), Limit::AtMost(IDLE_MB));
}

/// Waits until it says that tips can be taken.
fn first_answer(server: SocketAddr) {
    for _ in 0..PATIENCE {
        if is_healthy(server).unwrap_or(false) {
            return;
        }
        sleep(A_MOMENT);
    }
    panic!("the server does not answer");
}

fn is_healthy(server: SocketAddr) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect(server)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    stream.write_all(b"GET /health HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer.starts_with(b"HTTP/1.1 200"))
}
