//! `Seal(R, m)`: an age v1 binary file with exactly one recipient stanza.

use std::io::Write;
use std::iter;

use age::Encryptor;

use crate::hybrid::Recipient;

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

fn encrypt(recipient: &Recipient, plaintext: &[u8]) -> Option<Vec<u8>> {
    let recipient: &dyn age::Recipient = recipient;
    let encryptor = Encryptor::with_recipients(iter::once(recipient)).ok()?;
    let mut file = Vec::with_capacity(plaintext.len().saturating_add(2_048));
    let mut writer = encryptor.wrap_output(&mut file).ok()?;
    writer.write_all(plaintext).ok()?;
    writer.finish().ok()?;
    Some(file)
}
