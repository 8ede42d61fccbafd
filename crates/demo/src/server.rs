//! The server while officers enrol, and never longer.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::DemoError;
use crate::layout::{Layout, at};
use crate::operator::{Operator, not_run};

const A_MOMENT: Duration = Duration::from_millis(50);
/// Moments until a server must answer: half a minute.
const MOMENTS_TO_START: u32 = 600;
/// Moments until a server that was asked to end is ended: five seconds.
const MOMENTS_TO_STOP: u32 = 100;

/// A running server; dropping it ends the process, and no other.
pub(crate) struct Server {
    child: Child,
}

/// A port of this machine alone.
pub(crate) const fn local(port: u16) -> SocketAddr {
    SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), port)
}

/// Refuses a port on which somebody listens.
pub(crate) fn check_free(port: u16) -> Result<(), DemoError> {
    let listener = TcpListener::bind(local(port));
    listener.map(drop).map_err(|_| DemoError::PortTaken(port))
}

impl Server {
    /// Starts the server and waits until its staff port answers.
    pub(crate) fn start(
        operator: &Operator<'_>,
        layout: &Layout,
        site: &Path,
        staff_port: u16,
    ) -> Result<Self, DemoError> {
        let path = layout.log();
        let log = File::create(&path).map_err(|cause| at(&path, cause))?;
        let twin = log.try_clone().map_err(|cause| at(&path, cause))?;
        let mut command = operator.serve(site);
        command.stdin(Stdio::null()).stdout(log).stderr(twin);
        let child = command
            .spawn()
            .map_err(|cause| not_run(operator.program, cause))?;
        let mut server = Self { child };
        for _ in 0..MOMENTS_TO_START {
            if TcpStream::connect(local(staff_port)).is_ok() {
                return Ok(server);
            }
            if server.is_over() {
                break;
            }
            sleep(A_MOMENT);
        }
        drop(server);
        Err(DemoError::NotStarted(last_line(&path)))
    }

    fn is_over(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)) | Err(_))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Asked politely first, so that it closes its files itself.
        let id = self.child.id().to_string();
        let _ = Command::new("kill")
            .args(["-TERM", &id])
            .stderr(Stdio::null())
            .status();
        for _ in 0..MOMENTS_TO_STOP {
            if self.is_over() {
                return;
            }
            sleep(A_MOMENT);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn last_line(log: &Path) -> String {
    let said = std::fs::read_to_string(log).unwrap_or_default();
    let last = said.lines().rev().find(|line| !line.trim().is_empty());
    last.unwrap_or("it said nothing").to_owned()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_server_is_ended_with_whatever_used_it_even_if_it_will_not_go_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("deaf");
        std::fs::write(
            &program,
            "#!/bin/sh\ntrap '' TERM\nwhile :; do sleep 0.1; done\n",
        )
        .unwrap();
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
        let layout = Layout::at(folder.path());
        layout.create().unwrap();
        let operator = Operator {
            program: &program,
            data: folder.path(),
        };
        // We listen for it: it only has to live and to be ended.
        let listener = TcpListener::bind(local(0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        assert!(matches!(check_free(port), Err(DemoError::PortTaken(_))));
        let server = Server::start(&operator, &layout, folder.path(), port).unwrap();
        let process = format!("/proc/{}", server.child.id());
        assert!(Path::new(&process).exists());
        drop(server);
        assert!(!Path::new(&process).exists());
    }
}
