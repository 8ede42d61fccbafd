//! What is asked of the machine we run on, and of our own process.

use std::io;
use std::path::Path;

use rustix::process::{DumpableBehavior, Resource, Rlimit};

/// Room on a disk, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Room {
    /// What we may still write.
    pub(crate) free: u64,
    /// All there is.
    pub(crate) whole: u64,
}

/// The room on the disk this folder lies on.
pub(crate) fn room(folder: &Path) -> io::Result<Room> {
    let disk = rustix::fs::statvfs(folder)?;
    Ok(Room {
        free: disk.f_bavail.saturating_mul(disk.f_frsize),
        whole: disk.f_blocks.saturating_mul(disk.f_frsize),
    })
}

/// From now on a crash of this process leaves no image of its memory: neither a file, nor a pipe to a
/// collector of images, which the limit alone would not stop.
pub(crate) fn leave_no_core() -> io::Result<()> {
    rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // A sandbox may have set it before us and forbidden us to.
    if rustix::process::getrlimit(Resource::Core) != none {
        rustix::process::setrlimit(Resource::Core, none)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_leaves_no_core_says_so_itself() {
        leave_no_core().unwrap();
        let limit = rustix::process::getrlimit(Resource::Core);
        assert_eq!((limit.current, limit.maximum), (Some(0), Some(0)));
        let dumpable = rustix::process::dumpable_behavior().unwrap();
        assert_eq!(dumpable, DumpableBehavior::NotDumpable);
    }

    #[test]
    fn a_disk_has_no_more_room_free_than_it_has() {
        let room = room(Path::new("/")).unwrap();
        assert!(room.free <= room.whole && room.whole > 0, "{room:?}");
        assert!(super::room(Path::new("/nowhere/at/all")).is_err());
    }
}
