//! A small process that waits until the server answers, says where to go, and ends.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use crate::place;
use crate::run::{PUBLIC, STAFF};
use crate::shell::{Failure, program, run};
use crate::stage::say;

/// The word that makes xtask a herald.
pub(crate) const WORD: &str = "herald";
/// The word that makes it send one.
pub(crate) const SEND: &str = "send";

const PATIENCE: u32 = 300;
const PAUSE: Duration = Duration::from_millis(200);

/// Starts the herald for this process, which then becomes the server. The herald is nobody's child:
/// a server waits for none, so one that has ended would stand in the list of processes for ever.
pub(crate) fn send() -> Result<(), Failure> {
    let server = std::process::id().to_string();
    run(itself().args([WORD, SEND, &server]))
}

/// The one in between: starts the herald and ends.
pub(crate) fn send_on(server: &str) -> Result<(), Failure> {
    let herald = itself().args([WORD, server]).spawn();
    herald
        .map(drop)
        .map_err(|error| Failure::new(format!("the herald could not start: {error}")))
}

/// Waits for the server with this process id; says nothing when that server has ended.
pub(crate) fn wait_and_tell(server: &str) -> Result<(), Failure> {
    let server = Path::new("/proc").join(server);
    for _ in 0..PATIENCE {
        if !server.exists() {
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

/// This very program, even if it was built anew meanwhile and its file is gone.
fn itself() -> Command {
    program("/proc/self/exe")
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
    let told = place::data().join("DEMO.txt");
    let text = fs::read_to_string(&told).unwrap_or_default();
    // How long a tip waits is a setting of the demonstration.
    let wait = text.lines().find(|line| line.starts_with("A tip "));
    say(&format!(
        "
   The form for residents    http://127.0.0.1:{PUBLIC}/
   The console for officers  http://127.0.0.1:{STAFF}/

   Who can sign in, and with which passphrase: {}

   1. Send a tip with the form.
   2. Sign in to the console as a triage officer; open the tip, grade it, write a report, route it.
   3. Sign in as another officer of triage; read the report under \"To release\" and send it.
   4. Sign in as a Bronze officer of that district; read the report and take it on.
   {}",
        told.display(),
        wait.unwrap_or_default()
    ));
    if std::env::var_os("SSH_CONNECTION").is_some() {
        say(&format!(
            "\n   From another machine: \
             ssh -L {PUBLIC}:127.0.0.1:{PUBLIC} -L {STAFF}:127.0.0.1:{STAFF} THIS-MACHINE"
        ));
    }
    say("\n   Ctrl-C ends it; ./data keeps everything for the next time.\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_herald_whose_server_has_ended_says_nothing_and_ends() {
        let mut server = program("true").spawn().unwrap();
        server.wait().unwrap();
        assert!(wait_and_tell(&server.id().to_string()).is_ok());
    }
}
