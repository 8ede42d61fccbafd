//! Copies of the windows that wait, for a backup, beside a server that goes on writing them.
//!
//! A window's file cannot be opened while its server has it, so its bytes are copied: first the file,
//! then its log. As long as the log was not begun anew meanwhile, it holds everything that was written
//! into the file since, and the two together are what a power cut at that moment would have left. Of
//! that copy a clean one is made, in the order of its random keys.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use sqlx::{Connection, SqliteConnection};

use crate::TurnError;
use crate::window::{Places, Window, beside, make_private, options, unlink, windows_in};

const LOG: &str = "-wal";
/// Bytes at the beginning of a log that are other ones each time it begins anew.
const LOG_HEAD: u64 = 32;
const TRIES: u32 = 50;

/// Why the windows were not copied.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// A file cannot be read or written.
    #[error("a staging file cannot be copied: {0}")]
    Files(#[from] io::Error),
    /// A window was written so fast that no copy of it held still.
    #[error("a staging file changed each time it was copied")]
    Restless,
}

/// One window's copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The copy.
    pub file: PathBuf,
    /// Its log, if the window could not be read and both were taken as they are.
    pub log: Option<PathBuf>,
}

/// Copies every window with frames in it from a staging folder into this one, which must be empty.
///
/// Whoever copies windows before the store misses nothing: a frame that left a window before it was
/// copied is in the store since.
pub async fn snapshot(folder: &Path, into: &Path) -> Result<Vec<Copied>, SnapshotError> {
    let mut copies = Vec::new();
    for path in windows_in(folder)? {
        let Some(name) = path.file_name() else {
            continue;
        };
        let raw = into.join("raw").with_extension("window");
        if copy_still(&path, &raw)?
            && let Some(copied) = clean(&raw, &into.join(name)).await?
        {
            copies.push(copied);
        }
        unlink(&raw)?;
    }
    Ok(copies)
}

/// Copies a file and its log as they were at one moment. False if the window is over since.
fn copy_still(path: &Path, raw: &Path) -> Result<bool, SnapshotError> {
    let log = beside(path, LOG);
    for _ in 0..TRIES {
        unlink(raw)?;
        let before = head(&log)?;
        if !copy(path, raw)? {
            return Ok(false);
        }
        copy(&log, &beside(raw, LOG))?;
        if head(&log)? == before && path.exists() {
            return Ok(true);
        }
    }
    Err(SnapshotError::Restless)
}

/// Copies a file, for its owner only; false if there is none.
fn copy(from: &Path, to: &Path) -> io::Result<bool> {
    let mut from = match File::open(from) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        opened => opened?,
    };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    io::copy(&mut from, &mut options.open(to)?)?;
    Ok(true)
}

/// What tells one beginning of a log from the next; nothing if there is no log.
fn head(log: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match File::open(log) {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        opened => {
            opened?.take(LOG_HEAD).read_to_end(&mut bytes)?;
        }
    }
    Ok(bytes)
}

/// Makes a clean copy of a raw one; none if there are no frames in it. A window that cannot be read is
/// taken as it is: whoever can mend it finds it in the backup.
async fn clean(raw: &Path, into: &Path) -> Result<Option<Copied>, SnapshotError> {
    let as_it_is = raw.with_extension("kept");
    keep(raw, &as_it_is)?;
    let cleaned = try_clean(raw, into).await;
    let copied = match cleaned {
        Ok(0) => {
            unlink(into)?;
            None
        }
        Ok(_) => Some(Copied {
            file: into.into(),
            log: None,
        }),
        Err(error) => {
            tracing::warn!(%error, "a staging file cannot be read; it is copied as it is");
            unlink(into)?;
            keep(&as_it_is, into)?;
            let log = beside(into, LOG);
            Some(Copied {
                file: into.into(),
                log: log.exists().then_some(log),
            })
        }
    };
    unlink(&as_it_is)?;
    Ok(copied)
}

/// Copies a file that nobody has, and its log if there is one.
fn keep(from: &Path, to: &Path) -> io::Result<()> {
    copy(from, to)?;
    copy(&beside(from, LOG), &beside(to, LOG)).map(drop)
}

/// Answers how many frames there are.
async fn try_clean(raw: &Path, into: &Path) -> Result<usize, TurnError> {
    let mut window = Window::reopen(raw).await?;
    let Places { found, is_damaged } = window.places().await?;
    let mut are_whole = !is_damaged;
    for &key in found.keys() {
        are_whole &= window.frame(key).await?.is_some();
    }
    window.retire().await;
    if !are_whole {
        return Err(TurnError::Inconsistent);
    }
    if !found.is_empty() {
        let mut connection = SqliteConnection::connect_with(&options(raw)).await?;
        make_private(into)?;
        sqlx::query("vacuum into $1")
            .bind(into.to_string_lossy().into_owned())
            .execute(&mut connection)
            .await?;
        connection.close().await?;
    }
    Ok(found.len())
}
