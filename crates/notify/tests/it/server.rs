//! The mail server: Debian's aiosmtpd in a process of its own, on this machine alone.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// Debian's own, which has the package `python3-aiosmtpd`.
const PYTHON: &str = "/usr/bin/python3";
const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail_server.py");

/// A running mail server; dropping it ends the process.
pub(crate) struct MailServer {
    child: Child,
    pub(crate) port: u16,
}

/// A mail as it arrived.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arrived {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    pub(crate) hello: String,
    pub(crate) bytes: Vec<u8>,
}

/// Where mails arrive; outlives the servers that keep them there.
pub(crate) struct Mailboxes(TempDir);

impl Mailboxes {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn arrived(&self) -> Vec<Arrived> {
        let files = std::fs::read_dir(self.0.path())
            .unwrap()
            .map(Result::unwrap);
        let mut paths: Vec<_> = files.map(|file| file.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|end| end == "eml"));
        paths.sort();
        paths.iter().map(|path| arrived(path)).collect()
    }
}

fn arrived(path: &Path) -> Arrived {
    let envelope = std::fs::read_to_string(path.with_extension("envelope")).unwrap();
    let mut lines: Vec<_> = envelope.split('\n').map(String::from).collect();
    let (from, hello) = (lines.remove(0), lines.pop().unwrap());
    Arrived {
        from,
        to: lines,
        hello,
        bytes: std::fs::read(path).unwrap(),
    }
}

impl MailServer {
    /// Starts with these options more; waits until it listens.
    pub(crate) fn start(mailboxes: &Mailboxes, options: &[&str]) -> Self {
        let mut command = Command::new(PYTHON);
        command
            .args(["-I", PROGRAM, "--mails"])
            .arg(mailboxes.0.path());
        let log = mailboxes.0.path().join("server.log");
        let log = File::options().create(true).append(true).open(log).unwrap();
        command.args(options).stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().expect("/usr/bin/python3 runs");
        let mut line = String::new();
        let said = child.stdout.take().unwrap();
        BufReader::new(said).read_line(&mut line).unwrap();
        let port = line.trim().parse();
        let port = port.expect("a port: is Debian's python3-aiosmtpd installed?");
        Self { child, port }
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
