//! The folder that backups lie in: which there are, and which are too old.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use domain::Day;

const BEGIN: &str = "ginnel-";
const END: &str = ".backup";
const UNFINISHED: &str = ".part";
/// A night without a backup happens; so many days without one before today may be a clock's leap.
const LATELY: i32 = 3;

/// Where a backup lies until it is whole.
pub(crate) fn unfinished(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(UNFINISHED);
    name.into()
}

/// A name that is free: the day's, with a number if there is one already.
pub(crate) fn free_name(folder: &Path, day: Day) -> Option<PathBuf> {
    let mut names = (1_u32..).map(|number| match number {
        1 => folder.join(format!("{BEGIN}{day}{END}")),
        _ => folder.join(format!("{BEGIN}{day}-{number}{END}")),
    });
    names.find(|name| !name.exists() && !unfinished(name).exists())
}

/// Every whole backup in the folder that was named for its day.
pub(crate) fn backups_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut backups = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if name.and_then(day_of).is_some() {
            backups.push(path);
        }
    }
    Ok(backups)
}

/// Deletes the backups of so many days ago and before, and what runs that were cut off left then.
/// Answers how many: none if there is none of the days just before today, since then the clock may have
/// leapt.
pub(crate) fn delete_old(folder: &Path, today: Day, keep_days: u16) -> io::Result<usize> {
    let mut dated = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.map(|name| name.strip_suffix(UNFINISHED).unwrap_or(name));
        dated.extend(name.and_then(day_of).map(|day| (day, path)));
    }
    let lately = today.plus(-LATELY)..today;
    if !dated.iter().any(|(day, _)| lately.contains(day)) {
        return Ok(0);
    }
    dated.retain(|(day, _)| *day <= today.plus(-i32::from(keep_days)));
    for (_, path) in &dated {
        fs::remove_file(path)?;
    }
    Ok(dated.len())
}

fn day_of(name: &str) -> Option<Day> {
    let rest = name.strip_prefix(BEGIN)?.strip_suffix(END)?;
    let (day, number) = rest.split_at_checked(10)?;
    let is_number = |text: &str| {
        text.strip_prefix('-')
            .is_some_and(|n| n.parse::<u32>().is_ok())
    };
    (number.is_empty() || is_number(number)).then(|| day.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_we_named_and_what_is_old_is_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let names = [
            "ginnel-2026-10-24.backup",
            "ginnel-2026-10-25.backup",
            "ginnel-2026-10-25-2.backup",
            "ginnel-2026-01-01.backup.part",
            "ginnel-2026-10-26.backup",
            "ginnel-2026-11-22.backup.part",
            "ginnel-2026-01-01-x.backup",
            "ginnel-2026-13-01.backup",
            "other-2026-01-01.backup",
        ];
        for name in names {
            fs::write(folder.path().join(name), b"").unwrap();
        }
        let today: Day = "2026-11-22".parse().unwrap();
        assert_eq!(delete_old(folder.path(), today, 28).unwrap(), 0, "a leap");
        let yesterday = folder.path().join("ginnel-2026-11-21.backup");
        fs::write(yesterday, b"").unwrap();
        assert_eq!(delete_old(folder.path(), today, 28).unwrap(), 4);
        let left = |name: &&str| folder.path().join(name).exists();
        let left: Vec<_> = names.iter().copied().filter(|name| left(name)).collect();
        assert_eq!(left, names[4..]);
        assert_eq!(backups_in(folder.path()).unwrap().len(), 2);
        let free = free_name(folder.path(), today).unwrap();
        assert!(free.ends_with("ginnel-2026-11-22-2.backup"));
    }
}
