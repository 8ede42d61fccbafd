//! The phrase a reporter comes back with: drawn here, or typed and read here.

use domain::InstallationId;
use mailbox::Mailbox;
use phrase::{NotAPhrase, Phrase, PhraseKeys};
use rand::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// Draws a phrase: its eight words, and the same as eight groups of four digits.
pub fn draw_phrase<R: RngCore + CryptoRng>(rng: &mut R) -> [Zeroizing<String>; 2] {
    let phrase = Phrase::make(rng);
    [phrase.words(), phrase.digits()]
}

/// A phrase stretched, and its mailbox. It does not print.
pub struct PhraseKept {
    pub(crate) keys: PhraseKeys,
    mailbox: Mailbox,
}

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
        let keys = PhraseKeys::derive(&phrase, inst);
        let mailbox = Mailbox::of(&keys);
        Ok(Self { keys, mailbox })
    }

    /// What opens the replies to it.
    pub fn mailbox(&self) -> &Mailbox {
        &self.mailbox
    }

    /// The eight tokens to ask with, one after the other.
    pub fn tokens(&self) -> Zeroizing<Vec<u8>> {
        self.mailbox.request()
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
