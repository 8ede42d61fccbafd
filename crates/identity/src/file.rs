//! `Open(ids, c)`: an age file with exactly one hybrid stanza, tried with several identities.

use std::cell::Cell;
use std::io::Read;
use std::iter;

use age::{DecryptError, Decryptor};
use age_core::format::{FileKey, Stanza};
use seal::Malformed;
use seal::hybrid::kem::TAG;
use zeroize::Zeroizing;

/// How random stanzas that exercise readers are named, those of the `age` crate among them.
pub(crate) const GREASE: &str = "grease";

/// Why something was not opened. The message is always the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// None of the identities opens it; it may be somebody else's.
    #[error("this could not be opened")]
    NotForUs,
    /// It was changed, or never was what it should be.
    #[error("this could not be opened")]
    Malformed,
    /// It opened, but names another installation, desk, week, object or lane.
    #[error("this could not be opened")]
    Misplaced,
    /// It opened, but nobody on the roster signed it.
    #[error("this could not be opened")]
    Unsigned,
    /// It opened, but is older than what was seen before.
    #[error("this could not be opened")]
    Older,
    /// It opened, but was not written together with what stands beside it.
    #[error("this could not be opened")]
    Mixed,
}

impl From<Malformed> for OpenError {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}

/// What was in an age file.
pub struct Opened {
    /// The plaintext.
    pub plaintext: Zeroizing<Vec<u8>>,
    /// Which of the identities opened it.
    pub by: usize,
}

/// Opens an age file, trying the identities in their order.
///
/// Strict: one hybrid stanza, and beside it nothing but grease. The sender chooses every byte.
pub fn open_file<I: age::Identity>(identities: &[&I], file: &[u8]) -> Result<Opened, OpenError> {
    let candidates = Candidates {
        identities,
        opened_by: Cell::new(None),
    };
    let reader = Decryptor::new_buffered(file)
        .and_then(|decryptor| decryptor.decrypt(iter::once(&candidates as &dyn age::Identity)));
    let mut reader = match reader {
        Ok(reader) => reader,
        Err(DecryptError::NoMatchingKeys) => return Err(OpenError::NotForUs),
        Err(_) => return Err(OpenError::Malformed),
    };
    let mut plaintext = Zeroizing::new(Vec::with_capacity(file.len()));
    reader
        .read_to_end(&mut plaintext)
        .map_err(|_| OpenError::Malformed)?;
    let by = candidates.opened_by.get().ok_or(OpenError::NotForUs)?;
    Ok(Opened { plaintext, by })
}

struct Candidates<'a, I> {
    identities: &'a [&'a I],
    opened_by: Cell<Option<usize>>,
}

impl<I: age::Identity> age::Identity for Candidates<'_, I> {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        let mut tries = self.identities.iter().enumerate();
        tries.find_map(|(by, identity)| {
            let outcome = identity.unwrap_stanza(stanza)?;
            self.opened_by.set(Some(by));
            Some(outcome)
        })
    }

    fn unwrap_stanzas(&self, stanzas: &[Stanza]) -> Option<Result<FileKey, DecryptError>> {
        let mut ours = stanzas
            .iter()
            .filter(|stanza| !stanza.tag.ends_with(GREASE));
        match (ours.next(), ours.next()) {
            (Some(stanza), None) if stanza.tag == TAG => self.unwrap_stanza(stanza),
            _ => Some(Err(DecryptError::InvalidHeader)),
        }
    }
}
