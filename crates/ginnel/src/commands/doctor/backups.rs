//! The backups: whether there is a fresh one.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use domain::UnixSeconds;

use crate::backups::backups_in;
use crate::findings::Finding;
use crate::settings::BackupSettings;

const WHAT: &str = "backup";
/// A night's backup and two hours.
const FRESH_SECONDS: i64 = 26 * 3_600;

/// How old the newest is.
pub(super) fn look(settings: &BackupSettings, now: UnixSeconds) -> Finding {
    if settings.recipients().is_err() {
        let mend = "make recovery keys offline (`ginnel-keys backup key`), and name them in \
            backup.recipients";
        return Finding::look(WHAT, "none is made: nobody could open one", mend);
    }
    let Some(folder) = &settings.folder else {
        let mend = "name the folder of the backups in backup.folder";
        return Finding::look(WHAT, "not looked at: where they lie is not said", mend);
    };
    match backups_in(folder) {
        Ok(backups) => newest(&backups, now),
        Err(error) => {
            let seen = format!("{}: {error}", folder.display());
            Finding::broken(WHAT, seen, "make the folder, for the server's user only")
        }
    }
}

fn newest(backups: &[PathBuf], now: UnixSeconds) -> Finding {
    let mend = "`systemctl status ginnel-backup` says why; `ginnel backup` makes one now";
    let Some(newest) = backups.iter().filter_map(|one| made(one)).max() else {
        return Finding::broken(WHAT, "there is none", mend);
    };
    let hours = now.0.saturating_sub(newest.0).max(0) / 3_600;
    let seen = format!("{} kept, the newest {hours} hours old", backups.len());
    if newest.plus(FRESH_SECONDS) < now {
        Finding::broken(WHAT, seen, mend)
    } else {
        Finding::well(WHAT, seen)
    }
}

fn made(file: &Path) -> Option<UnixSeconds> {
    let made = std::fs::metadata(file).and_then(|file| file.modified());
    let since = made.ok()?.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok().map(UnixSeconds)
}
