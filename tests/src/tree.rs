//! Searching every file under a folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::encodings::{Finding, Needles};

/// Where in the files under a folder, or in their names, the phrase is.
pub fn search_files(folder: &Path, needles: &Needles) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(path) = waiting.pop() {
        let name = path.display().to_string();
        findings.extend(found(needles, name.as_bytes(), &name));
        if path.is_dir() {
            waiting.extend(inside(&path));
        } else {
            // A file may go while we look: then it holds nothing.
            findings.extend(found(needles, &fs::read(&path).unwrap_or_default(), &name));
        }
    }
    findings
}

fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.flatten().map(|entry| entry.path()).collect()
}

fn found(needles: &Needles, bytes: &[u8], place: &str) -> Vec<Finding> {
    let dresses = needles.within(bytes).into_iter();
    dresses
        .map(|encoding| Finding {
            encoding,
            place: place.into(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_planted_deep_down_or_in_a_name_is_found_and_nothing_else() {
        let needles = Needles::of("one-phrase-planted-here");
        let folder = crate::scratch("tree");
        let deep = folder.join("a/b");
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("innocent"), "one phrase not planted here").unwrap();
        assert!(search_files(&folder, &needles).is_empty());
        fs::write(
            deep.join("planted"),
            hex::encode("xone-phrase-planted-herex"),
        )
        .unwrap();
        fs::write(folder.join("one-phrase-planted-here.txt"), "").unwrap();
        let mut found: Vec<_> = search_files(&folder, &needles);
        found.sort_by_key(|finding| finding.encoding);
        let found: Vec<_> = found.iter().map(|finding| finding.encoding).collect();
        assert_eq!(found, ["hex", "raw"]);
    }
}
