//! The phrases of one language, as its file in `tables/` has them.

use crate::hint::Kind;
use crate::pattern::{Choice, Element, Pattern, Takes};

/// The phrases of a language.
pub(crate) struct Table {
    phrases: Vec<(Kind, Pattern)>,
    /// First words of phrases and which phrases they begin, in order.
    words: Vec<(&'static str, usize)>,
    /// The same of how first words begin.
    stems: Vec<(&'static str, usize)>,
}

/// A set of words by its name.
type Set = (&'static str, Vec<&'static str>);

impl Table {
    /// Reads a table. A line is a set (`@name word word …`) or a phrase (`kind: word word …`), where a word
    /// may be `one|other`, `stem~`, `@set`, `@relation`, `#` (a number), `^` (a name), `..` (up to three
    /// words), `optional?` or `!not`.
    pub(crate) fn read(text: &'static str) -> Self {
        let mut sets: Vec<Set> = Vec::new();
        let mut table = Self {
            phrases: Vec::new(),
            words: Vec::new(),
            stems: Vec::new(),
        };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(set) = line.strip_prefix('@') {
                let mut words = set.split_whitespace();
                sets.extend(words.next().map(|name| (name, words.collect())));
            } else if let Some((kind, phrase)) = line.split_once(": ") {
                table.add(kind, phrase, &sets);
            }
        }
        table.words.sort_unstable();
        table.stems.sort_unstable();
        table
    }

    /// The phrases that may begin with a word.
    pub(crate) fn beginning<'a>(
        &'a self,
        key: &'a str,
    ) -> impl Iterator<Item = &'a (Kind, Pattern)> {
        let begun = key
            .char_indices()
            .skip(1)
            .map(|(at, _)| at)
            .chain([key.len()]);
        let stems = begun.filter_map(|end| key.get(..end));
        let stems = stems.flat_map(|stem| named(&self.stems, stem));
        let all = named(&self.words, key).chain(stems);
        all.filter_map(|number| self.phrases.get(number))
    }

    fn add(&mut self, kind: &str, phrase: &'static str, sets: &[Set]) {
        let named = |one: &&Kind| one.key().strip_prefix("giveaway-") == Some(kind);
        let Some(kind) = Kind::ALL.iter().find(named) else {
            return;
        };
        let pattern: Pattern = phrase
            .split_whitespace()
            .map(|word| element(word, sets))
            .collect();
        let number = self.phrases.len();
        for choice in pattern.iter().take(1).flat_map(|first| &first.choices) {
            match choice {
                Choice::Word(word) => self.words.push((word, number)),
                Choice::Stem(stem) => self.stems.push((stem, number)),
                Choice::Relation | Choice::Number | Choice::Name | Choice::Any => {}
            }
        }
        self.phrases.push((*kind, pattern));
    }
}

fn named<'a>(list: &'a [(&'static str, usize)], name: &str) -> impl Iterator<Item = usize> + 'a {
    let start = list.partition_point(|(word, _)| *word < name);
    let end = list.partition_point(|(word, _)| *word <= name);
    list.get(start..end)
        .unwrap_or_default()
        .iter()
        .map(|(_, number)| *number)
}

fn element(word: &'static str, sets: &[Set]) -> Element {
    if word == ".." {
        return Element {
            choices: vec![Choice::Any],
            takes: Takes::Some,
        };
    }
    let (word, takes) = match (word.strip_prefix('!'), word.strip_suffix('?')) {
        (Some(word), _) => (word, Takes::Not),
        (None, Some(word)) => (word, Takes::OneOrNone),
        (None, None) => (word, Takes::One),
    };
    let choices = word
        .split('|')
        .flat_map(|word| choices(word, sets))
        .collect();
    Element { choices, takes }
}

fn choices(word: &'static str, sets: &[Set]) -> Vec<Choice> {
    match (word, word.strip_prefix('@')) {
        ("#", _) => vec![Choice::Number],
        ("^", _) => vec![Choice::Name],
        (_, Some("relation")) => vec![Choice::Relation],
        (_, Some(name)) => {
            let sets = sets.iter().filter(|(set, _)| *set == name);
            sets.flat_map(|(_, words)| words.iter().map(|word| one(word)))
                .collect()
        }
        (word, None) => vec![one(word)],
    }
}

fn one(word: &'static str) -> Choice {
    word.strip_suffix('~')
        .map_or(Choice::Word(word), Choice::Stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::key;
    use crate::phrases::TEXTS;

    #[test]
    fn every_line_of_every_table_is_understood_and_written_as_words_are_compared() {
        for (language, _, text) in TEXTS {
            let lines = text.lines().filter(|line| !line.is_empty());
            let phrases = lines.clone().filter(|line| !line.starts_with(['#', '@']));
            assert_eq!(
                Table::read(text).phrases.len(),
                phrases.count(),
                "{language}"
            );
            let words = lines.filter(|line| !line.starts_with('#'));
            let words = words.flat_map(|line| line.split([' ', '|', ':']));
            for word in words.map(|word| word.trim_matches(['@', '!', '?', '~', '#', '^', '.'])) {
                assert_eq!(word, key(word), "{language}");
            }
        }
    }

    #[test]
    fn every_set_that_is_named_is_there() {
        for (language, _, text) in TEXTS {
            let table = Table::read(text);
            let elements = table.phrases.iter().flat_map(|(_, pattern)| pattern);
            let empty = elements.filter(|element| element.choices.is_empty());
            assert_eq!(empty.count(), 0, "{language}");
        }
    }
}
