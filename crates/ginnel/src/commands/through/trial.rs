//! A visit to a proxy, and what is found of it meanwhile.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use domain::{FRAME_LEN, UnixSeconds};

use super::sockets::{self, Holders};
use super::spool::{BOUNDS, Kept, search};
use super::visit::{self, Visit};
use super::{AS_ROOT, MEND, Through};
use crate::findings::{Finding, whole};

const PASSES_ON: &str = "proxy passes on";
const KEEPS: &str = "proxy keeps";
/// Everything that is to be found out.
pub(super) const ALL: [&str; 2] = [PASSES_ON, KEEPS];

/// How often, and how far apart, one looks.
const MOMENTS: u32 = 20;
const A_MOMENT: Duration = Duration::from_millis(100);
/// A slow visitor's pieces.
const PIECES: usize = 4;

/// A proxy that is tried.
pub(super) struct Trial {
    pub at: SocketAddr,
    pub through: Through,
    pub phrase: String,
    pub root: PathBuf,
    pub folders: Vec<PathBuf>,
    pub since: UnixSeconds,
}

impl Trial {
    /// Tells of each thing as soon as it is known.
    pub(super) fn run(&self, mut tell: impl FnMut(Finding)) {
        tell(self.passes_on());
        tell(self.keeps());
    }

    fn keeps(&self) -> Finding {
        match self.hang() {
            Ok(Kept::In(place)) => {
                let seen = format!("what is sent lies in a file: {place}");
                Finding::broken(KEEPS, seen, MEND)
            }
            Ok(Kept::Nowhere) => Finding::well(KEEPS, "nothing: half a tip lay in no file"),
            Ok(Kept::Unknown(why)) => Finding::look(KEEPS, why, AS_ROOT),
            Err(error) => Finding::broken(KEEPS, self.is_away(&error), MEND),
        }
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
                let said = status(&answer).unwrap_or("what is no HTTP");
                let seen = format!("it answers {said}, which is not what the server says");
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
        if matches!(kept, Kept::In(_)) {
            return Ok(kept);
        }
        drop(visit);
        // Some write a thing down once it is over.
        thread::sleep(A_MOMENT);
        Ok(match (self.look(&self.folders), kept) {
            (found @ Kept::In(_), _) | (found @ Kept::Unknown(_), Kept::Nowhere) => found,
            (_, kept) => kept,
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
            if let found @ Kept::In(_) = self.look(&[]) {
                return found;
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
        let wanted = (self.phrase.as_bytes(), self.since);
        search(&self.root.join("proc"), folders, wanted, BOUNDS)
    }

    fn is_away(&self, error: &io::Error) -> String {
        format!("{} at {}: {}", self.through, self.at, whole(error))
    }

    /// Nothing but the phrase, over and over.
    fn words(&self, length: usize) -> Vec<u8> {
        self.phrase.bytes().cycle().take(length).collect()
    }
}

/// The three digits an answer begins with.
fn status(answer: &str) -> Option<&str> {
    let status = answer.strip_prefix("HTTP/1.")?.get(2..5)?;
    let is_status = status.bytes().all(|byte| byte.is_ascii_digit());
    is_status.then_some(status)
}
