//! Exact times: a moment, not "around nine" or "every night at ten".

use std::ops::Range;

use domain::work::is_time;

use crate::words::Word;

/// Words shortly before a time that blur it.
#[rustfmt::skip]
const BLURS: &[&str] = &[
    "about", "around", "roughly", "approximately", "approx", "between", "from", "until", "till", "after",
    "before", "by", "since", "circa", "nearly", "almost",
    "okolo", "kolo", "miedzy", "od", "do", "po", "przed", "mniej", "jurul", "pe", "intre", "dupa", "inainte", "aproximativ",
    "تقریبا", "تقریبن", "حوالی", "بین", "نحو", "قرابہ", "قبل", "بعد", "ਲਗਭਗ", "ਤਕਰੀਬਨ", "প্রায", "আনুমানিক",
];
/// Words of a sentence that make a habit of a moment.
#[rustfmt::skip]
const HABITS: &[&str] = &[
    "every", "each", "most", "usually", "always", "nightly", "daily", "often", "normally", "open", "opens",
    "closes", "regularly", "co", "codziennie", "zawsze", "zwykle", "kazdy", "kazdego", "kazda", "fiecare",
    "zilnic", "mereu", "adesea", "ہر", "روزانہ", "روز", "ہمیشہ", "کل", "یومیا", "دائما", "ਹਰ", "ਰੋਜ", "ਰੋਜ", "ਹਮੇਸਾ",
    "প্রতি", "প্রতিদিন", "রোজ", "সবসময",
];
/// Words behind a whole hour or before it that make it a moment.
#[rustfmt::skip]
const DAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today",
    "tonight", "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december",
];
/// Words before a time written with a stop.
const AT: &[&str] = &[
    "at", "o", "godz", "godzinie", "godzina", "ora", "orele", "la",
];

/// The exact times in digits.
pub(crate) fn times(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let starts = (0..words.len()).filter_map(|at| {
        let count = minute(text, words, at).or_else(|| hour(words, at))?;
        let last = words.get(at.checked_add(count)?.checked_sub(1)?)?;
        is_exact(words, at, count).then(|| words.get(at).map(|word| word.at.start..last.at.end))?
    });
    starts.collect()
}

/// Whether a time of so many words is a moment.
pub(crate) fn is_exact(words: &[Word<'_>], at: usize, count: usize) -> bool {
    let near = |least: usize| words.get(at.saturating_sub(least)..at).unwrap_or_default();
    let after = at.saturating_add(count);
    let behind = words.get(after..).unwrap_or_default().iter().take(4);
    let sentence = words.get(at).map(|word| word.sentence);
    let same = |word: &&Word<'_>| Some(word.sentence) == sentence;
    let is = |list: &[&str], word: &Word<'_>| word.readings().any(|key| list.contains(&key));
    let blurred = near(2).iter().filter(same).any(|word| is(BLURS, word));
    let between = near(6)
        .iter()
        .filter(same)
        .any(|word| matches!(word.key.as_str(), "between" | "from"));
    let about = near(8).iter().chain(behind.clone()).filter(same);
    let ish = behind
        .take(1)
        .any(|word| matches!(word.key.as_str(), "ish" | "onwards" | "to" | "until"));
    !blurred && !between && !ish && !about.into_iter().any(|word| is(HABITS, word))
}

/// How many words from here are a time to the minute: `21:43`, `9.43 pm`.
fn minute(text: &str, words: &[Word<'_>], at: usize) -> Option<usize> {
    let (hour, minute) = (words.get(at)?, words.get(at.checked_add(1)?)?);
    let between = text.get(hour.at.end..minute.at.start)?;
    let (digits, half) = minute.key.split_at_checked(2)?;
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let edge = text.get(..hour.at.start)?.chars().next_back();
    let behind = words.get(at.checked_add(2)?);
    let next = behind.map_or("", |word| word.key.as_str());
    let more = behind.and_then(|word| text.get(minute.at.end..word.at.start));
    let half_of_day = |half: &str| matches!(half, "am" | "pm" | "a" | "p");
    let sure = match between {
        ":" => half.is_empty() || half_of_day(half) || matches!(half, "hrs" | "h"),
        "." => {
            let said = before.is_some_and(|word| AT.contains(&word.plain.as_str()));
            half_of_day(half) || (half.is_empty() && (said || half_of_day(next)))
        }
        _ => false,
    };
    let longer =
        matches!(more, Some("." | "/" | "-")) && next.starts_with(|c: char| c.is_ascii_digit());
    let part = matches!(edge, Some('.' | ':' | '/' | '£' | '$' | '€' | '-'));
    let is_one = sure && !longer && !part && is_time(&format!("{}:{digits}", hour.key));
    let with_half = half.is_empty() && more == Some(" ") && matches!(next, "am" | "pm");
    is_one.then_some(if with_half { 3 } else { 2 })
}

/// How many words from here are a whole hour of a day that is named: `9pm on Tuesday`.
fn hour(words: &[Word<'_>], at: usize) -> Option<usize> {
    let word = words.get(at)?;
    let next = words
        .get(at.checked_add(1)?)
        .map_or("", |word| word.key.as_str());
    let apart = matches!(next, "am" | "pm") && is_time(&format!("{}{next}", word.key));
    let count = if apart { 2 } else { 1 };
    let whole = word.key.ends_with('m') && is_time(&word.key);
    if !apart && !whole {
        return None;
    }
    let before = words.get(at.saturating_sub(3)..at)?;
    let behind = words.get(at.checked_add(count)?..)?.iter().take(3);
    let mut near = before.iter().chain(behind);
    let is_day =
        near.any(|near| near.sentence == word.sentence && DAYS.contains(&near.key.as_str()));
    is_day.then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let found = times(text, &crate::words::split(text)).into_iter();
        found.map(|at| text.get(at).unwrap()).collect()
    }

    #[test]
    fn moments_are_exact_and_habits_and_guesses_are_not() {
        assert_eq!(found("came at 21:43, left 9.58 pm"), ["21:43", "9.58 pm"]);
        assert_eq!(found("on Tuesday at 9pm"), ["9pm"]);
        assert_eq!(found("at ٢١:٤٣"), ["٢١:٤٣"]);
        for text in [
            "around 21:40",
            "between 21:00 and 22:30",
            "every night at 21:30",
            "at 21:30 most nights",
            "£9.50",
            "version 2.10.1",
            "about 9.30pm",
            "at 9",
            "25:10",
            "21:435",
            "on 10.11.2026",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
