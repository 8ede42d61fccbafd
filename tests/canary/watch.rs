//! Looks at the staging files while they exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use domain::FRAME_LEN;

use crate::bare::Bare;
use crate::planted::Planted;

const A_MOMENT: Duration = Duration::from_millis(20);

/// What was seen of files that are gone since.
#[derive(Default)]
pub struct Watched {
    /// What of the planted was in them.
    pub findings: Vec<String>,
    /// The bare four bytes in them.
    pub bare: Bare,
    /// Files that held at least one frame.
    pub files: BTreeSet<String>,
}

/// Reads every file of a folder again and again until told to stop.
pub fn watch(folder: &Path, planted: &Planted, over: &AtomicBool) -> Watched {
    let mut watched = Watched::default();
    while !over.load(Ordering::Acquire) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            // A window may be over while we look at it.
            let Ok(bytes) = fs::read(entry.path()) else {
                continue;
            };
            let name = entry.path().display().to_string();
            watched.findings.extend(planted.within(&bytes, &name));
            watched.bare.search(&bytes, &name);
            if bytes.len() >= FRAME_LEN {
                watched.files.insert(name);
            }
        }
        sleep(A_MOMENT);
    }
    watched
}
