//! `ginnel doctor --through URL`: whether the proxy that runs keeps what passes through it.
//!
//! Two requests go through it, and the server takes neither: one that is refused by its head, of which
//! the proxy must tell before its body is whole; and one as long as a tip, whose last byte never comes.
//! While that one hangs, every file is looked at that could hold its words.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use domain::{FRAME_LEN, UnixSeconds};
use rand::{CryptoRng, RngCore};

use super::Surroundings;
use crate::findings::{Finding, Findings, whole};
use crate::place::Place;
use crate::settings::SettingsError;

mod sockets;
mod spool;
mod visit;

use sockets::Holders;
use spool::{Searched, search};
use visit::Visit;

const PASSES_ON: &str = "proxy passes on";
const KEEPS: &str = "proxy keeps";
const MEND: &str = "`proxy_request_buffering off` and the rest of deploy/nginx/proxy.conf, or \
    deploy/caddy/Caddyfile; then restart the proxy";
const AS_ROOT: &str = "run it as root, on the machine of the proxy and outside of every sandbox";

/// However the proxy behaves, so long and no longer.
const IN_ALL: Duration = Duration::from_secs(90);
/// How often, and how far apart, one looks.
const MOMENTS: u32 = 20;
const A_MOMENT: Duration = Duration::from_millis(100);
/// A slow visitor's pieces.
const PIECES: usize = 4;
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
    thread::spawn(move || tell.send(trial.run()));
    Ok(told.recv_timeout(IN_ALL).unwrap_or_else(|_| {
        let seen = "it could not be found out in time";
        Findings::from_iter([Finding::look(KEEPS, seen, AS_ROOT)])
    }))
}

struct Trial {
    at: SocketAddr,
    through: Through,
    phrase: String,
    root: PathBuf,
    folders: Vec<PathBuf>,
    since: UnixSeconds,
}

/// What was seen while the request hung.
enum Kept {
    /// In these places.
    In(Vec<String>),
    /// In none.
    Nowhere,
    /// Not everything could be looked at, for this reason.
    Unknown(&'static str),
}

impl Trial {
    fn run(self) -> Findings {
        let passes_on = self.passes_on();
        let keeps = match self.hang() {
            Ok(Kept::In(places)) => {
                let seen = format!("what is sent lies in a file: {}", places.join(", "));
                Finding::broken(KEEPS, seen, MEND)
            }
            Ok(Kept::Nowhere) => Finding::well(KEEPS, "nothing: half a tip lay in no file"),
            Ok(Kept::Unknown(why)) => Finding::look(KEEPS, why, AS_ROOT),
            Err(error) => Finding::broken(KEEPS, self.is_away(&error), MEND),
        };
        Findings::from_iter([passes_on, keeps])
    }

    /// Half of something too short for a frame. The server says so at once, if it hears of it.
    fn passes_on(&self) -> Finding {
        let body = self.words(FRAME_LEN / 2);
        let (half, _) = body.split_at(body.len() / 2);
        let answered = Visit::begin(self.at, &self.through, body.len()).and_then(|mut visit| {
            visit.send(half)?;
            visit.hear()
        });
        match answered {
            Ok(answer) if answer.contains("\"unprocessable\"") => {
                Finding::well(PASSES_ON, "what is sent, as it comes, to the server")
            }
            Ok(answer) => {
                let status = answer.split(' ').nth(1).unwrap_or_default();
                let seen = format!("it answers {status}, which is not what the server says");
                Finding::broken(PASSES_ON, seen, "look at its site for reporters")
            }
            Err(error) if visit::is_late(&error) => {
                let seen = "it waits for the whole of what is sent, in memory or in a file";
                Finding::broken(PASSES_ON, seen, MEND)
            }
            Err(error) => Finding::broken(PASSES_ON, self.is_away(&error), MEND),
        }
    }

    /// All of a tip but its last byte, then looks for it.
    fn hang(&self) -> io::Result<Kept> {
        let body = self.words(FRAME_LEN);
        let (_, sent) = body.split_last().unwrap_or((&0, &[]));
        let mut visit = Visit::begin(self.at, &self.through, body.len())?;
        for piece in sent.chunks(FRAME_LEN / PIECES) {
            visit.send(piece)?;
            thread::sleep(A_MOMENT);
        }
        let (own, other) = visit.ends()?;
        let kept = self.look_while_it_hangs((other, own));
        drop(visit);
        // Some write a thing down once it is over.
        thread::sleep(A_MOMENT);
        Ok(match (self.look(&self.folders), kept) {
            (Kept::In(places), _) | (_, Kept::In(places)) => Kept::In(places),
            (Kept::Unknown(why), _) | (_, Kept::Unknown(why)) => Kept::Unknown(why),
            (Kept::Nowhere, Kept::Nowhere) => Kept::Nowhere,
        })
    }

    fn look_while_it_hangs(&self, ends: (SocketAddr, SocketAddr)) -> Kept {
        let mut moments = 0..MOMENTS;
        let has_read_all = moments.any(|_| {
            thread::sleep(A_MOMENT);
            sockets::unread(&self.root, ends) == Some(0)
        });
        let holders = sockets::holders(&self.root, ends);
        for _ in 0..MOMENTS {
            // Whoever spools holds the file open meanwhile: folders may wait.
            if let Kept::In(places) = self.look(&[]) {
                return Kept::In(places);
            }
            thread::sleep(A_MOMENT);
        }
        match holders {
            Holders::Known if has_read_all => self.look(&self.folders),
            Holders::Known => Kept::Unknown("it did not take in what was sent"),
            Holders::Unknown => Kept::Unknown("which program it is cannot be seen from here"),
        }
    }

    fn look(&self, folders: &[PathBuf]) -> Kept {
        let (proc, phrase) = (self.root.join("proc"), self.phrase.as_bytes());
        let Searched { places, is_all } = search(&proc, folders, phrase, self.since);
        if !places.is_empty() {
            Kept::In(places)
        } else if is_all {
            Kept::Nowhere
        } else {
            Kept::Unknown("not every file that programs hold open could be read")
        }
    }

    fn is_away(&self, error: &io::Error) -> String {
        format!("{} at {}: {}", self.through, self.at, whole(error))
    }

    /// Nothing but the phrase, over and over.
    fn words(&self, length: usize) -> Vec<u8> {
        self.phrase.bytes().cycle().take(length).collect()
    }
}

#[cfg(test)]
mod tests;
