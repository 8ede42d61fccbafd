//! Words that say what a tip is about, and how urgent it is: one table for every language.

use std::collections::{BTreeMap, HashMap};

use domain::Category;
use giveaway::{Word, key, plain};

/// `what: phrase, phrase, stem*`, a line each.
const TABLE: &str = include_str!("../tables/words.txt");
/// Fewest letters of a stem; a longer word than the most is not looked at.
const STEM: std::ops::RangeInclusive<usize> = 2..=16;

/// What a phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Says {
    /// What the tip is about.
    About(Category),
    /// Somebody may die or is held.
    Life,
    /// It happens now or very soon.
    Soon,
    /// A child is in it.
    Child,
    /// There are weapons.
    Weapon,
}

struct Phrase {
    rest: Vec<String>,
    is_stem: bool,
    says: Says,
}

/// The table, ready to be looked up.
pub(crate) struct Phrases {
    by_first: HashMap<String, Vec<Phrase>>,
}

impl Phrases {
    pub(crate) fn open() -> Self {
        let mut by_first: HashMap<String, Vec<Phrase>> = HashMap::new();
        let rows = TABLE.lines().filter_map(|row| row.split_once(": "));
        for (says, phrases) in rows.filter_map(|(name, row)| Some((says(name)?, row))) {
            for phrase in phrases.split(", ") {
                let is_stem = phrase.ends_with('*');
                let words = phrase.trim_end_matches('*').split(' ');
                let mut words = words.map(|word| plain(&key(word)));
                let first = words.next().unwrap_or_default();
                by_first.entry(first).or_default().push(Phrase {
                    rest: words.collect(),
                    is_stem,
                    says,
                });
            }
        }
        Self { by_first }
    }

    /// What a text says, with the words that say so, each once.
    pub(crate) fn said(&self, words: &[Word<'_>]) -> BTreeMap<Says, Vec<String>> {
        let mut said: BTreeMap<Says, Vec<String>> = BTreeMap::new();
        for at in 0..words.len() {
            let from = words.get(at..).unwrap_or_default();
            for (phrase, count) in self.at(from) {
                let typed = from.get(..count).unwrap_or_default().iter();
                let typed: Vec<String> = typed.map(|word| word.typed.to_lowercase()).collect();
                let all = said.entry(phrase.says).or_default();
                let typed = typed.join(" ");
                if !all.contains(&typed) && all.len() < 12 {
                    all.push(typed);
                }
            }
        }
        said
    }

    /// The phrases that begin here, with the words they have.
    fn at<'a>(&'a self, from: &'a [Word<'a>]) -> impl Iterator<Item = (&'a Phrase, usize)> {
        let first = from.first();
        let readings = first.into_iter().flat_map(Word::readings);
        let beginnings = readings.flat_map(|key| {
            let ends = key
                .char_indices()
                .map(|(at, c)| at.saturating_add(c.len_utf8()));
            ends.take(*STEM.end())
                .skip(STEM.start().saturating_sub(1))
                .map(move |end| {
                    let is_whole = end == key.len();
                    (key.get(..end).unwrap_or_default(), is_whole)
                })
        });
        beginnings.flat_map(move |(begun, is_whole)| {
            let phrases = self.by_first.get(begun).into_iter().flatten();
            phrases.filter_map(move |phrase| {
                let count = phrase.length(from)?;
                let fits = is_whole || (phrase.is_stem && phrase.rest.is_empty());
                fits.then_some((phrase, count))
            })
        })
    }
}

impl Phrase {
    /// How many words it takes from here, if what follows its first word is there.
    fn length(&self, from: &[Word<'_>]) -> Option<usize> {
        let behind = from.get(1..)?;
        let last = self.rest.len().saturating_sub(1);
        let mut pairs = self.rest.iter().enumerate();
        let fits = pairs.all(|(at, wanted)| {
            behind.get(at).is_some_and(|word| {
                let begins = self.is_stem && at == last && word.plain.starts_with(wanted.as_str());
                word.plain == *wanted || begins
            })
        });
        fits.then(|| self.rest.len().saturating_add(1))
    }
}

fn says(name: &str) -> Option<Says> {
    match name {
        "life" => Some(Says::Life),
        "soon" => Some(Says::Soon),
        "child" => Some(Says::Child),
        "weapon" => Some(Says::Weapon),
        code => Category::from_code(code).map(Says::About),
    }
}

#[cfg(test)]
mod tests {
    use giveaway::split;

    use super::*;

    #[test]
    fn every_row_of_the_table_says_something() {
        for row in TABLE.lines().filter(|row| !row.is_empty()) {
            let (name, _) = row.split_once(": ").unwrap();
            assert!(says(name).is_some(), "{name}");
        }
    }

    #[test]
    fn stems_phrases_and_words_are_found_in_any_language() {
        let phrases = Phrases::open();
        let said = |text: &str| -> Vec<Says> { phrases.said(&split(text)).into_keys().collect() };
        assert!(said("They keep Shotguns.").contains(&Says::About(Category::Firearms)));
        assert!(said("sprzedaje narkotyki").contains(&Says::About(Category::DrugsSupply)));
        assert!(said("is going to kill him").contains(&Says::Life));
        assert_eq!(said("a quiet road with trees"), []);
    }
}
