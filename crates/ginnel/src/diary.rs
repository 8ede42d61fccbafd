//! What a running server notes down for `ginnel doctor`, which is another process, and for the next start.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use domain::{Day, UnixSeconds};
use serde::{Deserialize, Serialize};

use crate::folder::Folder;
use crate::machine;

const FILE: &str = "diary.json";

/// What was noted. Days, and how a clock stood; nothing of anybody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Noted {
    /// The clock less the seconds the machine had been on, when the server started. It changes while
    /// the machine is on only if somebody sets the clock.
    pub(crate) clock_offset: Option<i64>,
    /// The day on which the days before were settled last.
    pub(crate) settled: Option<Day>,
    /// How long the clock had gone on evenly.
    pub(crate) even: Option<Even>,
}

/// Since when a clock goes on evenly, and until when a server saw it do so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Even {
    pub(crate) since: UnixSeconds,
    pub(crate) until: UnixSeconds,
}

/// A file in the data folder.
#[derive(Debug, Clone)]
pub(crate) struct Diary(PathBuf);

impl Diary {
    /// The diary of the servers on this folder.
    pub(crate) fn of(folder: &Folder) -> Self {
        Self(folder.path().join(FILE))
    }

    /// What was noted last; nothing if it cannot be read.
    pub(crate) fn read(&self) -> Noted {
        let json = fs::read(&self.0).unwrap_or_default();
        serde_json::from_slice(&json).unwrap_or_default()
    }

    /// Notes that a server starts now.
    pub(crate) fn note_start(&self, now: UnixSeconds) {
        let clock_offset = Some(machine::clock_offset(now));
        let before = self.read();
        self.write(Noted {
            clock_offset,
            ..before
        });
    }

    /// Notes that the days before this one are settled.
    pub(crate) fn note_settled(&self, today: Day) {
        let settled = Some(today);
        let before = self.read();
        self.write(Noted { settled, ..before });
    }

    /// Notes how long the clock has gone on evenly.
    pub(crate) fn note_even(&self, even: Even) {
        let even = Some(even);
        let before = self.read();
        self.write(Noted { even, ..before });
    }

    /// A server does its work without a diary, too.
    fn write(&self, noted: Noted) {
        if let Err(error) = self.try_to_write(noted) {
            tracing::warn!(%error, "the doctor is not told how the server is");
        }
    }

    fn try_to_write(&self, noted: Noted) -> io::Result<()> {
        let json = serde_json::to_vec(&noted)?;
        let beside = self.0.with_extension("part");
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&beside)?;
        file.write_all(&json)?;
        // A diary that is empty after a power cut tells the next start nothing of the clock.
        file.sync_all()?;
        fs::rename(&beside, &self.0)?;
        self.0
            .parent()
            .map_or(Ok(()), |folder| fs::File::open(folder)?.sync_all())
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn what_was_noted_is_read_by_others_and_nothing_if_it_is_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let diary = Diary::of(&Folder::at(folder.path()));
        assert_eq!(diary.read(), Noted::default());
        diary.note_settled(Day(20_780));
        let now = UnixSeconds(1_795_000_000);
        diary.note_start(now);
        let even = Even {
            since: now.plus(-60),
            until: now,
        };
        diary.note_even(even);
        let noted = diary.read();
        assert_eq!(noted.settled, Some(Day(20_780)));
        assert_eq!(noted.even, Some(even));
        assert_eq!(noted.clock_offset, Some(machine::clock_offset(now)));
        let file = folder.path().join(FILE);
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
        fs::write(&file, b"{").unwrap();
        assert_eq!(diary.read(), Noted::default());
    }

    #[test]
    fn a_server_that_cannot_write_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let diary = Diary::of(&Folder::at(&folder.path().join("nowhere")));
        diary.note_settled(Day(1));
        assert_eq!(diary.read(), Noted::default());
    }
}
