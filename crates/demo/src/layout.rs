//! Where the demonstration's files lie.
//!
//! What an operator would keep on several offline machines and drives lies beside the data folder's
//! own files, under `demo/`. That is what makes it a demonstration.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use domain::Year;

use crate::DemoError;

pub(crate) struct Layout {
    data: PathBuf,
}

impl Layout {
    pub(crate) fn at(data: &Path) -> Self {
        let data = data.into();
        Self { data }
    }

    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    pub(crate) fn settings(&self) -> PathBuf {
        self.data.join("ginnel.toml")
    }

    pub(crate) fn told(&self) -> PathBuf {
        self.data.join("DEMO.txt")
    }

    pub(crate) fn authority(&self, name: &str) -> PathBuf {
        self.below(&format!("{name}.key"))
    }

    pub(crate) fn ceremony(&self) -> PathBuf {
        self.below("ceremony")
    }

    pub(crate) fn custodian(&self, number: u8) -> PathBuf {
        self.below(&format!("custodian-{number}"))
    }

    pub(crate) fn auditor(&self, year: Year) -> PathBuf {
        self.below(&format!("auditor-{year}.key"))
    }

    pub(crate) fn canary(&self) -> PathBuf {
        self.below("canary.key")
    }

    pub(crate) fn officers(&self) -> PathBuf {
        self.below("officers.json")
    }

    pub(crate) fn imported(&self) -> PathBuf {
        self.below("imported.txt")
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.below("serve.log")
    }

    pub(crate) fn below(&self, name: &str) -> PathBuf {
        self.data.join("demo").join(name)
    }

    /// Makes the folders, for this user alone.
    pub(crate) fn create(&self) -> Result<(), DemoError> {
        let folder = self.data.join("demo");
        let made = DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&folder);
        made.map_err(|cause| at(&folder, cause))
    }
}

pub(crate) fn at(path: &Path, cause: io::Error) -> DemoError {
    let path = path.into();
    DemoError::File { path, cause }
}

/// Writes a file of mode 0600, whole or not at all.
pub(crate) fn write_private(path: &Path, text: &str) -> Result<(), DemoError> {
    let beside = path.with_extension("new");
    let _ = fs::remove_file(&beside);
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&beside)
        .and_then(|mut file| {
            file.write_all(text.as_bytes())
                .and_then(|()| file.sync_all())
        })
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(|cause| at(path, cause))
}

/// Reads a file; `None` if nothing is there.
pub(crate) fn read_if_there(path: &Path) -> Result<Option<String>, DemoError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(at(path, cause)),
    }
}

/// A folder that is not there afterwards, nor before.
pub(crate) struct Passing(PathBuf);

impl Passing {
    pub(crate) fn at(path: PathBuf) -> Self {
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
