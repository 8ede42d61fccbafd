//! An authority's key: made once, on its organisation's own offline machine.

use std::path::Path;

use notes::{Authority, Signer, SigningKey};
use rand::{CryptoRng, RngCore};
use zeroize::Zeroizing;

use crate::files::{self, FileError};

/// Why there is no authority.
#[derive(Debug, thiserror::Error)]
pub enum AuthorityError {
    /// The name cannot stand on a signature line.
    #[error("an authority's name has no spaces and no plus sign, like west-yorkshire-police")]
    BadName,
    /// The file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// Makes an authority's key and writes its secret to a new file, mode 0600. Answers what others pin.
pub fn make<R: RngCore + CryptoRng>(
    name: &str,
    file: &Path,
    rng: &mut R,
) -> Result<Authority, AuthorityError> {
    let mut seed = Zeroizing::new([0; 32]);
    rng.fill_bytes(seed.as_mut_slice());
    let signer = Signer::new(name, SigningKey::from_seed(&seed));
    let signer = signer.map_err(|_| AuthorityError::BadName)?;
    // EXPOSE: this file is where the authority's key lives.
    let secret = Zeroizing::new(format!("{}\n", signer.to_secret_text()));
    files::write_secret(file, secret.as_bytes())?;
    Ok(signer.authority().clone())
}

/// Reads the secret that [`make`] wrote.
pub fn read(file: &Path) -> Result<Signer, FileError> {
    let text = files::read_text(file)?;
    Signer::parse_secret(text.trim_end_matches('\n')).map_err(|_| FileError::malformed(file))
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    use super::*;

    #[test]
    fn an_authority_reads_back_and_is_never_made_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("one.key");
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let one = make("council", &file, &mut rng).unwrap();
        assert_eq!(read(&file).unwrap().authority(), &one);
        assert!(matches!(
            make("council", &file, &mut rng),
            Err(AuthorityError::File(FileError::Exists(_)))
        ));
        assert_eq!(read(&file).unwrap().authority(), &one);
    }

    #[test]
    fn a_name_with_a_space_makes_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("one.key");
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        assert!(matches!(
            make("the council", &file, &mut rng),
            Err(AuthorityError::BadName)
        ));
        assert!(!file.exists());
    }
}
