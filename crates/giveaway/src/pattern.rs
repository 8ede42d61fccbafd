//! One phrase to look for, word by word.

use domain::work::is_relation;

use crate::words::Word;

/// A phrase: what must stand there, one after the other.
pub(crate) type Pattern = Vec<Element>;

/// One place in a phrase.
pub(crate) struct Element {
    pub(crate) choices: Vec<Choice>,
    pub(crate) takes: Takes,
}

/// How many words a place takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    One,
    OneOrNone,
    /// Up to three of any.
    Some,
    /// Looks at the next word: it must not be one of these.
    Not,
}

/// What fits in a place.
pub(crate) enum Choice {
    Word(&'static str),
    /// How a word begins.
    Stem(&'static str),
    /// What somebody is to another, in English.
    Relation,
    Number,
    Name,
    Any,
}

impl Choice {
    fn fits(&self, word: &Word<'_>) -> bool {
        match self {
            Self::Word(wanted) => word.readings().any(|key| key == *wanted),
            Self::Stem(stem) => word.readings().any(|key| key.starts_with(stem)),
            Self::Relation => is_relation(&word.key),
            Self::Number => word.is_number(),
            Self::Name => word.is_like_a_name(),
            Self::Any => true,
        }
    }
}

/// How many of these words are the phrase, if they begin with it.
pub(crate) fn length(pattern: &[Element], words: &[Word<'_>]) -> Option<usize> {
    let Some((element, rest)) = pattern.split_first() else {
        return Some(0);
    };
    let fits = |word: &Word<'_>| element.choices.iter().any(|choice| choice.fits(word));
    let after = |count: usize| {
        let (taken, behind) = words.split_at_checked(count)?;
        let all = taken.iter().all(fits);
        all.then(|| length(rest, behind))?
            .map(|length| length.saturating_add(count))
    };
    match element.takes {
        Takes::One => after(1),
        Takes::OneOrNone => after(1).or_else(|| after(0)),
        Takes::Some => (0..=3).find_map(after),
        Takes::Not => match words.first() {
            Some(word) if fits(word) => None,
            Some(_) | None => after(0),
        },
    }
}
