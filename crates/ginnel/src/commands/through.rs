//! `ginnel doctor --through URL`: whether the proxy that runs keeps what passes through it.
//!
//! Two requests go through it as a sealed tip, two as a form in clear, and the server takes none of them:
//! one that is refused by its head, of which the proxy must tell before its body is whole; and one whose
//! last byte never comes. While that one hangs, every file is looked at that could hold its words.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::str::FromStr;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rand::{CryptoRng, RngCore};

use super::Surroundings;
use crate::findings::{Finding, Findings};
use crate::place::Place;
use crate::settings::SettingsError;

mod held;
mod sockets;
mod spool;
mod trial;
mod visit;

use trial::Trial;

const MEND: &str = "`proxy_request_buffering off` and the rest of deploy/nginx/proxy.conf, or \
    deploy/caddy/Caddyfile; then restart the proxy";
const AS_ROOT: &str = "run it as root, on the machine of the proxy and outside of every sandbox";

/// However the proxy behaves, so long and no longer.
const IN_ALL: Duration = Duration::from_secs(90);
/// Of what others say, so much is told.
const MOST_SAID: usize = 300;
/// What file systems round times to, and more.
const BEFORE: i64 = 5;

/// The proxy's address as visitors write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Through {
    host: String,
    port: u16,
    by_tls: bool,
}

/// It is no such address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an address without a path, such as https://tips.example.org")]
pub struct NoAddress;

impl FromStr for Through {
    type Err = NoAddress;

    fn from_str(text: &str) -> Result<Self, NoAddress> {
        let (scheme, rest) = text.split_once("://").ok_or(NoAddress)?;
        let (by_tls, usual) = match scheme {
            "https" => (true, 443),
            "http" => (false, 80),
            _ => return Err(NoAddress),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, port.parse().map_err(|_| NoAddress)?),
            None => (rest, usual),
        };
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
        if host.is_empty() || !host.bytes().all(is_name) {
            return Err(NoAddress);
        }
        let host = host.into();
        Ok(Self { host, port, by_tls })
    }
}

impl fmt::Display for Through {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.by_tls { "https" } else { "http" };
        write!(f, "{scheme}://{}:{}", self.host, self.port)
    }
}

impl Through {
    /// Where it is asked if nobody says otherwise: on this machine, so nobody is asked for the name.
    fn on_this_machine(&self) -> SocketAddr {
        (Ipv4Addr::LOCALHOST, self.port).into()
    }
}

/// Tries the proxy that listens there, or on this machine. Nothing of it is stored, and it ends by itself.
pub fn try_proxy<R: RngCore + CryptoRng>(
    file: &Path,
    through: Through,
    at: Option<SocketAddr>,
    around: Surroundings<'_>,
    rng: &mut R,
) -> Result<Findings, SettingsError> {
    let place = Place::read(file)?;
    let mut random = [0; 16];
    rng.fill_bytes(&mut random);
    let trial = Trial {
        at: at.unwrap_or_else(|| through.on_this_machine()),
        through,
        phrase: format!("ginnel-doctor-{}", hex::encode(random)),
        root: around.root.into(),
        folders: spool::folders(around.root, &place.settings.public.proxy_files),
        since: around.clock.now().plus(-BEFORE),
    };
    let (tell, told) = mpsc::channel();
    let timer = tell.clone();
    thread::spawn(move || {
        trial.run(|finding| drop(tell.send(Told::Found(finding))));
        tell.send(Told::AllFound)
    });
    Ok(told_in(IN_ALL, timer, &told))
}

/// What the trial tells meanwhile.
enum Told {
    Found(Finding),
    AllFound,
    TimeIsOver,
}

/// What is found within this time; of the rest, that it was not.
fn told_in(limit: Duration, tell: mpsc::Sender<Told>, told: &mpsc::Receiver<Told>) -> Findings {
    thread::spawn(move || {
        thread::sleep(limit);
        tell.send(Told::TimeIsOver)
    });
    let mut findings = Findings::default();
    while let Ok(Told::Found(finding)) = told.recv() {
        findings.push(finding);
    }
    for what in trial::all() {
        if !findings.iter().any(|one| one.what == what) {
            let seen = "it could not be found out in time";
            findings.push(Finding::look(what, seen, AS_ROOT));
        }
    }
    findings
}

/// What others say or are called, so that a terminal only shows it.
fn printable(text: &str) -> String {
    text.chars()
        .take(MOST_SAID)
        .flat_map(char::escape_default)
        .collect()
}

#[cfg(test)]
mod tests;
