//! Registrations in one writing.

use domain::work::EntityKind;
use giveaway::{Word, key};

use crate::reader::Spot;

/// Words that say a registration is meant.
const PLATES: &[&str] = &["reg", "registration", "plate", "plates", "numberplate"];
/// Words that say how it ends.
const ENDS: &[&str] = &["ends", "ending", "ended"];
/// Words between them.
const REACH: usize = 6;

/// A registration as every tip is to have it: `AB12 CDE`; a part stays a part.
pub(crate) fn one_writing(written: &str) -> Option<String> {
    let bare: String = key(written)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let bare = bare.to_ascii_uppercase();
    let runs = runs(&bare);
    let cut = match runs.as_slice() {
        [2, 2, 3] => Some(4),
        [1, digits @ 1..=3, 3] => digits.checked_add(1),
        [3, _, 1] => Some(3),
        _ => None,
    };
    let parts = cut.and_then(|cut| bare.split_at_checked(cut));
    let spaced = parts.map(|(one, other)| format!("{one} {other}"));
    spaced
        .or(Some(bare))
        .filter(|text| (2..=8).contains(&text.len()))
}

/// How many letters, digits, letters follow each other.
fn runs(bare: &str) -> Vec<usize> {
    let bytes = bare.as_bytes();
    let chunks = bytes.chunk_by(|one, other| one.is_ascii_digit() == other.is_ascii_digit());
    chunks.map(<[u8]>::len).collect()
}

/// The last three letters of a registration, where the text says so: `reg ends KFX`.
pub(crate) fn endings(words: &[Word<'_>]) -> Vec<Spot> {
    let ends = words
        .iter()
        .enumerate()
        .filter(|(_, word)| ENDS.contains(&word.key.as_str()));
    let spots = ends.filter_map(|(number, _)| {
        let before = words.get(number.saturating_sub(REACH)..number)?;
        let is_plate = before
            .iter()
            .any(|word| PLATES.contains(&word.key.as_str()));
        let mut behind = words.get(number..)?.iter().skip(1).take(3);
        let last = behind.find(|word| is_ending(word.typed))?;
        let value = format!("…{}", last.typed);
        is_plate.then(|| Spot::new(last.at.clone(), EntityKind::Vehicle, value))
    });
    spots.collect()
}

fn is_ending(typed: &str) -> bool {
    typed.len() == 3 && typed.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use giveaway::split;

    use super::*;

    #[test]
    fn one_registration_has_one_writing() {
        for (written, wanted) in [
            ("ab12cde", "AB12 CDE"),
            ("AB12-CDE", "AB12 CDE"),
            ("a123 bcd", "A123 BCD"),
            ("ABC123D", "ABC 123D"),
            ("yd19", "YD19"),
            ("1234 AB", "1234AB"),
        ] {
            assert_eq!(one_writing(written).as_deref(), Some(wanted), "{written}");
        }
        assert_eq!(one_writing("a blue Transit van, I think"), None);
    }

    #[test]
    fn the_end_of_a_registration_is_kept_as_an_end() {
        let found = endings(&split("the reg I think ends in KFX. It ends NOW."));
        let values: Vec<_> = found.iter().map(|spot| spot.value.as_str()).collect();
        assert_eq!(values, ["…KFX"]);
    }
}
