//! A small process that waits until the server answers, says where to go, and ends.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::os::unix::process::parent_id;
use std::thread::sleep;
use std::time::Duration;

use crate::place;
use crate::run::{PUBLIC, STAFF};
use crate::shell::{Failure, program};
use crate::stage::say;

/// The word that makes xtask a herald.
pub(crate) const WORD: &str = "herald";

const PATIENCE: u32 = 300;
const PAUSE: Duration = Duration::from_millis(200);

/// Starts the herald as a child of this process, which then becomes the server.
pub(crate) fn send() -> Result<(), Failure> {
    let herald = std::env::current_exe()
        .and_then(|xtask| program(xtask).arg(WORD).spawn())
        .map_err(|error| Failure::new(format!("the herald could not start: {error}")))?;
    drop(herald);
    Ok(())
}

/// Waits for the server that sent it; says nothing when that server has ended.
pub(crate) fn wait_and_tell() -> Result<(), Failure> {
    let server = parent_id();
    for _ in 0..PATIENCE {
        if parent_id() != server {
            return Ok(());
        }
        if answers(PUBLIC) && answers(STAFF) {
            tell();
            return Ok(());
        }
        sleep(PAUSE);
    }
    Err(Failure::new("the server has not answered for a minute"))
}

fn answers(port: u16) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect_timeout(&address, PAUSE)?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        write!(
            stream,
            "GET /health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
        )?;
        let mut start = [0; 9];
        stream.read_exact(&mut start)?;
        Ok(start.starts_with(b"HTTP/1.1 "))
    };
    ask().unwrap_or(false)
}

fn tell() {
    say(&format!(
        "
   The form for residents    http://127.0.0.1:{PUBLIC}/
   The console for officers  http://127.0.0.1:{STAFF}/

   Who can sign in, and with which passphrase: {}

   1. Send a tip with the form.
   2. Sign in to the console as a triage officer; open the tip, grade it, write a report, route it.
   3. Sign in as a Bronze officer of that district; read the report and acknowledge it.
   A tip reaches the console about ten seconds after it was sent: choose Fetch now.",
        place::data().join("DEMO.txt").display()
    ));
    if std::env::var_os("SSH_CONNECTION").is_some() {
        say(&format!(
            "\n   From another machine: \
             ssh -L {PUBLIC}:127.0.0.1:{PUBLIC} -L {STAFF}:127.0.0.1:{STAFF} THIS-MACHINE"
        ));
    }
    say("\n   Ctrl-C ends it; ./data keeps everything for the next time.\n");
}
