//! What is asked of the machine we run on, and of our own process.

use std::io;
use std::path::Path;

use domain::UnixSeconds;
use rustix::process::{DumpableBehavior, Resource, Rlimit};
use rustix::time::{ClockId, clock_gettime};

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

/// What kind of file system something lies on, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileSystem {
    /// On a disk of this machine, as far as can be told.
    Own,
    /// In memory.
    InMemory,
    /// On another machine.
    OfANetwork,
    /// In the layer that a container writes over its image.
    OfAnImage,
}

/// What the kernel calls file systems, in its `statfs`: <https://man7.org/linux/man-pages/man2/statfs.2.html>
const IN_MEMORY: [i64; 2] = [0x0102_1994, 0x8584_58f6];
const OF_A_NETWORK: [i64; 5] = [0x6969, 0xff53_4d42, 0xfe53_4d42, 0x517b, 0x0102_1997];
const OF_AN_IMAGE: i64 = 0x794c_7630;

/// The file system this folder lies on.
pub(crate) fn file_system(folder: &Path) -> io::Result<FileSystem> {
    Ok(kind(rustix::fs::statfs(folder)?.f_type))
}

fn kind(number: i64) -> FileSystem {
    if IN_MEMORY.contains(&number) {
        FileSystem::InMemory
    } else if OF_A_NETWORK.contains(&number) {
        FileSystem::OfANetwork
    } else if number == OF_AN_IMAGE {
        FileSystem::OfAnImage
    } else {
        FileSystem::Own
    }
}

/// The clock less the seconds this machine has been on.
pub(crate) fn clock_offset(now: UnixSeconds) -> i64 {
    let on = clock_gettime(ClockId::Boottime).tv_sec;
    now.0.saturating_sub(on)
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
    fn file_systems_that_do_not_last_are_known_by_their_numbers() {
        assert_eq!(kind(0x0102_1994), FileSystem::InMemory);
        assert_eq!(kind(0x6969), FileSystem::OfANetwork);
        assert_eq!(kind(0x794c_7630), FileSystem::OfAnImage);
        assert_eq!(kind(0xef53), FileSystem::Own);
        assert_eq!(
            file_system(Path::new("/dev/shm")).unwrap(),
            FileSystem::InMemory
        );
    }

    #[test]
    fn a_disk_has_no_more_room_free_than_it_has() {
        let room = room(Path::new("/")).unwrap();
        assert!(room.free <= room.whole && room.whole > 0, "{room:?}");
        assert!(super::room(Path::new("/nowhere/at/all")).is_err());
    }
}
