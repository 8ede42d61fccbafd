//! What lies in a folder, while a store that was closed is still putting its own files away.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Every file below a folder, with what is in it. A file that goes while we look may have gone
/// into one we read already (a write-ahead log into its database): then we look at all of it anew.
pub fn below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    for _ in 0..100 {
        match read(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            files => return files.unwrap(),
        }
    }
    panic!("files kept going from {}", folder.display());
}

fn read(folder: &Path) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            files.extend(read(&path)?);
        } else {
            let bytes = fs::read(&path)?;
            files.push((path, bytes));
        }
    }
    Ok(files)
}
