//! Answers that are an entity as a whole: the form asked for one.

use std::ops::Range;

use domain::question::{Detail, Entry, Field};
use domain::work::EntityKind;

use crate::reader::Spot;
use crate::told::Told;
use crate::{account, phone, plate};

/// Answers that say nothing.
#[rustfmt::skip]
const NOTHING: &[&str] = &[
    "unknown", "dont know", "do not know", "not known", "not sure", "no idea", "none", "n/a", "na", "no", "yes", "nie wiem", "?",
    "نہیں معلوم", "معلوم نہیں", "ਪਤਾ ਨਹੀਂ", "জানি না", "same",
];
/// Most words of a name.
const NAME_WORDS: usize = 4;

/// The entities an answer is as a whole; none if it is a text to read.
pub(crate) fn whole(field: Field, text: &str) -> Option<Vec<Spot>> {
    let Field::Entry(Entry { detail, .. }) = field else {
        return None;
    };
    match detail {
        Detail::Name | Detail::Nickname => Some(people(text)),
        Detail::Registration => Some(plates(text)),
        Detail::Platform
        | Detail::Username
        | Detail::Link
        | Detail::Age
        | Detail::Build
        | Detail::Hair
        | Detail::Marks
        | Detail::Clothing
        | Detail::Make
        | Detail::Model
        | Detail::Colour => Some(Vec::new()),
        Detail::Phone => number(text).map(|spot| vec![spot]),
        Detail::Address
        | Detail::Role
        | Detail::Work
        | Detail::Associates
        | Detail::Use
        | Detail::Kept => None,
    }
}

/// The accounts a tip lists, put together from what was asked of each.
pub(crate) fn accounts(told: &Told<'_>) -> Vec<(Field, Spot)> {
    let all = Told::accounts().flat_map(|nth| {
        let answered = |detail| {
            told.entry(detail, nth)
                .map(str::trim)
                .filter(|text| !is_nothing(text))
        };
        let platform = answered(Detail::Platform).unwrap_or_default();
        let platform = platform.split_whitespace().find_map(account::platform);
        let name = answered(Detail::Username).map(|name| {
            let words: Vec<&str> = name.split_whitespace().collect();
            let value = account::value(platform, &words.join(" "));
            (Detail::Username, 0..name.len(), value)
        });
        let link = answered(Detail::Link).and_then(|link| {
            let value = account::linked(link.split_whitespace().next()?)?;
            Some((Detail::Link, 0..link.len(), value))
        });
        [name, link]
            .into_iter()
            .flatten()
            .map(move |(detail, at, value)| {
                let field = Field::Entry(Entry { detail, nth });
                (field, Spot::new(at, EntityKind::Account, value))
            })
    });
    all.collect()
}

fn people(text: &str) -> Vec<Spot> {
    let parts = parts(
        text,
        &[" and ", " or ", " aka ", " also ", " oraz ", " اور "],
        |c| matches!(c, ',' | '/' | ';' | '(' | ')' | '"' | '“' | '”' | '،'),
    );
    let named = parts.into_iter().filter(|(_, part)| {
        let words = part.split_whitespace().count();
        words <= NAME_WORDS && !is_nothing(part) && part.chars().any(char::is_alphabetic)
    });
    let spot = |(at, part): (Range<usize>, &str)| {
        let words: Vec<&str> = part.split_whitespace().collect();
        Spot::new(at, EntityKind::Person, words.join(" "))
    };
    named.map(spot).collect()
}

fn plates(text: &str) -> Vec<Spot> {
    let parts = parts(text, &[" and ", " or "], |c| matches!(c, ',' | '/' | ';'));
    let spots = parts.into_iter().filter_map(|(at, part)| {
        let value = plate::one_writing(part)?;
        let has_digit = value.bytes().any(|byte| byte.is_ascii_digit());
        let is_part = value.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_uppercase());
        (!is_nothing(part) && (has_digit || is_part))
            .then(|| Spot::new(at, EntityKind::Vehicle, value))
    });
    spots.collect()
}

/// A number nobody would take for one in a text: shorter, or spaced oddly.
fn number(text: &str) -> Option<Spot> {
    let plain = text.chars().all(|c| !c.is_alphabetic());
    let value = phone::one_writing(text.trim())?;
    let one = (7..=16).contains(&value.len());
    (plain && one).then(|| Spot::new(0..text.len(), EntityKind::Phone, value))
}

/// A text cut where a sign or one of these words stands, with where each part is.
fn parts<'a>(
    text: &'a str,
    words: &[&str],
    sign: impl Fn(char) -> bool,
) -> Vec<(Range<usize>, &'a str)> {
    let mut cuts: Vec<Range<usize>> = text
        .char_indices()
        .filter(|(_, c)| sign(*c))
        .map(|(at, c)| at..at.saturating_add(c.len_utf8()))
        .collect();
    for word in words {
        cuts.extend(
            text.match_indices(word)
                .map(|(at, word)| at..at.saturating_add(word.len())),
        );
    }
    cuts.sort_by_key(|cut| cut.start);
    cuts.push(text.len()..text.len());
    let (mut from, mut all) = (0, Vec::new());
    for cut in cuts {
        if let Some(part) = text.get(from..cut.start) {
            let start = from.saturating_add(part.len().saturating_sub(part.trim_start().len()));
            let part = part.trim();
            all.push((start..start.saturating_add(part.len()), part));
        }
        from = from.max(cut.end);
    }
    all.retain(|(_, part)| !part.is_empty());
    all
}

fn is_nothing(text: &str) -> bool {
    let small = text.trim().to_lowercase().replace(['\'', '’', '.'], "");
    small.is_empty() || NOTHING.contains(&small.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_one_answer_are_several_people_and_an_empty_word_is_nobody() {
        let names =
            |text| -> Vec<String> { people(text).into_iter().map(|spot| spot.value).collect() };
        assert_eq!(
            names("Tariq Example (Taz) and Dean"),
            ["Tariq Example", "Taz", "Dean"]
        );
        assert_eq!(names("don't know"), [""; 0]);
        let plates =
            |text| -> Vec<String> { plates(text).into_iter().map(|spot| spot.value).collect() };
        assert_eq!(plates("yd19kfx, or YJ20"), ["YD19 KFX", "YJ20"]);
        assert_eq!(plates("not sure"), [""; 0]);
    }
}
