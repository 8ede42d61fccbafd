//! Programs that run beside a test and end with it.

use std::fs::OpenOptions;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::time::Duration;

use crate::wait::until;

const A_MOMENT: Duration = Duration::from_millis(50);
/// Moments until a program that was asked to end is ended: five seconds.
const MOMENTS_TO_STOP: u32 = 100;

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
    /// Starts a program whose output is added to `log`, and waits until it listens on every port.
    pub fn start(command: &mut Command, log: &Path, ports: &[u16]) -> Self {
        let file = OpenOptions::new().create(true).append(true).open(log);
        let file = file.unwrap_or_else(|error| panic!("{}: {error}", log.display()));
        let twin = file.try_clone().expect("a log can be written twice");
        command.stdin(Stdio::null()).stdout(file).stderr(twin);
        let process = command
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?} did not start: {error}"));
        let mut child = Self {
            process,
            log: log.into(),
        };
        child.wait_for(ports);
        child
    }

    /// Waits until it listens on every port.
    pub fn wait_for(&mut self, ports: &[u16]) {
        for port in ports {
            until("a program that listens", || self.listens(*port));
        }
    }

    /// Asks it to end, and waits until it has: a driver closes its browsers, a server its files.
    pub fn stop(&mut self) {
        if self.is_over() {
            return;
        }
        let asked = Command::new("kill")
            .args(["-TERM", &self.id().to_string()])
            .stderr(Stdio::null())
            .status();
        if asked.is_ok() {
            for _ in 0..MOMENTS_TO_STOP {
                if self.is_over() {
                    return;
                }
                std::thread::sleep(A_MOMENT);
            }
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    /// Ends it at once, between any two of its instructions; nothing is asked of it.
    pub fn kill(&mut self) {
        let killed = self.process.kill().and_then(|()| self.process.wait());
        killed.expect("a process of ours can be ended");
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
        self.stop();
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
    fn a_killed_program_has_ended_without_a_word() {
        let log = crate::scratch("killed").join("log");
        let script = "trap 'echo asked' TERM; while :; do sleep 0.05; done";
        let mut child = Child::start(Command::new("sh").args(["-c", script]), &log, &[]);
        child.kill();
        assert!(!Path::new(&format!("/proc/{}", child.id())).exists());
        assert_eq!(child.said(), "");
    }

    #[test]
    #[should_panic(expected = "it ended")]
    fn a_program_that_ends_before_it_listens_is_told_of() {
        let log = crate::scratch("ended").join("log");
        Child::start(&mut Command::new("true"), &log, &[free_port()]);
    }
}
