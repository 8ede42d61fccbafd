//! Registration plates: `AB12 CDE`, `A123 BCD`, `ABC 123D`, and what stands behind a word for them.

use std::ops::Range;

use crate::words::Word;

/// Words that say a plate follows.
const PLATE_WORDS: &[&str] = &[
    "reg",
    "registration",
    "registered",
    "plate",
    "plates",
    "numberplate",
    "rej",
    "rejestracja",
    "rejestracyjny",
    "rejestracyjna",
    "rejestracyjne",
    "numar",
    "inmatriculare",
    "inmatriculat",
    "پلیٹ",
    "لوحہ",
    "ਪਲੇਟ",
    "প্লেট",
];
/// Words before a plate in which such a word is looked for.
const REACH: usize = 4;
/// Words of three letters that follow a road or a postcode more often than they end a plate.
#[rustfmt::skip]
const EVERYDAY: &[&str] = &[
    "and", "the", "for", "was", "are", "but", "not", "you", "all", "can", "had", "her", "his", "him", "has",
    "one", "our", "out", "day", "get", "how", "man", "men", "new", "now", "old", "see", "two", "way", "who",
    "boy", "did", "its", "let", "say", "she", "too", "use", "car", "bus", "pub", "van", "near", "off", "per",
    "via", "end", "any", "lad", "yes", "far", "ten", "six", "big", "red", "and", "area", "flat", "been", "got",
    "run", "ran", "sat", "saw", "put", "lot", "few", "bag", "gun", "why", "yet", "ago", "bar", "gym", "top",
];

/// The plates in a text.
pub(crate) fn plates(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let starts = (0..words.len()).filter_map(|at| {
        let (before, from) = words.split_at_checked(at)?;
        let before = before.iter().rev().take(REACH);
        let is_named = before
            .rev()
            .any(|word| PLATE_WORDS.contains(&word.key.as_str()));
        let counts = (1..=3).rev();
        counts
            .filter_map(|count| from.get(..count))
            .find(|parts| is_plate(text, parts, is_named))
            .and_then(|parts| Some(parts.first()?.at.start..parts.last()?.at.end))
    });
    starts.collect()
}

fn is_plate(text: &str, parts: &[Word<'_>], is_named: bool) -> bool {
    let near = parts.windows(2).all(|pair| {
        let [one, other] = pair else { return false };
        matches!(
            text.get(one.at.end..other.at.start),
            Some(" " | "-" | "\u{a0}")
        )
    });
    let is_short = parts
        .iter()
        .all(|part| part.key.len() <= 7 && part.key.is_ascii());
    if !near || !is_short {
        return false;
    }
    let joined: String = parts.iter().map(|part| part.key.as_str()).collect();
    let shape = Shape::of(&joined.to_ascii_uppercase());
    let capitals = parts
        .iter()
        .all(|part| !part.typed.chars().any(char::is_lowercase));
    let everyday = parts
        .iter()
        .any(|part| EVERYDAY.contains(&part.key.as_str()));
    let ends = parts.last().is_some_and(|part| part.at.end == text.len());
    match (shape, parts.len()) {
        (Shape::Current | Shape::Prefix | Shape::Suffix, 1) => true,
        // A word that is still being typed may become a longer one.
        (Shape::Current, 2) => !everyday && (capitals || is_named || !ends),
        (Shape::Current | Shape::Prefix | Shape::Suffix, _) => !everyday && (capitals || is_named),
        (Shape::Short, 1) => is_named,
        (Shape::Short, _) => is_named && capitals,
        (Shape::Other, _) => false,
    }
}

/// How letters and digits alternate.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Since 2001: `AB12 CDE`.
    Current,
    /// Until 2001: `A123 BCD`.
    Prefix,
    /// Until 1983: `ABC 123D`.
    Suffix,
    /// Without a year, or not yet whole: `ABC 123`, `1234 AB`, `AB12 C`.
    Short,
    Other,
}

impl Shape {
    fn of(text: &str) -> Self {
        let mut lengths: Vec<usize> = Vec::new();
        let mut before = None;
        for byte in text.bytes() {
            let is_digit = byte.is_ascii_digit();
            match lengths.last_mut() {
                Some(length) if before == Some(is_digit) => *length = length.saturating_add(1),
                _ => lengths.push(1),
            }
            before = Some(is_digit);
        }
        let first_is_digit = text.starts_with(|c: char| c.is_ascii_digit());
        let never = |letter: &char| matches!(letter, 'I' | 'Q');
        let may_be = !text.chars().any(|letter| never(&letter));
        match (first_is_digit, lengths.as_slice()) {
            (false, [2, 2, 3]) if may_be => Self::Current,
            (false, [1, 1..=3, 3]) if may_be => Self::Prefix,
            (false, [3, 1..=3, 1]) if may_be => Self::Suffix,
            (false, [2, 2, 1..=3] | [1, 1..=3, 1..=3] | [1..=3, 1..=4])
            | (true, [1..=4, 1..=3]) => Self::Short,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let found = plates(text, &crate::words::split(text)).into_iter();
        found.map(|at| text.get(at).unwrap()).collect()
    }

    #[test]
    fn plates_of_every_age_are_found() {
        for text in [
            "AB12 CDE",
            "ab12cde",
            "yd19 kfx",
            "YD19-KFX",
            "YD 19 KFX",
            "A123 BCD",
            "a123bcd",
            "ABC 123D",
        ] {
            assert!(
                found(&format!("a van, {text}, parked")).contains(&text),
                "{text}"
            );
        }
        for text in ["ABC 123", "1234 AB", "abz1234", "A1"] {
            assert!(
                found(&format!("its reg is {text}, parked")).contains(&text),
                "{text}"
            );
            assert_eq!(found(&format!("it is {text}, parked")), [""; 0], "{text}");
        }
    }

    #[test]
    fn roads_postcodes_and_flats_are_no_plates() {
        for text in [
            "M62 and",
            "A58 for miles",
            "LS12 and",
            "LS12 3AB",
            "flat 12b",
            "BD19 was",
            "bus 72a",
            "a plate of 3 eggs",
            "in ls12 arm",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
