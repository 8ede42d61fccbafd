//! Where a proxy could have put a body: files of its folder, and files it holds open, the unlinked
//! ones too.

use std::fs;
use std::path::{Path, PathBuf};

use memchr::memmem;
use tests::{Needles, search_files};

/// The files that hold the phrase: under these folders, or open in the process or its children.
pub fn spooled(process: u32, folders: &[&Path], phrase: &str) -> Vec<String> {
    let needles = Needles::of(phrase);
    let mut places: Vec<String> = folders
        .iter()
        .flat_map(|folder| search_files(folder, &needles))
        .map(|finding| finding.place)
        .collect();
    let held = family(process).into_iter().flat_map(open_files);
    let holds = |file: &PathBuf| {
        let bytes = fs::read(file).unwrap_or_default();
        memmem::find(&bytes, phrase.as_bytes()).is_some()
    };
    places.extend(held.filter(holds).map(|file| file.display().to_string()));
    places
}

/// A process and everything it has started.
fn family(process: u32) -> Vec<u32> {
    let mut family = vec![process];
    let mut next = 0;
    while let Some(one) = family.get(next) {
        let list = format!("/proc/{one}/task/{one}/children");
        let list = fs::read_to_string(list).unwrap_or_default();
        family.extend(
            list.split_whitespace()
                .filter_map(|id| id.parse::<u32>().ok()),
        );
        next += 1;
    }
    family
}

/// What a process holds open that is a file and no device, readable even when it has no name.
fn open_files(process: u32) -> Vec<PathBuf> {
    let folder = fs::read_dir(format!("/proc/{process}/fd"));
    let entries = folder.into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .filter(|path| fs::metadata(path).is_ok_and(|file| file.is_file()))
        .collect()
}

/// An open file without a name is found, or the tests of this folder would prove nothing.
pub fn an_unlinked_file_that_is_still_open_is_found<Shared>(_: &Shared) {
    let folder = tests::scratch("spool");
    let phrase = "a-phrase-in-a-file-without-a-name";
    let path = folder.join("body");
    fs::write(&path, phrase).expect("a scratch folder can be written");
    let held = fs::File::open(&path).expect("it was just written");
    fs::remove_file(&path).expect("it was just written");
    let own = std::process::id();
    assert_eq!(spooled(own, &[&folder], phrase).len(), 1);
    drop(held);
    assert!(spooled(own, &[&folder], phrase).is_empty());
}
