//! Tips' files: whether there is room for more.

use std::path::Path;

use blobs::Objects;

use super::disk::told;
use crate::findings::Finding;
use crate::place::Place;
use crate::settings::S3Settings;

const WHAT: &str = "tips' files";
const STORAGE: &str = "storage of tips' files";
const MIB: u64 = 1 << 20;

/// How much of what they may take is taken, and what their storage tells of them.
pub(super) async fn look(place: &Place) -> Vec<Finding> {
    let settings = &place.settings.blobs;
    let folder = settings.folder.clone();
    let own = used(&folder.unwrap_or_else(|| place.folder.blobs()));
    let most = settings.most_mib.saturating_mul(MIB);
    let Some(s3) = &settings.s3 else {
        return vec![finding(own, most)];
    };
    match held(s3).await {
        Ok(held) => {
            let seen =
                "answers; whoever runs it sees to the second when each of today's files came";
            let all = finding(own.saturating_add(held), most);
            vec![all, Finding::well(STORAGE, seen)]
        }
        Err(error) => {
            let mend = "mend [blobs.s3]; until then tips come without files";
            vec![Finding::broken(STORAGE, error, mend)]
        }
    }
}

/// Bytes in the storage.
async fn held(s3: &S3Settings) -> Result<u64, String> {
    let storage = s3.storage().map_err(|error| error.to_string())?;
    let objects = Objects::of(&storage).map_err(|error| error.to_string())?;
    objects.held().await.map_err(|error| error.to_string())
}

/// Bytes of all files; a folder that was never made holds none.
fn used(folder: &Path) -> u64 {
    let days = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = days.flat_map(|day| {
        std::fs::read_dir(day.path())
            .into_iter()
            .flatten()
            .flatten()
    });
    let lengths = files.filter_map(|file| file.metadata().ok());
    lengths.map(|file| file.len()).fold(0, u64::saturating_add)
}

fn finding(used: u64, most: u64) -> Finding {
    let seen = format!("{} MiB of {} MiB", told(used), most / MIB);
    let mend = "give them more room: most_mib in [blobs]; or see who fills it, in the proxy";
    // The largest still has to fit.
    if used.saturating_add(65 * MIB) > most {
        Finding::broken(WHAT, format!("{seen}: files are refused"), mend)
    } else if used > most / 5 * 4 {
        Finding::look(WHAT, seen, mend)
    } else {
        Finding::well(WHAT, seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Verdict;

    #[test]
    fn room_that_fills_is_told_before_files_are_refused() {
        let most = 1_000 * MIB;
        let verdict = |used: u64| finding(used * MIB, most).verdict;
        assert_eq!(verdict(0), Verdict::Well);
        assert_eq!(verdict(801), Verdict::Look);
        assert_eq!(verdict(936), Verdict::Broken);
    }

    #[test]
    fn a_folder_that_was_never_made_holds_nothing() {
        assert_eq!(used(Path::new("/nowhere/blobs")), 0);
    }
}
