//! The folder: blobs by day, what is being sent beside them.

use std::fs::{self, DirBuilder, File, FileTimes, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use domain::{BlobId, Day};

use crate::counted::Taken;

const UPLOADS: &str = "uploads";
const OPEN: &str = ".open";

/// Where blobs lie.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

/// One day's folder.
struct OfDay {
    day: Day,
    is_open: bool,
    path: PathBuf,
}

impl Folder {
    /// Makes the folder if it is missing, and removes what an earlier run did not finish.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let folder = Self(path.into());
        make(path)?;
        make(&folder.uploads())?;
        for entry in fs::read_dir(folder.uploads())? {
            fs::remove_file(entry?.path())?;
        }
        Ok(folder)
    }

    fn uploads(&self) -> PathBuf {
        self.0.join(UPLOADS)
    }

    /// A new file for what is being sent, for this user alone.
    pub(crate) fn begin(&self, name: BlobId) -> io::Result<(PathBuf, File)> {
        let path = self.uploads().join(name.to_string());
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true).mode(0o600);
        let file = options.open(&path)?;
        Ok((path, file))
    }

    /// Makes what was sent the blob of this id. Returns once it is on disk, name and all.
    pub(crate) fn keep(&self, sent: &Path, file: &File, id: BlobId, day: Day) -> io::Result<()> {
        let of_day = self.0.join(format!("{day}{OPEN}"));
        make(&of_day)?;
        place(sent, file, &of_day, id, day)
    }

    /// Opens a blob, in whichever day's folder it lies.
    pub(crate) fn find(&self, id: BlobId) -> io::Result<Option<File>> {
        // A blob is in one of two folders while its day is closed, and for a moment in both.
        for _ in 0..2 {
            for one in self.days()? {
                match File::open(one.path.join(id.to_string())) {
                    Ok(file) => return Ok(Some(file)),
                    Err(error) if error.kind() == ErrorKind::NotFound => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(None)
    }

    /// What the blobs of such days take.
    pub(crate) fn used(&self, such: impl Fn(Day) -> bool) -> io::Result<Taken> {
        let mut used = Taken::default();
        for one in self.days()?.into_iter().filter(|one| such(one.day)) {
            for entry in fs::read_dir(one.path)? {
                used = used.and(Taken::blob(entry?.metadata()?.len()));
            }
        }
        Ok(used)
    }

    /// Deletes the blobs of every day before this one. Answers how many days went.
    pub(crate) fn purge(&self, before: Day) -> io::Result<usize> {
        let mut days = self.days()?;
        days.retain(|one| one.day < before);
        for one in &days {
            fs::remove_dir_all(&one.path)?;
        }
        File::open(&self.0)?.sync_all()?;
        Ok(days.len())
    }

    /// Copies the blobs of each day that is over, in the order that `shuffle` gives them, and deletes the
    /// originals: nothing that the file system keeps of the copies tells when a blob came.
    pub(crate) fn settle(
        &self,
        today: Day,
        mut shuffle: impl FnMut(&mut [BlobId]),
    ) -> io::Result<()> {
        let mut days = self.days()?;
        days.retain(|one| one.is_open && one.day < today);
        for one in days {
            let closed = self.0.join(one.day.to_string());
            make(&closed)?;
            let mut ids = ids(&one.path)?;
            ids.sort_unstable();
            shuffle(&mut ids);
            for id in ids {
                let original = one.path.join(id.to_string());
                self.copy(&original, &closed, id, one.day)?;
                fs::remove_file(original)?;
            }
            fs::remove_dir(&one.path)?;
            File::open(&self.0)?.sync_all()?;
        }
        Ok(())
    }

    fn copy(&self, original: &Path, to: &Path, id: BlobId, day: Day) -> io::Result<()> {
        let copy = self.uploads().join(format!("{id}.copy"));
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true).mode(0o600);
        let mut file = options.open(&copy)?;
        io::copy(&mut File::open(original)?, &mut file)?;
        place(&copy, &file, to, id, day)
    }

    /// Every day's folder, the newest first.
    fn days(&self) -> io::Result<Vec<OfDay>> {
        let mut days = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            days.extend(OfDay::at(entry?.path()));
        }
        days.sort_unstable_by_key(|one| std::cmp::Reverse((one.day, one.is_open)));
        Ok(days)
    }
}

impl OfDay {
    fn at(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let day = name.strip_suffix(OPEN);
        let is_open = day.is_some();
        let day = day.unwrap_or(name).parse().ok()?;
        Some(Self { day, is_open, path })
    }
}

/// Moves a file to its place among the blobs of a day, dated to that day's beginning.
fn place(from: &Path, file: &File, of_day: &Path, id: BlobId, day: Day) -> io::Result<()> {
    file.set_times(beginning(day))?;
    file.sync_all()?;
    fs::rename(from, of_day.join(id.to_string()))?;
    let folder = File::open(of_day)?;
    folder.set_times(beginning(day))?;
    folder.sync_all()
}

fn ids(folder: &Path) -> io::Result<Vec<BlobId>> {
    let mut ids = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        ids.extend(name.to_str().and_then(|name| name.parse::<BlobId>().ok()));
    }
    Ok(ids)
}

fn beginning(day: Day) -> FileTimes {
    let seconds = u64::try_from(day.start().0).unwrap_or(0);
    let at = UNIX_EPOCH + Duration::from_secs(seconds);
    FileTimes::new().set_accessed(at).set_modified(at)
}

/// Makes a folder for this user alone, and waits until its name is on disk.
fn make(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    let parent = path.canonicalize()?;
    File::open(parent.parent().unwrap_or(&parent))?.sync_all()
}
