//! Mails as files in a folder, for a demonstration.

use std::io::Write;
use std::path::{Path, PathBuf};

use async_trait::async_trait;

use crate::{Letter, Post, PostError};

/// A folder that takes every mail as one `.eml` file, readable for this user alone.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// Names a folder; it is made when the first mail comes.
    pub fn at(path: &Path) -> Self {
        Self(path.into())
    }

    fn create(&self) -> std::io::Result<()> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.0)
    }

    /// Named by the mail's own random id; whole or not at all.
    fn keep(&self, letter: &Letter) -> std::io::Result<()> {
        self.create()?;
        let name = letter.id();
        let beside = self.0.join(format!("{name}.new"));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&beside)?.write_all(letter.as_bytes())?;
        std::fs::rename(beside, self.0.join(format!("{name}.eml")))
    }
}

#[async_trait]
impl Post for Folder {
    async fn post(&self, letters: &[Letter]) -> Vec<Result<(), PostError>> {
        let kept = letters.iter().map(|letter| self.keep(letter));
        kept.map(|done| done.map_err(|_| PostError::Folder))
            .collect()
    }

    async fn check(&self) -> Result<(), PostError> {
        self.create().map_err(|_| PostError::Folder)
    }
}

#[cfg(test)]
mod tests {
    use domain::UnixSeconds;
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    use super::*;
    use crate::Address;

    #[tokio::test]
    async fn every_mail_is_a_file_of_its_own_for_this_user_alone() {
        use std::os::unix::fs::PermissionsExt;
        let outer = tempfile::tempdir().unwrap();
        let path = outer.path().join("mail");
        let folder = Folder::at(&path);
        folder.check().await.unwrap();
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let to: Address = "leeds@example.org".parse().unwrap();
        let letters: Vec<_> = (0..3)
            .map(|_| Letter::make(&to, &to, UnixSeconds(0), &mut rng))
            .collect();
        assert_eq!(folder.post(&letters).await, [Ok(()), Ok(()), Ok(())]);
        let files = std::fs::read_dir(&path).unwrap().map(|file| file.unwrap());
        let mut found = Vec::new();
        for file in files {
            assert_eq!(file.path().extension().unwrap(), "eml");
            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0);
            found.push(std::fs::read(file.path()).unwrap());
        }
        assert_eq!(found.len(), 3);
        assert!(
            letters
                .iter()
                .all(|one| found.contains(&one.as_bytes().to_vec()))
        );
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_is_said() {
        let folder = Folder::at(Path::new("/dev/null/mail"));
        assert_eq!(folder.check().await, Err(PostError::Folder));
    }
}
