//! Phrases behind which something stands, looked up by their first word.

use std::collections::HashMap;

use giveaway::{Word, key, plain};

/// Phrases, ready to be looked up.
pub(crate) struct Cues(HashMap<String, Vec<Vec<String>>>);

impl Cues {
    pub(crate) fn of(phrases: &[&[&str]]) -> Self {
        let mut by_first: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for phrase in phrases {
            let mut words = phrase.iter().map(|word| plain(&key(word)));
            let first = words.next().unwrap_or_default();
            by_first.entry(first).or_default().push(words.collect());
        }
        Self(by_first)
    }

    /// How many words the phrase has with which these begin, accents left out or not.
    pub(crate) fn at(&self, words: &[Word<'_>]) -> Option<usize> {
        let (first, behind) = words.split_first()?;
        let mut rests = self.0.get(&first.plain)?.iter();
        let same = |(wanted, word): (&String, &Word<'_>)| *wanted == word.plain;
        let rest =
            rests.find(|rest| behind.len() >= rest.len() && rest.iter().zip(behind).all(same));
        rest.map(|rest| rest.len().saturating_add(1))
    }
}
