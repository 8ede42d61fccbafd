//! The staging folder: windows that were damaged, and such that do not get into the store.

use std::ffi::OsStr;
use std::path::Path;
use std::time::UNIX_EPOCH;

use domain::UnixSeconds;

use crate::findings::Finding;

const WHAT: &str = "staging";
/// No window is open for longer than ten minutes.
const LATE_SECONDS: i64 = 3_600;

/// What lies there.
pub(super) fn look(folder: &Path, now: UnixSeconds) -> Finding {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()),
        Err(error) => {
            let mend = "let the server's user write there; the server makes it when it starts";
            return Finding::broken(WHAT, format!("{}: {error}", folder.display()), mend);
        }
    };
    let (mut damaged, mut late) = (0_u32, 0_u32);
    for file in entries {
        match file.extension().and_then(OsStr::to_str) {
            Some("damaged") => damaged = damaged.saturating_add(1),
            Some("window") if is_late(&file, now) => late = late.saturating_add(1),
            _ => {}
        }
    }
    if damaged > 0 {
        let mend = "look at the disk (`smartctl`, `dmesg`); what could be read of the window is in the \
            store, and nobody can read the rest; the server deletes the file 28 days after the last \
            frame came";
        Finding::broken(
            WHAT,
            format!("{damaged} damaged windows were set aside"),
            mend,
        )
    } else if late > 0 {
        let mend = "the server's log says why it could not bring them in; it tries at each window";
        Finding::broken(
            WHAT,
            format!("{late} windows are not in the store for an hour"),
            mend,
        )
    } else {
        Finding::well(WHAT, "nothing damaged, nothing late")
    }
}

fn is_late(file: &Path, now: UnixSeconds) -> bool {
    let written = std::fs::metadata(file).and_then(|file| file.modified());
    let since = written
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let seconds = since.and_then(|since| i64::try_from(since.as_secs()).ok());
    seconds.is_some_and(|written| UnixSeconds(written).plus(LATE_SECONDS) < now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Verdict;

    #[test]
    fn a_window_that_is_damaged_or_late_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| std::fs::write(folder.path().join(name), b"").unwrap();
        let now = || {
            let made = std::fs::metadata(folder.path())
                .unwrap()
                .modified()
                .unwrap();
            let since = made.duration_since(UNIX_EPOCH).unwrap().as_secs();
            UnixSeconds(i64::try_from(since).unwrap())
        };
        let verdict = |after: i64| look(folder.path(), now().plus(after)).verdict;
        file("00.window");
        file("00.window-wal");
        assert_eq!(verdict(60), Verdict::Well);
        assert_eq!(verdict(LATE_SECONDS + 60), Verdict::Broken);
        file("11.damaged");
        assert_eq!(verdict(60), Verdict::Broken);
        assert_eq!(look(Path::new("/nowhere"), now()).verdict, Verdict::Broken);
    }
}
