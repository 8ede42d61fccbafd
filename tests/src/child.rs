//! Programs that run beside a test and end with it.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};

use crate::wait::until;

/// A running program; dropping it ends that process and no other.
pub struct Child {
    process: process::Child,
    log: PathBuf,
}

/// A port of this machine on which nobody listens.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
    listener.local_addr().expect("it was just bound").port()
}

impl Child {
    /// Starts a program whose output goes to `log`, and waits until it listens on every port.
    pub fn start(command: &mut Command, log: &Path, ports: &[u16]) -> Self {
        let file = File::create(log).unwrap_or_else(|error| panic!("{}: {error}", log.display()));
        let twin = file.try_clone().expect("a log can be written twice");
        command.stdin(Stdio::null()).stdout(file).stderr(twin);
        let process = command
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?} did not start: {error}"));
        let mut child = Self {
            process,
            log: log.into(),
        };
        for port in ports {
            until("a program that listens", || child.listens(*port));
        }
        child
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Everything it has printed.
    pub fn said(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    fn listens(&mut self, port: u16) -> Option<()> {
        if let Ok(Some(status)) = self.process.try_wait() {
            panic!("it ended ({status}), saying:\n{}", self.said());
        }
        TcpStream::connect((Ipv4Addr::LOCALHOST, port))
            .ok()
            .map(drop)
    }

    fn is_over(&mut self) -> bool {
        matches!(self.process.try_wait(), Ok(Some(_)) | Err(_))
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // Asked politely first: a driver closes its browsers, a server its files.
        let asked = Command::new("kill")
            .args(["-TERM", &self.id().to_string()])
            .stderr(Stdio::null())
            .status();
        if asked.is_ok() {
            for _ in 0..100 {
                if self.is_over() {
                    return;
                }
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_program_has_ended() {
        let log = crate::scratch("child").join("log");
        let child = Child::start(Command::new("sleep").arg("600"), &log, &[]);
        let process = format!("/proc/{}", child.id());
        assert!(Path::new(&process).exists());
        drop(child);
        assert!(!Path::new(&process).exists());
    }

    #[test]
    #[should_panic(expected = "it ended")]
    fn a_program_that_ends_before_it_listens_is_told_of() {
        let log = crate::scratch("ended").join("log");
        Child::start(&mut Command::new("true"), &log, &[free_port()]);
    }
}
