//! The log of operations as its auditors read it: on their own machine, from files the operator handed over.
//!
//! Nothing in the files is believed: every page's checkpoint must be signed by the log's key and be of what
//! came before it, and the log must still begin with what it was when it was last read here.

mod told;

use std::path::{Path, PathBuf};

use audit::{BadCheckpoint, Checkpoint, LogTree, Root, read_entry};
use domain::log::Entry;
use domain::wire::LogPage;
use domain::{InstallationId, Year};
use notes::Authority;
use storage::LogFrame;
use unseal::{Identity, open_file};

use crate::files::{self, FileError};

pub use told::{Row, Wanted, csv, table};

/// Why a log was not believed.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// A file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The key names no log.
    #[error("this key is of no log of operations: its name is ginnel/log/…")]
    NoLog,
    /// There is nothing to read.
    #[error("{} holds no page of a log", .0.display())]
    NoPages(PathBuf),
    /// A checkpoint is not the log's.
    #[error("{}: the checkpoint is not of this log, or its key did not sign it", .0.display())]
    BadCheckpoint(PathBuf),
    /// What was handed over is not what a checkpoint says.
    #[error(
        "the entries are not those the log's key signed for: {size} of them hash to something else. \
         Entries were changed, taken out, put in, or pages are missing"
    )]
    Changed {
        /// Of so many.
        size: u64,
    },
    /// No checkpoint speaks of as few entries as were handed over.
    #[error("only {entries} entries were handed over, and the log has {size}: ask for the rest")]
    Incomplete {
        /// So many there are.
        entries: u64,
        /// So many there should be.
        size: u64,
    },
    /// The log was longer before.
    #[error(
        "the log had {seen} entries when it was last read here, and now has {now}: its end is gone"
    )]
    Shorter {
        /// Then.
        seen: u64,
        /// Now.
        now: u64,
    },
    /// The log began otherwise before.
    #[error(
        "the first {seen} entries are not those that were read here before: the log was written anew"
    )]
    WrittenAnew {
        /// So many were read before.
        seen: u64,
    },
}

/// Whose log it is, and of which year.
#[derive(Debug, Clone)]
pub struct LogKey {
    authority: Authority,
    inst: InstallationId,
    year: Year,
}

impl LogKey {
    /// The key as `ginnel doctor` prints it: its name says which log it signs.
    pub fn parse(line: &str) -> Result<Self, LogError> {
        let authority: Authority = line.trim().parse().map_err(|_| LogError::NoLog)?;
        let (inst, year) = audit::read_origin(authority.name()).ok_or(LogError::NoLog)?;
        Ok(Self {
            authority,
            inst,
            year,
        })
    }

    /// The year.
    pub const fn year(&self) -> Year {
        self.year
    }
}

/// A log that was handed over: sealed entries and signed checkpoints, nothing of it verified.
pub struct Pages {
    entries: Vec<LogFrame>,
    checkpoints: Vec<(PathBuf, String)>,
}

impl Pages {
    /// Reads a page, or a folder of pages in the order of their names.
    pub fn read(path: &Path) -> Result<Self, LogError> {
        let mut pages = Self {
            entries: Vec::new(),
            checkpoints: Vec::new(),
        };
        if path.is_dir() {
            for name in files::names(path)? {
                let page = path.join(name);
                if page.extension().is_some_and(|ending| ending == "json") {
                    pages.add(&page)?;
                }
            }
        } else {
            pages.add(path)?;
        }
        if pages.checkpoints.is_empty() {
            return Err(LogError::NoPages(path.into()));
        }
        Ok(pages)
    }

    fn add(&mut self, file: &Path) -> Result<(), LogError> {
        let text = files::read_text(file)?;
        let malformed = || FileError::malformed(file);
        let page: LogPage = serde_json::from_str(&text).map_err(|_| malformed())?;
        for entry in page.entries {
            let frame = LogFrame::try_from(entry.0).map_err(|_| malformed())?;
            self.entries.push(frame);
        }
        self.checkpoints.push((file.into(), page.checkpoint));
        Ok(())
    }

