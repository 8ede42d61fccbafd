//! The table of cases: texts in which the words that should be hinted at are marked.

use std::ops::Range;

use domain::tip::Language;
use giveaway::Kind;

/// A text as a teller would write it.
pub(crate) struct Case {
    pub(crate) language: &'static str,
    pub(crate) text: String,
    /// What should be hinted at.
    pub(crate) marks: Vec<(Range<usize>, Kind)>,
}

/// Those the tables were made with.
pub(crate) fn tuned() -> Vec<Case> {
    read(include_str!("../data/tuned.txt"))
}

/// Those written before the program met any case.
pub(crate) fn held() -> Vec<Case> {
    read(include_str!("../data/held.txt"))
}

/// The language of a page.
pub(crate) fn language(tag: &str) -> Language {
    Language::try_from(tag.to_owned()).expect("a tag")
}

fn read(table: &'static str) -> Vec<Case> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(case).collect()
}

fn case(line: &'static str) -> Case {
    let (language, mut rest) = line.split_once('\t').expect("a language and a text");
    let (mut text, mut marks) = (String::new(), Vec::new());
    while let Some((before, mark)) = rest.split_once('[') {
        let (mark, behind) = mark.split_once(']').expect("a mark is closed");
        let (name, words) = mark.split_once('|').expect("a mark has a kind");
        let key = format!("giveaway-{name}");
        let kind = Kind::ALL.into_iter().find(|kind| kind.key() == key);
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        marks.push((start..text.len(), kind.expect("a mark's kind is one")));
        rest = behind;
    }
    text.push_str(rest);
    Case {
        language,
        text,
        marks,
    }
}
