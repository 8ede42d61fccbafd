//! Files of a ceremony: never overwritten by accident, secrets readable by their owner only.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

const SECRET: u32 = 0o600;
const PUBLIC: u32 = 0o644;

/// Why a file could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Something stands there already, and is left as it is.
    #[error("{0} exists already and is left as it is")]
    Exists(PathBuf),
    /// Nothing is there.
    #[error("{0} is missing")]
    Missing(PathBuf),
    /// It is there, and not in the form this program writes.
    #[error("{0} is not in the expected form")]
    Malformed(PathBuf),
    /// The system refused.
    #[error("{path}: {cause}")]
    System {
        /// Which file.
        path: PathBuf,
        /// What it said.
        cause: std::io::Error,
    },
}

impl FileError {
    /// The same word for every file that does not read back.
    pub(crate) fn malformed(path: &Path) -> Self {
        Self::Malformed(path.into())
    }

    fn system(path: &Path, cause: std::io::Error) -> Self {
        let path = path.to_path_buf();
        match cause.kind() {
            ErrorKind::AlreadyExists => Self::Exists(path),
            ErrorKind::NotFound => Self::Missing(path),
            _ => Self::System { path, cause },
        }
    }
}

/// Makes a folder, and those above it, for its owner only. One that is there stays.
pub(crate) fn make_folder(path: &Path) -> Result<(), FileError> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.map_err(|cause| FileError::system(path, cause))
}

/// Writes a public file that must not be there yet.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    create(path, bytes, PUBLIC)
}

/// Writes a secret file, mode 0600, that must not be there yet.
pub(crate) fn write_secret(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    create(path, bytes, SECRET)
}

/// Writes a public file in place of the old one, whole or not at all.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    // A leftover of a run that was cut off is nobody's.
    let _ = fs::remove_file(&beside);
    write_new(&beside, bytes)?;
    fs::rename(&beside, path).map_err(|cause| FileError::system(path, cause))
}

/// Reads a file.
pub(crate) fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>, FileError> {
    let bytes = fs::read(path).map_err(|cause| FileError::system(path, cause))?;
    Ok(Zeroizing::new(bytes))
}

/// Reads a text file.
pub(crate) fn read_text(path: &Path) -> Result<Zeroizing<String>, FileError> {
    let text = std::str::from_utf8(&read(path)?).map(str::to_owned);
    let text = text.map_err(|_| FileError::malformed(path))?;
    Ok(Zeroizing::new(text))
}

/// Reads a text file; `None` if nothing is there.
pub(crate) fn read_if_there(path: &Path) -> Result<Option<Zeroizing<String>>, FileError> {
    match read_text(path) {
        Ok(text) => Ok(Some(text)),
        Err(FileError::Missing(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The names of the files in a folder, ascending; none if there is no folder.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>, FileError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(FileError::system(folder, cause)),
    };
    let mut names = entries
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<_>, std::io::Error>>()
        .map_err(|cause| FileError::system(folder, cause))?;
    names.sort_unstable();
    Ok(names)
}

/// Moves a file aside, to a name that is not taken.
pub(crate) fn set_aside(path: &Path, folder: &Path) -> Result<(), FileError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    make_folder(folder)?;
    let mut numbered = (1_u32..).map(|number| folder.join(format!("{name}.{number}")));
    let aside = numbered.find(|aside| !aside.exists());
    let aside = aside.ok_or_else(|| FileError::Exists(folder.into()))?;
    fs::rename(path, aside).map_err(|cause| FileError::system(path, cause))
}

/// Removes a file.
pub(crate) fn remove(path: &Path) -> Result<(), FileError> {
    fs::remove_file(path).map_err(|cause| FileError::system(path, cause))
}

fn create(path: &Path, bytes: &[u8], mode: u32) -> Result<(), FileError> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(path)
        .and_then(|mut file| flush(&mut file, bytes));
    written.map_err(|cause| FileError::system(path, cause))
}

fn flush(file: &mut File, bytes: &[u8]) -> std::io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_secret_is_readable_by_its_owner_only_and_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/secret");
        write_secret(&path, b"first").unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(matches!(
            write_secret(&path, b"second"),
            Err(FileError::Exists(_))
        ));
        assert_eq!(read(&path).unwrap().as_slice(), b"first");
    }

    #[test]
    fn a_file_is_replaced_even_after_a_run_that_was_cut_off() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("note");
        fs::write(folder.path().join("note.new"), "half").unwrap();
        replace(&path, b"whole").unwrap();
        assert_eq!(names(folder.path()).unwrap(), ["note"]);
        assert_eq!(read_text(&path).unwrap().as_str(), "whole");
    }

    #[test]
    fn what_is_not_there_is_no_error_where_it_may_be_missing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("none");
        assert!(read_if_there(&path).unwrap().is_none());
        assert!(names(&path).unwrap().is_empty());
        assert!(matches!(read(&path), Err(FileError::Missing(_))));
    }
}