    /// Verifies everything against the log's key and the last checkpoint that was believed here.
    pub fn verify(self, key: &LogKey, seen: Option<&str>) -> Result<Log, LogError> {
        let mut signed = Vec::new();
        for (file, text) in &self.checkpoints {
            let checkpoint = Checkpoint::verify(text, &key.authority);
            let bad = |BadCheckpoint| LogError::BadCheckpoint(file.clone());
            signed.push((checkpoint.map_err(bad)?, text.clone()));
        }
        let entries = u64::try_from(self.entries.len()).unwrap_or(u64::MAX);
        signed.sort_by_key(|(checkpoint, _)| checkpoint.size);
        let least = signed.first().map_or(0, |(checkpoint, _)| checkpoint.size);
        let covering = signed.iter().rfind(|(one, _)| one.size <= entries);
        let incomplete = LogError::Incomplete {
            entries,
            size: least,
        };
        let (newest, text) = covering.cloned().ok_or(incomplete)?;
        let before = seen.map(|text| Checkpoint::verify(text, &key.authority));
        let bad = |BadCheckpoint| LogError::BadCheckpoint("what was seen last".into());
        let before = before.transpose().map_err(bad)?;
        if let Some(before) = before.as_ref().filter(|before| before.size > newest.size) {
            return Err(LogError::Shorter {
                seen: before.size,
                now: newest.size,
            });
        }
        let roots = Roots::of(&self.entries);
        if let Some(before) = before.filter(|before| !roots.agree(before)) {
            return Err(LogError::WrittenAnew { seen: before.size });
        }
        let mut reached = signed.iter().map(|(one, _)| one);
        if let Some(changed) = reached.find(|one| one.size <= entries && !roots.agree(one)) {
            return Err(LogError::Changed { size: changed.size });
        }
        Ok(Log {
            inst: key.inst,
            entries: self.entries,
            signed: newest.size,
            checkpoint: text,
        })
    }
}

/// What the log hashed to after each entry.
struct Roots(Vec<Root>);

impl Roots {
    fn of(entries: &[LogFrame]) -> Self {
        let mut tree = LogTree::default();
        let mut roots = vec![tree.root()];
        for entry in entries {
            tree.push(entry);
            roots.push(tree.root());
        }
        Self(roots)
    }

    fn agree(&self, checkpoint: &Checkpoint) -> bool {
        let at = usize::try_from(checkpoint.size).ok();
        at.and_then(|at| self.0.get(at)) == Some(&checkpoint.root)
    }
}

/// A log that is what its key signed for.
pub struct Log {
    inst: InstallationId,
    entries: Vec<LogFrame>,
    /// So many entries are what a checkpoint speaks of; those after them, nobody vouches for.
    pub signed: u64,
    /// The newest checkpoint that was believed: to be compared with the next time.
    pub checkpoint: String,
}

impl Log {
    /// How many entries there are.
    pub fn size(&self) -> usize {
        self.entries.len()
    }

    /// Opens every entry; what does not open is a row without one.
    pub fn open(&self, keys: &[Identity]) -> Vec<Row> {
        let keys: Vec<&Identity> = keys.iter().collect();
        let rows = (0_u64..).zip(&self.entries);
        let rows = rows.map(|(number, frame)| Row {
            number,
            entry: self.entry(&keys, frame),
        });
        rows.collect()
    }

    fn entry(&self, keys: &[&Identity], frame: &LogFrame) -> Option<Entry> {
        let file = seal::unpack(frame.as_bytes()).ok()?;
        let opened = open_file(keys, file).ok()?;
        read_entry(&opened.plaintext, self.inst).ok()
    }
}

/// Keys of the auditors: one for each year whose entries are to be opened.
pub fn keys(paths: &[PathBuf]) -> Result<Vec<Identity>, LogError> {
    let read = |path: &PathBuf| {
        let text = files::read_text(path)?;
        let identity = Identity::parse(text.trim_end());
        identity.map_err(|_| FileError::malformed(path).into())
    };
    paths.iter().map(read).collect()
}

/// What was believed last, if anything was.
pub fn seen(file: &Path) -> Result<Option<String>, LogError> {
    let text = files::read_if_there(file)?;
    Ok(text.map(|text| text.to_string()))
}

/// Keeps what is believed now.
pub fn remember(file: &Path, log: &Log) -> Result<(), LogError> {
    Ok(files::replace(file, log.checkpoint.as_bytes())?)
}
