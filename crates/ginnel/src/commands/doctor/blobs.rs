//! Tips' files: whether there is room for more.

use std::path::Path;

use domain::Day;

use super::disk::told;
use crate::findings::Finding;
use crate::place::Place;
use crate::settings::{BlobSettings, S3Settings};

const WHAT: &str = "tips' files";
const STORAGE: &str = "storage of tips' files";
const MIB: u64 = 1 << 20;

/// How much of what they may take is taken, and what their storage tells of them.
pub(super) async fn look(place: &Place, today: Day) -> Vec<Finding> {
    let settings = &place.settings.blobs;
    let folder = settings.folder.clone();
    let folder = folder.unwrap_or_else(|| place.folder.blobs());
    let own = Used {
        all: used(&folder, |_| true),
        today: used(&folder, |day| day.starts_with(&today.to_string())),
    };
    let Some(s3) = &settings.s3 else {
        return vec![finding(own, settings)];
    };
    match held(s3, today).await {
        Ok([all, today]) => {
            let all = Used {
                all: own.all.saturating_add(all),
                today: own.today.saturating_add(today),
            };
            let seen =
                "answers; whoever runs it sees to the second when each of today's files came";
            vec![finding(all, settings), Finding::well(STORAGE, seen)]
        }
        Err(error) => {
            let mend = "mend [blobs.s3]; until then tips come without files";
            vec![Finding::broken(STORAGE, error, mend)]
        }
    }
}

/// Bytes.
#[derive(Clone, Copy)]
struct Used {
    all: u64,
    today: u64,
}

/// Bytes in the storage: all, and today's.
async fn held(s3: &S3Settings, today: Day) -> Result<[u64; 2], String> {
    let objects = s3.objects().map_err(|error| error.to_string())?;
    objects.held(today).await.map_err(|error| error.to_string())
}

/// Bytes of all files of such days; a folder that was never made holds none.
fn used(folder: &Path, such: impl Fn(&str) -> bool) -> u64 {
    let days = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let days = days.filter(|day| day.file_name().to_str().is_some_and(&such));
    let files = days.flat_map(|day| {
        std::fs::read_dir(day.path())
            .into_iter()
            .flatten()
            .flatten()
    });
    let lengths = files.filter_map(|file| file.metadata().ok());
    lengths.map(|file| file.len()).fold(0, u64::saturating_add)
}

fn finding(used: Used, settings: &BlobSettings) -> Finding {
    let (most, most_a_day) = (settings.most_mib, settings.most_a_day_mib);
    let seen = format!(
        "{} MiB of {most} MiB, today {} MiB of {most_a_day} MiB",
        told(used.all),
        told(used.today)
    );
    let mend = "give them more room: most_mib and most_a_day_mib in [blobs]; or see who fills it, in the proxy";
    // The largest still has to fit.
    let is_full = |used: u64, most: u64| used.saturating_add(65 * MIB) > most.saturating_mul(MIB);
    let is_filling = |used: u64, most: u64| used > most.saturating_mul(MIB) / 5 * 4;
    if is_full(used.all, most) {
        Finding::broken(WHAT, format!("{seen}: files are refused"), mend)
    } else if is_full(used.today, most_a_day) || is_filling(used.today, most_a_day) {
        Finding::look(WHAT, format!("{seen}: today's room is nearly taken"), mend)
    } else if is_filling(used.all, most) {
        Finding::look(WHAT, seen, mend)
    } else {
        Finding::well(WHAT, seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Verdict;

    fn verdict(all: u64, today: u64) -> Verdict {
        let settings = BlobSettings {
            most_mib: 1_000,
            most_a_day_mib: 300,
            ..BlobSettings::default()
        };
        let used = Used {
            all: all * MIB,
            today: today * MIB,
        };
        finding(used, &settings).verdict
    }

    #[test]
    fn room_that_fills_is_told_before_files_are_refused() {
        assert_eq!(verdict(0, 0), Verdict::Well);
        assert_eq!(verdict(801, 0), Verdict::Look);
        assert_eq!(verdict(936, 0), Verdict::Broken);
    }

    #[test]
    fn a_day_that_fills_is_told() {
        assert_eq!(verdict(235, 235), Verdict::Well);
        assert_eq!(verdict(236, 236), Verdict::Look);
    }

    #[test]
    fn a_folder_that_was_never_made_holds_nothing() {
        assert_eq!(used(Path::new("/nowhere/blobs"), |_| true), 0);
    }
}
