//! `cargo xtask site --check-reproducible`: whoever builds this commit gets the same files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::shell::{Failure, cargo, program, run};
use crate::stage::{say, stage};
use crate::{needs, place};

/// Folders of two lengths: whatever names the folder it was built in shows.
const FOLDERS: [&str; 2] = ["one", "another/much-longer-way-to-the-same"];

/// A site's files by their path.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Builds the last commit's site twice, each from nothing in a folder of its own, and compares all.
pub(crate) fn check() -> Result<(), Failure> {
    stage("this machine", "seconds", || {
        needs::disk(6)?;
        needs::wasm_target()
    })?;
    let base = place::target().join("reproducible");
    clear(&base)?;
    let folders = FOLDERS.map(|folder| base.join(folder));
    // Both now: somebody may commit while the first is built.
    folders.iter().try_for_each(|folder| copy(folder))?;
    let mut sites = Vec::new();
    for (number, folder) in folders.iter().enumerate() {
        let name = format!("clean build {}", number + 1);
        sites.push(stage(&name, "about 10 min", || build(folder))?);
    }
    let different = differences(&sites);
    clear(&base)?;
    let files = sites.first().map_or(0, BTreeMap::len);
    if different.is_empty() && files > 0 {
        say(&format!("\nAll {files} files of both sites are the same."));
        return Ok(());
    }
    let different: Vec<String> = different
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    Err(Failure::new(format!(
        "these files differ between the two builds:\n  {}",
        different.join("\n  ")
    )))
}

/// Clones the last commit.
fn copy(folder: &Path) -> Result<(), Failure> {
    run(program("git")
        .args(["clone", "--quiet", "--no-hardlinks"])
        .arg(place::root())
        .arg(folder))
}

/// Builds the site in this folder, answers its files, and leaves nothing.
fn build(folder: &Path) -> Result<Files, Failure> {
    run(cargo(["xtask", "site"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target")))?;
    let site = folder.join("target/site");
    let mut files = Files::new();
    read(&site, &site, &mut files).map_err(|error| failed(&site, &error))?;
    // What they were built of takes much room.
    clear(folder)?;
    Ok(files)
}

/// The paths that not every site has alike.
fn differences(sites: &[Files]) -> BTreeSet<PathBuf> {
    let paths: BTreeSet<&PathBuf> = sites.iter().flat_map(BTreeMap::keys).collect();
    let alike = |path: &PathBuf| {
        let mut contents = sites.iter().map(|site| site.get(path));
        let first = contents.next();
        contents.all(|content| Some(content) == first)
    };
    let different = paths.into_iter().filter(|path| !alike(path));
    different.cloned().collect()
}

fn read(root: &Path, folder: &Path, files: &mut Files) -> io::Result<()> {
    for item in fs::read_dir(folder)? {
        let path = item?.path();
        if path.is_dir() {
            read(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).to_path_buf();
            files.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

fn clear(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(folder, &error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Files {
        let file = |(path, text): &(&str, &str)| (PathBuf::from(path), text.as_bytes().to_vec());
        files.iter().map(file).collect()
    }

    #[test]
    fn a_file_that_differs_or_is_in_one_site_only_is_named() {
        let one = site(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(differences(&[one.clone(), one.clone()]).is_empty());
        let other = site(&[("a", "1"), ("b", "changed"), ("d", "4")]);
        let different = differences(&[one, other]);
        let named: Vec<&str> = different.iter().filter_map(|path| path.to_str()).collect();
        assert_eq!(named, ["b", "c", "d"]);
    }
}
