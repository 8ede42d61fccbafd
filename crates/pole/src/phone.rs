//! Telephone numbers in one writing, and those that are spelled out.

use domain::work::EntityKind;
use giveaway::{Word, digit};

use crate::reader::Spot;

/// Digits of a British number that begins with nought.
const BRITISH: std::ops::RangeInclusive<usize> = 10..=11;

/// A number as every tip is to have it: `+447700900123`.
pub(crate) fn one_writing(written: &str) -> Option<String> {
    let is_international = written.starts_with(['+', '＋']);
    let digits: String = written
        .chars()
        .filter_map(digit)
        .map(|digit| char::from(b'0'.saturating_add(digit)))
        .collect();
    let abroad = digits.strip_prefix("00");
    let abroad = if is_international {
        Some(&*digits)
    } else {
        abroad
    };
    if let Some(number) = abroad {
        let home = number.strip_prefix("440").map(|rest| format!("+44{rest}"));
        return Some(home.unwrap_or_else(|| format!("+{number}")));
    }
    match digits.strip_prefix('0') {
        Some(rest) => Some(format!("+44{rest}")),
        None if digits.starts_with('7') && digits.len() == 10 => Some(format!("+44{digits}")),
        None if digits.len() >= 6 => Some(digits),
        None => None,
    }
}

/// British numbers of which some digits are words: `oh seven seven double o 900 123`, or letters: `O77OO`.
pub(crate) fn spoken(words: &[Word<'_>]) -> Vec<Spot> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let run = run(rest);
        let spot = run.as_ref().and_then(|run| run.spot(rest));
        let read = run.map_or(1, |run| if spot.is_some() { run.words } else { 1 });
        found.extend(spot);
        at = at.saturating_add(read.max(1));
    }
    found
}

/// Words that are digits one after the other.
struct Run {
    digits: String,
    words: usize,
    is_spoken: bool,
}

impl Run {
    fn spot(&self, words: &[Word<'_>]) -> Option<Spot> {
        let fits = BRITISH.contains(&self.digits.len()) && self.digits.starts_with('0');
        let (first, last) = (words.first()?, words.get(self.words.checked_sub(1)?)?);
        let at = first.at.start..last.at.end;
        let value = one_writing(&self.digits)?;
        (fits && self.is_spoken).then(|| Spot::new(at, EntityKind::Phone, value))
    }
}

/// The digits from here, up to as many as a number has. A run begins with a nought, however written.
fn run(words: &[Word<'_>]) -> Option<Run> {
    let first = value(words.first()?)?;
    if !first.0.starts_with('0') {
        return None;
    }
    let mut run = Run {
        digits: String::new(),
        words: 0,
        is_spoken: false,
    };
    let mut times = 1_usize;
    for word in words {
        if let Some(many) = many(&word.key) {
            (times, run.words) = (many, run.words.saturating_add(1));
            continue;
        }
        let Some((digits, is_spoken)) = value(word) else {
            break;
        };
        if run
            .digits
            .len()
            .saturating_add(digits.len().saturating_mul(times))
            > *BRITISH.end()
        {
            break;
        }
        run.digits.push_str(&digits.repeat(times));
        run.words = run.words.saturating_add(1);
        run.is_spoken |= is_spoken;
        times = 1;
    }
    Some(run)
}

fn many(key: &str) -> Option<usize> {
    match key {
        "double" => Some(2),
        "triple" | "treble" => Some(3),
        _ => None,
    }
}

/// The digits a word stands for, and whether it does not write them as digits.
fn value(word: &Word<'_>) -> Option<(String, bool)> {
    let one = match word.key.as_str() {
        "zero" | "oh" | "o" | "nought" | "nil" => "0",
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        key => return lettered(key),
    };
    Some((one.to_owned(), true))
}

/// Digits with letters O among them.
fn lettered(key: &str) -> Option<(String, bool)> {
    let all = key
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'o');
    let has_digit = key.bytes().any(|byte| byte.is_ascii_digit());
    let fits = all && has_digit && key.len() <= *BRITISH.end();
    fits.then(|| (key.replace('o', "0"), key.contains('o')))
}

#[cfg(test)]
mod tests {
    use giveaway::split;

    use super::*;

    #[test]
    fn one_number_has_one_writing_however_it_is_typed() {
        for text in [
            "07700 900123",
            "+44 7700 900 123",
            "0044 7700 900123",
            "+44 (0)7700 900123",
            "7700 900123",
            "۰۷۷۰۰ ۹۰۰۱۲۳",
        ] {
            assert_eq!(
                one_writing(text).as_deref(),
                Some("+447700900123"),
                "{text}"
            );
        }
        assert_eq!(
            one_writing("+48 512 345 678").as_deref(),
            Some("+48512345678")
        );
    }

    #[test]
    fn numbers_said_in_words_are_heard_and_counts_are_not() {
        let heard = |text: &str| -> Vec<String> {
            spoken(&split(text))
                .into_iter()
                .map(|spot| spot.value)
                .collect()
        };
        for text in [
            "ring oh seven seven double oh nine double oh one two three today",
            "it is 07700 nine hundred or O77OO 9OO123",
            "zero 7700 900123",
        ] {
            assert_eq!(heard(text), ["+447700900123"], "{text}");
        }
        for text in [
            "one two three",
            "07700 900123",
            "oh no",
            "oh one day two men",
        ] {
            assert_eq!(heard(text), [""; 0], "{text}");
        }
    }
}
