//! A text beside what became of it, word by word.

use std::ops::Range;
use std::time::Duration;

use domain::work::RUN;
use similar::{Algorithm, DiffTag, TextDiff};

/// How long the best way is looked for; a good one is found in less.
const PATIENCE: Duration = Duration::from_millis(50);

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Stands in both texts, too short to be known again.
    Same,
    /// Stands in both texts, as long a stretch as points to the source.
    Survives,
    /// Stands in one text only.
    Other,
}

/// Some words in a row, with the spaces behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) fate: Fate,
    pub(crate) text: String,
}

/// Both texts in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) before: Vec<Part>,
    pub(crate) after: Vec<Part>,
}

impl Difference {
    /// Between two texts. Capitals and marks around words make none.
    pub(crate) fn of(before: &str, after: &str) -> Self {
        let (old, new) = (Words::of(before), Words::of(after));
        let (keys, new_keys) = (old.keys(), new.keys());
        let ways = TextDiff::configure()
            .algorithm(Algorithm::Patience)
            .timeout(PATIENCE)
            .diff_slices(&keys, &new_keys);
        let mut difference = Self {
            before: Vec::new(),
            after: Vec::new(),
        };
        for way in ways.ops() {
            let fate = match way.tag() {
                DiffTag::Equal if way.old_range().len() >= RUN => Fate::Survives,
                DiffTag::Equal => Fate::Same,
                DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => Fate::Other,
            };
            difference.before.extend(old.part(way.old_range(), fate));
            difference.after.extend(new.part(way.new_range(), fate));
        }
        difference
    }
}

struct Words<'a> {
    texts: Vec<&'a str>,
    /// What tells words apart.
    keys: Vec<String>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        let mut texts: Vec<&str> = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest
                .find(|c: char| !c.is_whitespace())
                .unwrap_or(rest.len());
            let (_, behind) = rest.split_at(word);
            let end = behind.find(char::is_whitespace).unwrap_or(behind.len());
            let end = word.saturating_add(end);
            let (_, behind) = rest.split_at(end);
            let spaces = behind.len().saturating_sub(behind.trim_start().len());
            let (one, after) = rest.split_at(end.saturating_add(spaces));
            texts.push(one);
            rest = after;
        }
        let key = |text: &&str| {
            let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
            let bare = if bare.is_empty() { text.trim() } else { bare };
            bare.to_lowercase()
        };
        let keys = texts.iter().map(key).collect();
        Self { texts, keys }
    }

    fn keys(&self) -> Vec<&str> {
        self.keys.iter().map(String::as_str).collect()
    }

    fn part(&self, range: Range<usize>, fate: Fate) -> Option<Part> {
        let text = self.texts.get(range)?.concat();
        (!text.is_empty()).then_some(Part { fate, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIP: &str = "My brother keeps a gun  under the pillow.\nI saw it at night.";

    fn said(parts: &[Part]) -> Vec<(Fate, &str)> {
        let parts = parts.iter().map(|part| (part.fate, part.text.as_str()));
        parts.collect()
    }

    fn whole(parts: &[Part]) -> String {
        parts.iter().map(|part| part.text.as_str()).collect()
    }

    #[test]
    fn both_texts_are_whole_and_what_changed_is_told_apart() {
        let report = "A male keeps a gun under the pillow, it was seen at night.";
        let difference = Difference::of(TIP, report);
        assert_eq!(whole(&difference.before), TIP);
        assert_eq!(whole(&difference.after), report);
        assert_eq!(
            said(&difference.before),
            [
                (Fate::Other, "My brother "),
                (Fate::Survives, "keeps a gun  under the pillow.\n"),
                (Fate::Other, "I saw "),
                (Fate::Same, "it "),
                (Fate::Same, "at night."),
            ]
        );
        assert_eq!(
            said(&difference.after)[..2],
            [
                (Fate::Other, "A male "),
                (Fate::Survives, "keeps a gun under the pillow, "),
            ]
        );
    }

    #[test]
    fn nothing_beside_something_is_all_other() {
        let difference = Difference::of("", "A report. ");
        assert_eq!(difference.before, []);
        assert_eq!(said(&difference.after), [(Fate::Other, "A report. ")]);
        assert_eq!(
            said(&Difference::of("  ", "").before),
            [(Fate::Other, "  ")]
        );
    }

    #[test]
    fn every_script_is_compared_by_its_words() {
        let difference = Difference::of("وہ رات کو آتا ہے", "وہ رات کو نہیں آتا");
        assert_eq!(whole(&difference.before), "وہ رات کو آتا ہے");
        assert_eq!(
            difference.after.first().map(|part| part.fate),
            Some(Fate::Same)
        );
    }
}
