//! Where a proxy could put what passes through: files it holds open, nameless ones too, and files in
//! the folders where proxies spool.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use domain::UnixSeconds;
use memchr::memmem;

use super::held::{Held, under};
use super::printable;

/// Where Debian's and others' proxies put what they do not hold in memory.
const USUAL: [&str; 10] = [
    "var/lib/nginx",
    "var/cache/nginx",
    "var/lib/caddy",
    "var/lib/haproxy",
    "var/cache/apache2",
    "var/tmp",
    "tmp",
    "run",
    "dev/shm",
    "var/log",
];
/// A folder within a folder, and no further.
const DEEPEST: u32 = 6;
/// Read at once.
const BLOCK: usize = 64 << 10;

/// How much is read: a file that a proxy spools into is far shorter, and others may make one of any length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Of one file, at its beginning, and as much at its end.
    pub of_one: u64,
    /// Of all files, in one search.
    pub of_all: u64,
}

/// What is read if nobody says otherwise.
pub(super) const BOUNDS: Bounds = Bounds {
    of_one: 128 << 20,
    of_all: 1 << 30,
};

/// What was seen while the request hung.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// In this place, and maybe others.
    In(String),
    /// Nowhere.
    Nowhere,
    /// Not everything could be looked at, for this reason.
    Unknown(&'static str),
}

const UNREADABLE: &str = "not every file that programs hold open could be read";
const TOO_LONG: &str = "there are files too long to be searched to their end";

/// What programs hold open.
pub(super) struct Listed {
    pub files: Vec<PathBuf>,
    /// Whether every program's could be listed.
    pub is_all: bool,
}

/// The usual folders, and those that nginx's settings name.
pub(super) fn folders(root: &Path, settings: &[PathBuf]) -> Vec<PathBuf> {
    let usual = USUAL.iter().map(|folder| root.join(folder));
    let texts = settings
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok());
    let named = texts.flat_map(|text| text.lines().filter_map(spool_of).collect::<Vec<_>>());
    usual.chain(named).collect()
}

/// `client_body_temp_path /run/nginx-body;` and the like.
fn spool_of(line: &str) -> Option<PathBuf> {
    let mut words = line.split([' ', '\t', ';']).filter(|word| !word.is_empty());
    let is_spool = words.next()?.ends_with("_temp_path");
    is_spool.then(|| words.next().map(PathBuf::from)).flatten()
}

/// Looks for a file written to since then that holds the phrase.
pub(super) fn search(
    proc: &Path,
    folders: &[PathBuf],
    (phrase, since): (&[u8], UnixSeconds),
    bounds: Bounds,
) -> Kept {
    let listed = open_files(proc);
    let mut search = Search {
        phrase,
        since,
        of_one: bounds.of_one,
        left: bounds.of_all,
        lacks: (!listed.is_all).then_some(UNREADABLE),
    };
    match search.everywhere(&listed.files, folders) {
        ControlFlow::Break(place) => Kept::In(place),
        ControlFlow::Continue(()) => search.lacks.map_or(Kept::Nowhere, Kept::Unknown),
    }
}

struct Search<'a> {
    phrase: &'a [u8],
    since: UnixSeconds,
    of_one: u64,
    /// How much may still be read.
    left: u64,
    lacks: Option<&'static str>,
}

impl Search<'_> {
    fn everywhere(&mut self, open: &[PathBuf], folders: &[PathBuf]) -> ControlFlow<String> {
        for file in open {
            match Held::at(file) {
                Ok(held) => self.look(file, &held)?,
                Err(error) => self.note(&error),
            }
        }
        // What is kept where and cannot be read there, somebody has just held open.
        folders
            .iter()
            .try_for_each(|folder| under(folder, DEEPEST, &mut |file, held| self.look(file, held)))
    }

    fn look(&mut self, file: &Path, held: &Held) -> ControlFlow<String> {
        if !held.is_fresh(self.since) {
            return ControlFlow::Continue(());
        }
        match self.holds(held) {
            Ok(true) => return ControlFlow::Break(told(file)),
            Ok(false) => {}
            Err(error) => self.note(&error),
        }
        ControlFlow::Continue(())
    }

    fn note(&mut self, error: &io::Error) {
        if !is_gone(error) {
            self.lacks.get_or_insert(UNREADABLE);
        }
    }

    /// Whether a file holds the phrase, at its beginning or its end if it is long.
    fn holds(&mut self, held: &Held) -> io::Result<bool> {
        let mut file = held.read()?;
        let most = self.of_one.saturating_mul(2);
        if held.len() <= most {
            return self.holds_next(&file, most);
        }
        self.lacks.get_or_insert(TOO_LONG);
        if self.holds_next(&file, self.of_one)? {
            return Ok(true);
        }
        file.seek(SeekFrom::Start(held.len().saturating_sub(self.of_one)))?;
        self.holds_next(&file, self.of_one)
    }

    /// Whether so much of it from here on holds the phrase, across the edges of blocks, too.
    fn holds_next(&mut self, file: &File, most: u64) -> io::Result<bool> {
        let mut file = file.take(most);
        let mut block = vec![0; BLOCK];
        let mut window = Vec::new();
        loop {
            if self.left == 0 {
                self.lacks.get_or_insert(TOO_LONG);
                return Ok(false);
            }
            let count = file.read(&mut block)?;
            if count == 0 {
                return Ok(false);
            }
            self.left = self
                .left
                .saturating_sub(u64::try_from(count).unwrap_or(u64::MAX));
            window.extend_from_slice(block.get(..count).unwrap_or_default());
            if memmem::find(&window, self.phrase).is_some() {
                return Ok(true);
            }
            let kept = window.len().saturating_sub(self.phrase.len());
            window.drain(..kept);
        }
    }
}

/// The file, and what it is called if it is one that somebody holds open.
fn told(file: &Path) -> String {
    let said = |path: &Path| printable(&path.to_string_lossy());
    match fs::read_link(file) {
        Ok(name) => format!("{} ({})", said(&name), said(file)),
        Err(_) => said(file),
    }
}

/// `/proc/PID/fd/N` of every program.
pub(super) fn open_files(proc: &Path) -> Listed {
    let mut listed = Listed {
        files: Vec::new(),
        is_all: true,
    };
    let is_program = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let Ok(programs) = fs::read_dir(proc) else {
        listed.is_all = false;
        return listed;
    };
    for program in programs
        .flatten()
        .map(|entry| entry.path())
        .filter(is_program)
    {
        // Some machines show nobody their first program. Were it the proxy, nobody would be seen to hold
        // our connection.
        let may_be_hidden = program == proc.join("1");
        match fs::read_dir(program.join("fd")) {
            Ok(entries) => {
                let files = entries.flatten().map(|entry| entry.path());
                let is_shown = |file: &PathBuf| !may_be_hidden || fs::metadata(file).is_ok();
                listed.files.extend(files.filter(is_shown));
            }
            Err(error) => listed.is_all &= may_be_hidden || is_gone(&error),
        }
    }
    listed
}

/// Programs end, and files go, while one looks.
fn is_gone(error: &io::Error) -> bool {
    let is_over = error.raw_os_error() == Some(rustix::io::Errno::SRCH.raw_os_error());
    error.kind() == io::ErrorKind::NotFound || is_over
}

#[cfg(test)]
mod tests;
