//! A visit to a proxy, and what is found of it meanwhile.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use domain::{FRAME_LEN, UnixSeconds};

use super::sockets::{self, Holders};
use super::spool::{BOUNDS, Kept, search};
use super::visit::{self, Post, Visit};
use super::{AS_ROOT, MEND, Through};
use crate::findings::{Finding, whole};

/// A way on which what reporters write comes to the server.
struct Way {
    passes_on: &'static str,
    keeps: &'static str,
    post: Post,
    /// What is announced is refused by this, before it is there.
    refused: usize,
    refusal: &'static str,
    /// What is announced is taken, were it ever there.
    taken: usize,
}

/// Sealed in the browser; and in clear without scripts, at most so long that no proxy holds it in memory.
/// A page that is posted to be checked is never stored.
const WAYS: [Way; 2] = [
    Way {
        passes_on: "proxy passes on",
        keeps: "proxy keeps",
        post: Post {
            path: "/api/tips",
            kind: "application/octet-stream",
        },
        refused: FRAME_LEN / 2,
        refusal: "\"unprocessable\"",
        taken: FRAME_LEN,
    },
    Way {
        passes_on: "proxy passes forms on",
        keeps: "proxy keeps forms",
        post: Post {
            path: "/en/check",
            kind: "application/x-www-form-urlencoded",
        },
        refused: 200_001,
        refusal: "<html lang=",
        taken: 200_000,
    },
];

/// Everything that is to be found out.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    WAYS.iter().flat_map(|way| [way.passes_on, way.keeps])
}

/// The first piece of what is refused.
const A_PIECE: usize = 4 << 10;
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
        for way in &WAYS {
            tell(self.passes_on(way));
            tell(self.keeps(way));
        }
    }

    fn keeps(&self, way: &Way) -> Finding {
        let what = way.keeps;
        match self.hang(way) {
            Ok(Kept::In(place)) => {
                let seen = format!("what is sent lies in a file: {place}");
                Finding::broken(what, seen, MEND)
            }
            Ok(Kept::Nowhere) => Finding::well(what, "nothing: half a tip lay in no file"),
            Ok(Kept::Unknown(why)) => Finding::look(what, why, AS_ROOT),
            Err(error) => Finding::broken(what, self.is_away(&error), MEND),
        }
    }

    /// A piece of what is refused by its length. The server says so at once, if it hears of it.
    fn passes_on(&self, way: &Way) -> Finding {
        let what = way.passes_on;
        let visit = Visit::begin(self.at, &self.through, way.post, way.refused);
        let answered = visit.and_then(|mut visit| {
            visit.send(&self.words(A_PIECE))?;
            visit.hear()
        });
        match answered {
            Ok(answer) if answer.contains(way.refusal) => {
                Finding::well(what, "what is sent, as it comes, to the server")
            }
            Ok(answer) => {
                let said = status(&answer).unwrap_or("what is no HTTP");
                let seen = format!("it answers {said}, which is not what the server says");
                Finding::broken(what, seen, "look at its site for reporters")
            }
            Err(error) if visit::is_late(&error) => {
                let seen = "it waits for the whole of what is sent, in memory or in a file";
                Finding::broken(what, seen, MEND)
            }
            Err(error) => Finding::broken(what, self.is_away(&error), MEND),
        }
    }

    /// All of a tip but its last byte, then looks for it.
    fn hang(&self, way: &Way) -> io::Result<Kept> {
        let body = self.words(way.taken);
        let (_, sent) = body.split_last().unwrap_or((&0, &[]));
        let mut visit = Visit::begin(self.at, &self.through, way.post, body.len())?;
        for piece in sent.chunks(body.len().div_ceil(PIECES)) {
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
