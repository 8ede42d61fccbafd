//! The log of operations in files, as auditors get it from the operator.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use audit::{Checkpoint, LogTree};
use domain::wire::{LOG_FRAME_LEN, LogPage};
use ginnel::SystemClock;
use ginnel::commands::import;
use notes::Authority;
use storage::LogFrame;

use crate::ceremony::Ceremony;
use crate::installation::{Installation, now, today};
use crate::operator::{complained, ginnel, said};

/// More than one page, and not two.
const ENTRIES: u16 = 300;

/// An installation with a log.
fn logged() -> Installation {
    let installation = Installation::begun();
    let ceremony = Ceremony::with_triage(&[]).write(&installation);
    let opened = installation.opened();
    now(async {
        import(&opened, &ceremony, &SystemClock).await.unwrap();
        let frames = (0..ENTRIES).map(frame).collect();
        let year = today().year();
        opened.store.append_log(year, frames).await.unwrap();
    });
    installation
}

fn frame(number: u16) -> LogFrame {
    let mut bytes = vec![0; LOG_FRAME_LEN];
    bytes[..2].copy_from_slice(&number.to_be_bytes());
    LogFrame::try_from(bytes).unwrap()
}

/// The log's key, as the doctor tells it.
fn log_key(installation: &Installation) -> Authority {
    let told = said(&ginnel(installation, &["doctor", "--data", "DATA"]));
    let key = told.lines().find_map(|line| line.split_once("; its key: "));
    let (_, key) = key.unwrap_or_else(|| panic!("{told}"));
    key.trim().parse().unwrap()
}

fn pages(folder: &PathBuf) -> Vec<LogPage> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let mode = path.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    };
    paths.into_iter().map(read).collect()
}

#[test]
fn a_year_is_written_in_pages_that_its_key_vouches_for() {
    let installation = logged();
    let folder = installation.folder.path().join("pages");
    let (year, out) = (today().year().to_string(), folder.display().to_string());
    let command = ["log", "--data", "DATA", "--year", &year, "--out", &out];
    let done = ginnel(&installation, &command);
    assert!(done.status.success(), "{}", complained(&done));
    assert_eq!(said(&done), format!("{ENTRIES} entries of {year}\n"));
    let key = log_key(&installation);
    let (pages, mut tree) = (pages(&folder), LogTree::default());
    let lengths: Vec<_> = pages.iter().map(|page| page.entries.len()).collect();
    assert_eq!(lengths, [256, 44]);
    for entry in pages.iter().flat_map(|page| &page.entries) {
        tree.push(&LogFrame::try_from(entry.0.clone()).unwrap());
    }
    let whole = Checkpoint::of(&tree, key.name().into());
    for page in &pages {
        assert_eq!(Checkpoint::verify(&page.checkpoint, &key).unwrap(), whole);
    }
    // What was handed over once is not written over.
    let again = ginnel(&installation, &command);
    assert!(!again.status.success());
    let complaint = complained(&again);
    assert!(complaint.contains("pages: File exists"), "{complaint}");
}

#[test]
fn a_year_without_an_entry_is_one_page_that_says_so() {
    let installation = logged();
    let folder = installation.folder.path().join("pages");
    let out = folder.display().to_string();
    let command = ["log", "--data", "DATA", "--year", "2020", "--out", &out];
    let done = ginnel(&installation, &command);
    assert_eq!(said(&done), "0 entries of 2020\n", "{}", complained(&done));
    let pages = pages(&folder);
    assert_eq!((pages.len(), pages[0].entries.len()), (1, 0));
}
