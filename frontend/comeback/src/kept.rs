//! The phrase a reporter comes back with: drawn here, or typed and read here.

use domain::InstallationId;
use mailbox::reply_slot;
use phrase::{NotAPhrase, Phrase, PhraseKeys};
use rand::{CryptoRng, RngCore};
use seal::cbor::to_deterministic;
use seal::{Malformed, follow_up};
use zeroize::Zeroizing;

/// Draws a phrase: its eight words, and the same as eight groups of four digits.
pub fn draw_phrase<R: RngCore + CryptoRng>(rng: &mut R) -> [Zeroizing<String>; 2] {
    let phrase = Phrase::make(rng);
    [phrase.words(), phrase.digits()]
}

/// A phrase stretched. It does not print.
pub struct PhraseKept(PhraseKeys);

/// Why a phrase was not kept. What was typed is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// It is no phrase.
    #[error("no phrase")]
    NotAPhrase(NotAPhrase),
    /// The page names no installation.
    #[error("the page's settings cannot be believed")]
    Page,
}

impl PhraseKept {
    /// Reads a typed phrase and stretches it: some tenths of a second and 19 MiB.
    pub fn of(typed: &str, inst: &str) -> Result<Self, NotKept> {
        let phrase = Phrase::parse(typed).map_err(NotKept::NotAPhrase)?;
        let inst: InstallationId = inst.parse().map_err(|_| NotKept::Page)?;
        Ok(Self(PhraseKeys::derive(&phrase, inst)))
    }

    /// Every key of it.
    pub const fn keys(&self) -> &PhraseKeys {
        &self.0
    }

    /// What tips say of it, as the sealer reads it: CBOR `[thread, slot]`.
    pub fn said(&self) -> Result<Vec<u8>, Malformed> {
        // Whether a reply is safe is the form's to say.
        let slot = reply_slot(&self.0, false);
        let said = to_deterministic(&(self.0.thread(), slot))?;
        Ok(said.to_vec())
    }

    /// Its signature of one part of a tip, and of nothing else.
    pub fn sign(&self, part: &[u8]) -> Vec<u8> {
        follow_up::sign(part, &self.0.signing_key()).to_vec()
    }
}

impl NotKept {
    /// The word the page looks its text up by: `count`, `group-3`, `together`, `page`.
    pub fn key(self) -> String {
        match self {
            Self::NotAPhrase(NotAPhrase::Count) => "count".into(),
            Self::NotAPhrase(NotAPhrase::Group(number)) => format!("group-{number}"),
            Self::NotAPhrase(NotAPhrase::Together) => "together".into(),
            Self::Page => "page".into(),
        }
    }
}
