//! A text cut into words that compare well.

use std::ops::Range;

use crate::fold::{is_apostrophe, is_of_a_word, key, plain};
use crate::quotation::quotations;

/// One word of a text.
pub struct Word<'a> {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// As typed.
    pub typed: &'a str,
    /// As compared.
    pub key: String,
    /// As compared by those who leave accents out.
    pub plain: String,
    /// Which sentence it stands in.
    pub sentence: usize,
    /// Somebody else's words.
    pub is_quoted: bool,
}

/// The words of a text.
pub fn split(text: &str) -> Vec<Word<'_>> {
    let quotations = quotations(text);
    let mut quotations = quotations.iter().peekable();
    let (mut words, mut sentence, mut start) = (Vec::new(), 0_usize, None);
    let mut before = ' ';
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if is_of_a_word(c) => start = Some(at),
            Some(from) if !is_of_a_word(c) && !is_apostrophe(c) => {
                while quotations.peek().is_some_and(|one| one.end <= from) {
                    quotations.next();
                }
                let is_quoted = quotations.peek().is_some_and(|one| one.start <= from);
                words.extend(word(text, from..at, sentence, is_quoted));
                start = None;
            }
            _ => {}
        }
        let next = text.get(at..).and_then(|rest| rest.chars().nth(1));
        if ends_a_sentence(before, c, next) {
            sentence = sentence.saturating_add(1);
        }
        before = c;
    }
    words
}

impl Word<'_> {
    /// Whether it is written as a name, or in a script that has no capitals.
    pub fn is_like_a_name(&self) -> bool {
        let first = self.typed.chars().next();
        first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
    }

    /// Whether it begins with a digit of any script.
    pub fn is_number(&self) -> bool {
        self.key.starts_with(|c: char| c.is_ascii_digit())
    }

    /// The other ways in which it is compared: without accents, without what Arabic joins to it.
    pub fn readings(&self) -> impl Iterator<Item = &str> {
        let bare = self.key.strip_prefix(['و', 'ف', 'ب', 'ل']);
        let bare = bare.filter(|bare| bare.chars().count() > 2);
        let plain = (self.plain != self.key).then_some(self.plain.as_str());
        [Some(self.key.as_str()), plain, bare].into_iter().flatten()
    }
}

fn word(text: &str, at: Range<usize>, sentence: usize, is_quoted: bool) -> Option<Word<'_>> {
    let typed = text.get(at.clone())?.trim_end_matches(is_apostrophe);
    let key = key(typed);
    let end = at.start.saturating_add(typed.len());
    (!key.is_empty()).then(|| Word {
        at: at.start..end,
        typed,
        plain: plain(&key),
        key,
        sentence,
        is_quoted,
    })
}

/// A stop between digits, as in `9.30`, ends nothing.
fn ends_a_sentence(before: char, c: char, next: Option<char>) -> bool {
    let digit = |c: char| crate::fold::digit(c).is_some();
    match c {
        '.' => !(digit(before) && next.is_some_and(digit)),
        c => matches!(c, '!' | '?' | '\n' | '۔' | '؟' | '।'),
    }
}
