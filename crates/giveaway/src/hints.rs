//! Everything in a text that could give its teller away.

use std::cmp::Reverse;
use std::ops::Range;

use domain::question::STORY_MAX;
use domain::tip::Language;

use crate::hint::{Hint, Kind};
use crate::phrases::phrases;
use crate::shapes::shaped;
use crate::time::times;
use crate::words::split;

/// Most hints for one text: the most telling, then the first.
pub const HINTS_MAX: usize = 20;

/// What in a text could give its teller away, in the order of the text. Hints do not overlap, and nothing
/// behind the longest story a form takes is read.
pub fn hints(text: &str, language: &Language) -> Vec<Hint> {
    let (text, _) = text.split_at(text.floor_char_boundary(STORY_MAX));
    let words = split(text);
    let all = |found: Vec<Range<usize>>, kind| found.into_iter().map(move |at| (at, kind));
    let mut found = phrases(&words, language);
    found.extend(shaped(text, &words));
    found.extend(all(times(text, &words), Kind::Time));
    counted(text, most_telling(merged(found)))
}

/// What overlaps becomes one, of the kind that took most of the text.
pub(crate) fn merged(mut found: Vec<(Range<usize>, Kind)>) -> Vec<(Range<usize>, Kind)> {
    found.sort_unstable_by_key(|(at, kind)| (at.start, Reverse(at.end), *kind));
    let mut apart: Vec<(Range<usize>, Range<usize>, Kind)> = Vec::new();
    for (at, kind) in found {
        match apart.last_mut() {
            Some((whole, longest, of)) if at.start < whole.end => {
                whole.end = whole.end.max(at.end);
                if at.len() > longest.len() {
                    (*longest, *of) = (at, kind);
                }
            }
            _ => apart.push((at.clone(), at, kind)),
        }
    }
    let kept = apart.into_iter();
    kept.map(|(whole, _, kind)| (whole, kind)).collect()
}

fn most_telling(mut found: Vec<(Range<usize>, Kind)>) -> Vec<(Range<usize>, Kind)> {
    found.sort_unstable_by_key(|(at, kind)| (*kind, at.start));
    found.truncate(HINTS_MAX);
    found.sort_unstable_by_key(|(at, _)| at.start);
    found
}

/// Places in bytes, counted in UTF-16 too.
fn counted(text: &str, found: Vec<(Range<usize>, Kind)>) -> Vec<Hint> {
    let (mut bytes, mut units) = (0_usize, 0_usize);
    let mut count = |to: usize| {
        let more = text.get(bytes..to).unwrap_or_default();
        units = units.saturating_add(more.chars().map(char::len_utf16).sum());
        bytes = to;
        units
    };
    let hint = |(at, kind): (Range<usize>, Kind)| Hint {
        utf16: count(at.start)..count(at.end),
        bytes: at,
        kind,
    };
    found.into_iter().map(hint).collect()
}
