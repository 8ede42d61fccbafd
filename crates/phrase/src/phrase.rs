//! Eight numbers that people can write down.

use std::fmt;

use notes::fingerprint::word_list;
use rand::{CryptoRng, Rng, RngCore};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::read::{self, NotAPhrase};

/// Words, or groups of four digits, of a phrase.
pub const GROUPS: usize = 8;

/// Words on the list.
pub(crate) const WORDS: u16 = 7_776;

/// One phrase in so many is one: a word misread shows with 15 chances in 16.
const CHECK: u8 = 16;

/// A phrase: 99 bits that a reporter keeps, and a typing check of 4.
///
/// Wiped when dropped. It does not print.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Phrase([u16; GROUPS]);

impl Phrase {
    /// Draws a phrase.
    ///
    /// The four words of the list with a hyphen are left out, so that one can stand for a space.
    pub fn make<R: RngCore + CryptoRng>(rng: &mut R) -> Self {
        loop {
            let drawn = Self([(); GROUPS].map(|()| rng.gen_range(0..WORDS)));
            if drawn.belongs_together() && !drawn.words().contains('-') {
                return drawn;
            }
        }
    }

    /// Reads what somebody typed: words or digits, in any of the ways [`NotAPhrase`] does not name.
    ///
    /// Case, spaces, hyphens, commas and numbers before the words do not count; digits may be European,
    /// Arabic-Indic, Persian and Urdu, Gurmukhi or Bengali, and their groups may come last first, as a
    /// line of them is read in a text that runs the other way.
    pub fn parse(typed: &str) -> Result<Self, NotAPhrase> {
        read::read(typed)
    }

    /// The phrase of these numbers, if each is on the list and they belong together.
    pub(crate) fn of(numbers: [u16; GROUPS]) -> Option<Self> {
        let phrase = Self(numbers);
        let listed = phrase.0.iter().all(|number| *number < WORDS);
        (listed && phrase.belongs_together()).then_some(phrase)
    }

    /// The same numbers, last first.
    pub(crate) fn turned(mut numbers: [u16; GROUPS]) -> [u16; GROUPS] {
        numbers.reverse();
        numbers
    }

    /// Eight words with a space between.
    pub fn words(&self) -> Zeroizing<String> {
        joined(self.0.iter().map(|number| {
            let word = word_list().nth(usize::from(*number));
            Zeroizing::new(word.unwrap_or_default().to_owned())
        }))
    }

    /// Eight groups of four digits with a space between.
    pub fn digits(&self) -> Zeroizing<String> {
        joined(
            self.0
                .iter()
                .map(|number| Zeroizing::new(format!("{number:04}"))),
        )
    }

    /// Sixteen bytes: what the keys are derived of.
    pub(crate) fn to_bytes(&self) -> Zeroizing<[u8; 2 * GROUPS]> {
        let mut bytes = Zeroizing::new([0; 2 * GROUPS]);
        for (pair, number) in bytes.chunks_exact_mut(2).zip(&self.0) {
            pair.copy_from_slice(&number.to_be_bytes());
        }
        bytes
    }

    fn belongs_together(&self) -> bool {
        let hash = Sha256::digest(self.to_bytes().as_slice());
        hash.first().is_some_and(|first| *first < CHECK)
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phrase(..)")
    }
}

/// Room for the longest phrase, so that growing leaves no copies behind.
const TEXT_MAX: usize = GROUPS * 10;

fn joined(groups: impl Iterator<Item = Zeroizing<String>>) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(TEXT_MAX));
    for group in groups {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&group);
    }
    text
}
