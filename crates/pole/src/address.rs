//! Houses and streets as they are written in England.

use domain::work::EntityKind;
use giveaway::Word;

use crate::reader::{Spot, are_joined};

/// Words that end a street's name, and how they are written out.
const ENDS: &[(&str, &str)] = &[
    ("avenue", "Avenue"),
    ("ave", "Avenue"),
    ("close", "Close"),
    ("court", "Court"),
    ("crescent", "Crescent"),
    ("cres", "Crescent"),
    ("drive", "Drive"),
    ("dr", "Drive"),
    ("gardens", "Gardens"),
    ("gate", "Gate"),
    ("grove", "Grove"),
    ("lane", "Lane"),
    ("ln", "Lane"),
    ("mount", "Mount"),
    ("place", "Place"),
    ("rise", "Rise"),
    ("road", "Road"),
    ("rd", "Road"),
    ("row", "Row"),
    ("square", "Square"),
    ("street", "Street"),
    ("st", "Street"),
    ("terrace", "Terrace"),
    ("view", "View"),
    ("walk", "Walk"),
    ("way", "Way"),
];
/// Ends that are everyday words: they count only when written as names.
#[rustfmt::skip]
const EVERYDAY: &[&str] = &["close", "court", "dr", "drive", "gardens", "gate", "mount", "place", "rise", "row", "square", "st", "view", "walk", "way"];
/// Words that are in no street's name when it is written small.
#[rustfmt::skip]
const NOT_WITHIN: &[&str] = &[
    "a", "an", "and", "at", "by", "down", "every", "from", "her", "his", "in", "into", "is", "men", "my", "near", "of",
    "off", "on", "our", "out", "over", "people", "same", "that", "the", "their", "this", "to", "up", "was", "with", "your",
];
/// Most words of a name before its end.
const NAME_WORDS: usize = 3;

/// The addresses of a text: with a number, and streets that are written as names.
pub(crate) fn addresses(text: &str, words: &[Word<'_>]) -> Vec<Spot> {
    let ends = words.iter().enumerate().filter_map(|(at, word)| {
        let end = ENDS.iter().find(|(short, _)| *short == word.key)?;
        Some((at, end.1))
    });
    ends.filter_map(|(at, end)| address(text, words, at, end))
        .collect()
}

fn address(text: &str, words: &[Word<'_>], at: usize, end: &str) -> Option<Spot> {
    let last = words.get(at)?;
    let mut first = at;
    while let Some(before) = first
        .checked_sub(1)
        .filter(|before| at.saturating_sub(*before) <= NAME_WORDS)
    {
        let joined = are_joined(text, words.get(before)?, words.get(first)?);
        if !joined || !may_be_within(words.get(before)?) {
            break;
        }
        first = before;
    }
    let number = first.checked_sub(1).and_then(|number| words.get(number));
    let number = number.filter(|number| is_house(&number.key));
    let number = number.filter(|number| {
        let between = words
            .get(first)
            .and_then(|name| text.get(number.at.end..name.at.start));
        matches!(between, Some(" " | ", " | "\u{a0}"))
    });
    let capital = |word: &Word<'_>| word.typed.starts_with(char::is_uppercase);
    let mut name = words.get(first..at)?;
    if number.is_none() {
        // Without a number only what is written as a name.
        let small = name.iter().rposition(|word| !capital(word));
        name = name.get(small.map_or(0, |small| small.saturating_add(1))..)?;
    }
    let is_sure = capital(last)
        || (!EVERYDAY.contains(&last.key.as_str()) && (number.is_some() || !name.is_empty()));
    let start = number.or_else(|| name.first())?.at.start;
    if name.is_empty() || !is_sure {
        return None;
    }
    let number = number.map(|number| number.key.to_uppercase());
    let name = name.iter().map(|word| titled(&word.key));
    let all: Vec<String> = number
        .into_iter()
        .chain(name)
        .chain([end.to_owned()])
        .collect();
    Some(Spot::new(
        start..last.at.end,
        EntityKind::Address,
        all.join(" "),
    ))
}

fn may_be_within(word: &Word<'_>) -> bool {
    let capital = word.typed.starts_with(char::is_uppercase);
    let letters = word.key.chars().all(char::is_alphabetic);
    letters
        && (capital || !NOT_WITHIN.contains(&word.key.as_str()))
        && word.key.len() > 1
        && !(NOT_WITHIN.contains(&word.key.as_str()) && word.key != "the")
}

/// `14`, `14b`.
fn is_house(key: &str) -> bool {
    let digits = key.bytes().take_while(u8::is_ascii_digit).count();
    let rest = key.get(digits..).unwrap_or_default();
    (1..=4).contains(&digits)
        && (rest.is_empty()
            || (rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_lowercase())))
}

/// A word with a capital.
pub(crate) fn titled(key: &str) -> String {
    let mut letters = key.chars();
    let first = letters.next();
    first
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

#[cfg(test)]
mod tests {
    use giveaway::split;

    use super::*;

    fn found(text: &str) -> Vec<String> {
        let spots = addresses(text, &split(text));
        spots.into_iter().map(|spot| spot.value).collect()
    }

    #[test]
    fn houses_and_streets_have_one_writing() {
        for (text, wanted) in [
            ("at 14 Larch Rd, Batley", "14 Larch Road"),
            ("number 14 larch road", "14 Larch Road"),
            ("it is 14b, Upper Larch Street", "14B Upper Larch Street"),
            ("all along Roundhay Road", "Roundhay Road"),
            ("on Larch Close", "Larch Close"),
        ] {
            assert_eq!(found(text), [wanted], "{text}");
        }
    }

    #[test]
    fn ways_and_people_are_no_addresses() {
        for text in [
            "5 men on the street",
            "on the way",
            "He keeps 3 close by",
            "across the road",
            "near St Marys",
            "20 in a row",
            "they drive 2 cars",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
