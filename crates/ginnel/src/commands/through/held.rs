//! Files of others. Each is taken hold of without being opened, then looked at, and read only if it is a
//! file: whoever exchanges it meanwhile for a pipe or a device exchanges nothing.

use std::fs::{File, Metadata};
use std::io;
use std::ops::ControlFlow;
use std::os::fd::AsRawFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use domain::UnixSeconds;
use rustix::fs::{Dir, Mode, OFlags, open, openat};

const HOLD: OFlags = OFlags::PATH.union(OFlags::CLOEXEC);
const READ: OFlags = OFlags::RDONLY.union(OFlags::CLOEXEC);

/// Something in a folder, held but not opened.
pub(super) struct Held {
    own: File,
    is: Metadata,
}

impl Held {
    /// What lies there, or where it leads to.
    pub(super) fn at(path: &Path) -> io::Result<Self> {
        Self::of(File::from(open(path, HOLD, Mode::empty())?))
    }

    /// What lies in this folder itself.
    fn within(&self, name: &Path) -> io::Result<Self> {
        let own = openat(&self.own, name, HOLD | OFlags::NOFOLLOW, Mode::empty())?;
        Self::of(File::from(own))
    }

    fn of(own: File) -> io::Result<Self> {
        let is = own.metadata()?;
        Ok(Self { own, is })
    }

    /// Whether it is a file with something in it, written to since then. The kernel's own seem empty.
    pub(super) fn is_fresh(&self, since: UnixSeconds) -> bool {
        self.is.is_file() && self.is.len() > 0 && self.is.mtime() >= since.0
    }

    /// Its length.
    pub(super) fn len(&self) -> u64 {
        self.is.len()
    }

    /// Opens what is held, and waits for nobody.
    pub(super) fn read(&self) -> io::Result<File> {
        let itself = format!("/proc/self/fd/{}", self.own.as_raw_fd());
        let opened = open(itself, READ | OFlags::NONBLOCK, Mode::empty())?;
        Ok(File::from(opened))
    }

    fn entries(&self) -> io::Result<Dir> {
        let opened = openat(&self.own, ".", READ | OFlags::DIRECTORY, Mode::empty())?;
        Ok(Dir::new(opened)?)
    }
}

/// Tells of everything below a folder that can be listed, until somebody says that it is enough; what
/// links lead to is somewhere else.
pub(super) fn under<T>(
    folder: &Path,
    deep: u32,
    tell: &mut dyn FnMut(&Path, &Held) -> ControlFlow<T>,
) -> ControlFlow<T> {
    match Held::at(folder) {
        Ok(held) => below((folder, &held), deep, tell),
        Err(_) => ControlFlow::Continue(()),
    }
}

fn below<T>(
    (path, folder): (&Path, &Held),
    deep: u32,
    tell: &mut dyn FnMut(&Path, &Held) -> ControlFlow<T>,
) -> ControlFlow<T> {
    let Some(deeper) = deep.checked_sub(1) else {
        return ControlFlow::Continue(());
    };
    for entry in folder.entries().into_iter().flatten().flatten() {
        let name = Path::new(std::ffi::OsStr::from_bytes(entry.file_name().to_bytes()));
        if [Path::new("."), Path::new("..")].contains(&name) {
            continue;
        }
        let Ok(held) = folder.within(name) else {
            continue;
        };
        let path = path.join(name);
        if held.is.is_dir() {
            below((&path, &held), deeper, tell)?;
        } else {
            tell(&path, &held)?;
        }
    }
    ControlFlow::Continue(())
}
