//! Finding the names of places in what was typed.

use std::ops::Range;

use domain::District;
use domain::answers::Area;

use crate::names::{Name, Names, Row};
use crate::near::distance;
use crate::words::{Word, is_everyday, is_street};

/// Most words of a name (`Thorpe on the Hill` has four, and people write `New miller dam`).
const NAME_WORDS: usize = 5;
/// Places that are mentioned in one text and looked at.
pub(crate) const MENTIONS_MAX: usize = 8;
/// Words of a longer text in which slips are forgiven: that is the slow part.
const FORGIVEN_WORDS: usize = 24;

/// Places of one name that a text mentions.
pub(crate) struct Mention {
    /// Where it stands, in bytes.
    pub(crate) at: Range<usize>,
    pub(crate) rows: Vec<Row>,
    /// A word for a street stands behind it.
    pub(crate) is_street: bool,
}

/// A name that was nearly written.
pub(crate) struct Slip {
    pub(crate) rows: Vec<Row>,
    /// It was all there was to read.
    pub(crate) is_whole: bool,
}

/// The first names in a text as they stand there, the longest where several could be read.
pub(crate) fn exact(words: &[Word<'_>], names: &Names, most: usize) -> Vec<Mention> {
    let (mut mentions, mut rest) = (Vec::new(), words);
    while !rest.is_empty() && mentions.len() < most {
        let read = (1..=NAME_WORDS).rev().find_map(|count| {
            let (name, after) = rest.split_at_checked(count)?;
            let rows = rows(name, words.len() == count, names)?;
            let is_street = after.first().is_some_and(is_street);
            let at = name.first()?.at.start..name.last()?.at.end;
            let mention = Mention {
                at,
                rows,
                is_street,
            };
            Some((mention, after))
        });
        rest = match read {
            Some((mention, after)) => {
                mentions.push(mention);
                after
            }
            None => rest.split_first().map_or(&[], |(_, after)| after),
        };
    }
    mentions
}

/// The names that are nearly written, with the fewest slips; of several the longest.
pub(crate) fn forgiven(words: &[Word<'_>], names: &Names) -> Option<Slip> {
    let whole = words.len() <= NAME_WORDS;
    let all = whole.then(|| nearest(&joined(words), Part::Whole, names));
    let all = all.flatten();
    if let Some((_, _, found)) = all {
        return Some(slip(&found, true));
    }
    let words = words.get(..FORGIVEN_WORDS).unwrap_or(words);
    let parts = (0..words.len()).filter_map(|start| words.get(start..));
    let parts = parts.flat_map(|from| (1..=2).filter_map(|count| from.get(..count)));
    let near = parts.filter_map(|part| nearest(&joined(part), Part::of(part), names));
    let best = near.min_by_key(|(slips, length, _)| (*slips, usize::MAX.saturating_sub(*length)));
    best.map(|(_, _, found)| slip(&found, false))
}

/// What is compared with the names: all that was typed, or one or two words of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Word,
    Words,
}

impl Part {
    fn of(words: &[Word<'_>]) -> Self {
        match words {
            [_] => Self::Word,
            _ => Self::Words,
        }
    }

    /// Letters there must be for slips to be forgiven.
    fn least(self) -> usize {
        match self {
            Self::Whole => 4,
            Self::Word | Self::Words => 6,
        }
    }

    /// Slips forgiven in so many letters.
    fn limit(self, letters: usize) -> usize {
        match self {
            Self::Whole if letters >= 8 => 2,
            Self::Word if letters >= 9 => 2,
            Self::Whole | Self::Word | Self::Words => 1,
        }
    }
}

/// Which names are nearest, how near, and how long what was typed is.
fn nearest<'a>(typed: &str, part: Part, names: &'a Names) -> Option<(usize, usize, Vec<&'a Name>)> {
    let typed = typed.as_bytes();
    if typed.len() < part.least() {
        return None;
    }
    let (mut limit, mut found) = (part.limit(typed.len()), Vec::new());
    for name in names.iter() {
        // In running text only names with the same first letter: fewer everyday words look like places.
        let is_unlikely = is_everyday(&name.key) || name.key.as_bytes().first() != typed.first();
        if part != Part::Whole && is_unlikely {
            continue;
        }
        let Some(slips) = distance(typed, name.key.as_bytes(), limit) else {
            continue;
        };
        if slips < limit {
            (limit, found) = (slips, Vec::new());
        }
        found.push(name);
    }
    (!found.is_empty()).then_some((limit, typed.len(), found))
}

fn slip(names: &[&Name], is_whole: bool) -> Slip {
    let rows = names.iter().flat_map(|name| name.rows.iter().cloned());
    Slip {
        rows: rows.collect(),
        is_whole,
    }
}

/// The places with exactly this name, a district's own name among them.
fn rows(words: &[Word<'_>], is_whole: bool, names: &Names) -> Option<Vec<Row>> {
    let typed = joined(words);
    let name = names.named(&typed);
    let is_name = words.iter().all(Word::is_capitalised);
    if is_everyday(&typed) && !is_whole && !is_name {
        return None;
    }
    name.map(|name| name.rows.clone())
        .or_else(|| district(&typed))
}

/// A district that is no town (`Kirklees`).
fn district(typed: &str) -> Option<Vec<Row>> {
    let mut all = District::ALL.iter();
    let district = all.find(|district| district.label().eq_ignore_ascii_case(typed))?;
    Some(vec![Row {
        name: district.label().to_owned(),
        near: None,
        area: Area::In(*district),
        outcode: 0,
        is_sure: true,
        is_ambiguous: false,
    }])
}

fn joined(words: &[Word<'_>]) -> String {
    words.iter().map(|word| word.key.as_str()).collect()
}
