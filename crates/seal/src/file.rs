//! `Seal(R, m)`: an age v1 binary file with exactly one recipient stanza.

use std::io::Write;
use std::iter;

use age::Encryptor;
use age::secrecy::SecretString;

use crate::hybrid::Recipient;

/// Of scrypt, as a power of two.
const WORK_FACTOR: u8 = 15;

/// Why something could not be sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// It is longer than there is room for.
    #[error("there is no room for that much")]
    TooLong,
    /// The system or the browser gave no randomness.
    #[error("no randomness")]
    NoRandomness,
    /// It is not what may be sealed this way, such as a corruption tip to triage.
    #[error("this may not be sealed this way")]
    NotAllowed,
}

/// Seals bytes to one recipient. 1,672 to 1,849 bytes longer, by age's random grease stanza.
pub fn seal_file(recipient: &Recipient, plaintext: &[u8]) -> Result<Vec<u8>, SealError> {
    encrypt(recipient, plaintext).ok_or(SealError::NoRandomness)
}

/// Seals bytes so that they can be carried off the system and opened there by `age` and a passphrase,
/// which must be one that was drawn: guessing it costs 32 MiB a time and no more.
pub fn seal_with_passphrase(passphrase: &str, plaintext: &[u8]) -> Result<Vec<u8>, SealError> {
    let passphrase = SecretString::from(passphrase.to_owned());
    let mut recipient = age::scrypt::Recipient::new(passphrase);
    recipient.set_work_factor(WORK_FACTOR);
    encrypt(&recipient, plaintext).ok_or(SealError::NoRandomness)
}

fn encrypt(recipient: &dyn age::Recipient, plaintext: &[u8]) -> Option<Vec<u8>> {
    let encryptor = Encryptor::with_recipients(iter::once(recipient)).ok()?;
    let mut file = Vec::with_capacity(plaintext.len().saturating_add(2_048));
    let mut writer = encryptor.wrap_output(&mut file).ok()?;
    writer.write_all(plaintext).ok()?;
    writer.finish().ok()?;
    Some(file)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn opened(file: &[u8], passphrase: &str) -> Option<Vec<u8>> {
        let passphrase = SecretString::from(passphrase.to_owned());
        let identity = age::scrypt::Identity::new(passphrase);
        let decryptor = age::Decryptor::new(file).ok()?;
        let identity: &dyn age::Identity = &identity;
        let mut plaintext = Vec::new();
        let mut reader = decryptor.decrypt(iter::once(identity)).ok()?;
        reader.read_to_end(&mut plaintext).ok()?;
        Some(plaintext)
    }

    #[test]
    fn a_file_that_is_carried_away_opens_with_its_passphrase_alone() {
        let file = seal_with_passphrase("plum harbour ink", b"a list of names").unwrap();
        assert!(file.starts_with(b"age-encryption.org/v1\n-> scrypt "));
        let opened = |passphrase| opened(&file, passphrase);
        assert_eq!(opened("plum harbour ink").unwrap(), b"a list of names");
        assert_eq!(opened("plum harbour"), None);
    }
}
