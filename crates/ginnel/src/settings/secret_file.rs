//! Settings name files that hold secrets; they never hold one themselves.

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Why a secret was not read. Never says what is in the file.
#[derive(Debug, thiserror::Error)]
pub enum SecretFileError {
    /// The file cannot be read.
    #[error("{} cannot be read: {cause}", .path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// Other users can read it.
    #[error("{} can be read by other users: chmod 600 it", .0.display())]
    Open(PathBuf),
    /// It does not hold exactly one line of text.
    #[error("{} must hold one line of text and nothing else", .0.display())]
    NotOneLine(PathBuf),
}

/// The path of a file of mode 0600 that holds one secret line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SecretFile(PathBuf);

impl SecretFile {
    /// The file with this path.
    pub const fn at(path: PathBuf) -> Self {
        Self(path)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Takes a relative path as relative to this folder.
    pub(super) fn resolve(&mut self, folder: &Path) {
        self.0 = folder.join(&self.0);
    }

    /// Reads the line; refuses a file that other users can read.
    pub fn read(&self) -> Result<SecretString, SecretFileError> {
        let unreadable = |cause| SecretFileError::Unreadable {
            path: self.0.clone(),
            cause,
        };
        if !is_private(&self.0).map_err(unreadable)? {
            return Err(SecretFileError::Open(self.0.clone()));
        }
        let text = Zeroizing::new(std::fs::read_to_string(&self.0).map_err(unreadable)?);
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        match (lines.next(), lines.next()) {
            (Some(line), None) => Ok(SecretString::from(line.trim())),
            _ => Err(SecretFileError::NotOneLine(self.0.clone())),
        }
    }
}

/// Whether nobody but the owner can reach what is there.
#[cfg(unix)]
pub(crate) fn is_private(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path)?.permissions().mode();
    Ok(mode.trailing_zeros() >= 6)
}

/// Whether nobody but the owner can reach what is there; nobody knows on such systems.
#[cfg(not(unix))]
pub(crate) fn is_private(path: &Path) -> std::io::Result<bool> {
    std::fs::metadata(path).map(|_| true)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use secrecy::ExposeSecret;

    use super::*;

    fn holding(text: &str, mode: u32) -> (SecretFile, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(mode)).unwrap();
        (SecretFile(path), folder)
    }

    #[test]
    fn one_line_is_read_and_never_prints() {
        let (file, _folder) = holding("hunter-2\n", 0o600);
        let secret = file.read().unwrap();
        // EXPOSE: this is what was written.
        assert_eq!(secret.expose_secret(), "hunter-2");
        for printed in [format!("{secret:?}"), format!("{file:?}")] {
            assert!(!printed.contains("hunter-2"), "{printed}");
        }
    }

    #[test]
    fn what_others_can_read_and_what_is_not_one_line_is_refused_without_saying_it() {
        for mode in [0o640, 0o604, 0o610] {
            let (file, _folder) = holding("hunter-2\n", mode);
            assert!(matches!(file.read(), Err(SecretFileError::Open(_))));
        }
        for text in ["", "\n\n", "hunter-2\nhunter-3\n"] {
            let (file, _folder) = holding(text, 0o600);
            let refused = file.read().unwrap_err().to_string();
            assert!(refused.contains("one line") && !refused.contains("hunter"));
        }
        let absent = SecretFile("/nowhere/at/all".into()).read();
        assert!(matches!(absent, Err(SecretFileError::Unreadable { .. })));
    }
}
