//! One phrase in every dress it could lie about in.

use std::collections::BTreeMap;
use std::fmt;

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE};
use memchr::memmem::Finder;

/// A planted phrase, ready to be searched for.
pub struct Needles {
    finders: BTreeMap<&'static str, Vec<Finder<'static>>>,
    longest: usize,
}

/// A phrase was found where it must not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// In which dress.
    pub encoding: &'static str,
    /// Where: a file, or a region of memory.
    pub place: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}", self.encoding, self.place)
    }
}

impl Needles {
    /// Every dress of a phrase: as it is, hexadecimal, base64 at each of three alignments in both
    /// alphabets, UTF-16 in both orders, and as a form posts it.
    pub fn of(phrase: &str) -> Self {
        assert!(phrase.len() >= 16, "too short to be nobody else's");
        let bytes = phrase.as_bytes();
        let units = || phrase.encode_utf16();
        let dresses: Vec<(&'static str, Vec<Vec<u8>>)> = vec![
            ("raw", vec![bytes.to_vec()]),
            (
                "hex",
                vec![
                    hex::encode(bytes).into_bytes(),
                    hex::encode_upper(bytes).into_bytes(),
                ],
            ),
            ("base64", in_base64(bytes)),
            (
                "utf-16le",
                vec![units().flat_map(u16::to_le_bytes).collect()],
            ),
            (
                "utf-16be",
                vec![units().flat_map(u16::to_be_bytes).collect()],
            ),
        ];
        let dresses = || dresses.iter();
        let longest = dresses().flat_map(|(_, dress)| dress.iter().map(Vec::len));
        Self {
            longest: longest.max().unwrap_or_default(),
            finders: dresses()
                .map(|(name, dress)| (*name, dress.iter().map(finder).collect()))
                .collect(),
        }
    }

    /// The dresses in which the phrase is in these bytes.
    pub fn within(&self, bytes: &[u8]) -> Vec<&'static str> {
        let found = |finders: &Vec<Finder<'_>>| finders.iter().any(|one| one.find(bytes).is_some());
        let all = self.finders.iter();
        all.filter(|(_, finders)| found(finders))
            .map(|(name, _)| *name)
            .collect()
    }

    /// The length of the longest dress: pieces of a whole must overlap by that much.
    pub(crate) const fn longest(&self) -> usize {
        self.longest
    }
}

fn finder(dress: &Vec<u8>) -> Finder<'static> {
    Finder::new(dress).into_owned()
}

/// What stays the same of the phrase's base64 whatever stands before and after it.
fn in_base64(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut dresses = Vec::new();
    for before in 0..3 {
        // Whole groups of three bytes, after skipping as many as the group begun before takes.
        let rest = bytes.get((3 - before) % 3..).unwrap_or_default();
        let whole = rest.get(..rest.len() / 3 * 3).unwrap_or_default();
        dresses.push(BASE64_STANDARD.encode(whole).into_bytes());
        dresses.push(BASE64_URL_SAFE.encode(whole).into_bytes());
    }
    dresses
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASE: &str = "the grey van with a dented door~>";

    #[test]
    fn a_phrase_is_found_in_every_dress_whatever_stands_around_it() {
        let needles = Needles::of(PHRASE);
        for before in ["", "a", "ab", "abc"] {
            let text = format!("{before}{PHRASE} and more");
            let bytes = text.as_bytes();
            let utf16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
            let dressed: [(&str, Vec<u8>); 7] = [
                ("raw", bytes.to_vec()),
                ("hex", hex::encode(bytes).into()),
                ("hex", hex::encode_upper(bytes).into()),
                ("base64", BASE64_STANDARD.encode(bytes).into()),
                ("base64", BASE64_URL_SAFE.encode(bytes).into()),
                ("utf-16le", utf16(u16::to_le_bytes)),
                ("utf-16be", utf16(u16::to_be_bytes)),
            ];
            for (name, dressed) in dressed {
                let found = needles.within(&dressed);
                assert!(found.contains(&name), "{name} after {before:?}: {found:?}");
            }
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        assert!(
            Needles::of(PHRASE)
                .within(b"the grey van without a door")
                .is_empty()
        );
    }
}
