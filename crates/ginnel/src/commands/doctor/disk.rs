//! The disks: room for what comes and for the nightly rewrite, and whether they keep what is written.

use std::path::Path;

use crate::findings::Finding;
use crate::machine::{self, FileSystem, Room};
use crate::place::Place;

/// With less no tip could be sure to find room until somebody looks.
const LEAST: u64 = 256 << 20;
const MIB: u64 = 1 << 20;
/// Room is told in steps of so much, as in the metrics: what the doctor finds each hour stays in the
/// journal, and less would count tips.
const STEP: u64 = 64 << 20;

/// Each folder that is written to.
pub(super) fn look(place: &Place) -> Vec<Finding> {
    let data = place.folder.path();
    let mut findings = on_disk("disk of the data", data, held(data));
    if let Some(backups) = &place.settings.backup.folder {
        findings.extend(on_disk("disk of the backups", backups, held(data)));
    }
    findings
}

fn on_disk(what: &'static str, folder: &Path, held: u64) -> Vec<Finding> {
    let room = match machine::room(folder) {
        Ok(found) => room(what, found, held),
        Err(error) => Finding::broken(what, error.to_string(), "let the server's user reach it"),
    };
    let lasting = machine::file_system(folder)
        .ok()
        .and_then(|kind| lasting(what, kind));
    [Some(room), lasting].into_iter().flatten().collect()
}

/// How large the store is: what the nightly rewrite and a backup need once more.
fn held(data: &Path) -> u64 {
    let entries = std::fs::read_dir(data).into_iter().flatten().flatten();
    let lengths = entries.filter_map(|entry| entry.metadata().ok());
    let files = lengths.filter(std::fs::Metadata::is_file);
    files.map(|file| file.len()).fold(0, u64::saturating_add)
}

fn room(what: &'static str, Room { free, whole }: Room, held: u64) -> Finding {
    // The rewrite makes a copy, and its log grows as large.
    let needed = held.saturating_mul(2).saturating_add(LEAST);
    let seen = format!("{} MiB free of {} MiB", told(free), told(whole));
    let mend = "make room: `journalctl --disk-usage`, old backups; or a bigger disk";
    if free < needed {
        let seen = format!("{seen}; the nightly rewrite needs {} MiB", told(needed));
        Finding::broken(what, seen, mend)
    } else if free.saturating_mul(5) < whole {
        Finding::look(what, seen, mend)
    } else {
        Finding::well(what, seen)
    }
}

/// MiB, in whole steps.
pub(super) const fn told(bytes: u64) -> u64 {
    (bytes - bytes % STEP) / MIB
}

/// What is wrong with keeping things on such a file system.
fn lasting(what: &'static str, kind: FileSystem) -> Option<Finding> {
    match kind {
        FileSystem::Own => None,
        FileSystem::InMemory => {
            let mend = "put it on a disk: what is here is gone when the machine stops";
            Some(Finding::broken(what, "lies in memory", mend))
        }
        FileSystem::OfANetwork => {
            let mend =
                "put it on a disk of this machine: locks and fsync do not hold over a network";
            Some(Finding::broken(what, "lies on another machine", mend))
        }
        FileSystem::OfAnImage => {
            let mend = "give the container a volume: what is here goes with it";
            Some(Finding::look(what, "lies in a container's own layer", mend))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Verdict;

    fn verdict(free: u64, whole: u64, held: u64) -> Verdict {
        let room = Room { free, whole };
        super::room("disk", room, held).verdict
    }

    #[test]
    fn a_disk_that_fills_is_told_before_the_nightly_rewrite_finds_no_room() {
        let gib = 1 << 30;
        assert_eq!(verdict(30 * gib, 100 * gib, gib), Verdict::Well);
        assert_eq!(verdict(19 * gib, 100 * gib, gib), Verdict::Look);
        assert_eq!(verdict(30 * gib, 100 * gib, 15 * gib), Verdict::Broken);
        assert_eq!(verdict(LEAST - 1, gib, 0), Verdict::Broken);
    }

    #[test]
    fn what_would_not_last_is_told() {
        let verdict = |kind| lasting("disk", kind).map(|finding| finding.verdict);
        assert_eq!(verdict(FileSystem::Own), None);
        assert_eq!(verdict(FileSystem::InMemory), Some(Verdict::Broken));
        assert_eq!(verdict(FileSystem::OfANetwork), Some(Verdict::Broken));
        assert_eq!(verdict(FileSystem::OfAnImage), Some(Verdict::Look));
    }

    #[test]
    fn a_folder_that_cannot_be_reached_is_broken() {
        let findings = on_disk("disk", Path::new("/nowhere/at/all"), 0);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].verdict, Verdict::Broken);
    }
}
