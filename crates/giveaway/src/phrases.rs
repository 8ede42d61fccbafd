//! Finding phrases of every language in a text.

use std::ops::Range;
use std::sync::LazyLock;

use domain::tip::Language;

use crate::hint::Kind;
use crate::pattern::length;
use crate::table::Table;
use crate::time::is_exact;
use crate::words::Word;

/// Words that one phrase may take.
const PHRASE_WORDS: usize = 16;

/// A script that a table is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Arabic,
    Gurmukhi,
    Bengali,
}

struct Known {
    language: &'static str,
    script: Script,
    table: Table,
}

/// Every table with its language and its script.
pub(crate) const TEXTS: [(&str, Script, &str); 8] = [
    ("en", Script::Latin, include_str!("../tables/en.txt")),
    ("pl", Script::Latin, include_str!("../tables/pl.txt")),
    ("ro", Script::Latin, include_str!("../tables/ro.txt")),
    ("ur", Script::Arabic, include_str!("../tables/ur.txt")),
    ("pnb", Script::Arabic, include_str!("../tables/pnb.txt")),
    ("ar", Script::Arabic, include_str!("../tables/ar.txt")),
    ("pa", Script::Gurmukhi, include_str!("../tables/pa.txt")),
    ("bn", Script::Bengali, include_str!("../tables/bn.txt")),
];

static KNOWN: LazyLock<[Known; 8]> = LazyLock::new(|| {
    TEXTS.map(|(language, script, text)| Known {
        language,
        script,
        table: Table::read(text),
    })
});

/// The phrases in a text: those of the page's language, of English, and of every script that is not Latin.
pub(crate) fn phrases(words: &[Word<'_>], language: &Language) -> Vec<(Range<usize>, Kind)> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| !word.is_quoted) {
        let Some(script) = script(&word.key) else {
            continue;
        };
        let from = words.get(at..).unwrap_or_default().iter();
        let line = from
            .take(PHRASE_WORDS)
            .take_while(|next| next.sentence == word.sentence);
        let line = words
            .get(at..at.saturating_add(line.count()))
            .unwrap_or_default();
        for known in KNOWN.iter().filter(|known| known.is_read(script, language)) {
            let longest = longest(&known.table, word, line);
            let Some((count, kind)) =
                longest.filter(|(count, kind)| *kind != Kind::Time || is_exact(words, at, *count))
            else {
                continue;
            };
            let last = count.checked_sub(1).and_then(|last| line.get(last));
            found.extend(last.map(|last| (word.at.start..last.at.end, kind)));
        }
    }
    found
}

/// The longest phrase that begins with a word.
fn longest(table: &Table, word: &Word<'_>, line: &[Word<'_>]) -> Option<(usize, Kind)> {
    let begun = word.readings().flat_map(|key| table.beginning(key));
    let found = begun.filter_map(|(kind, pattern)| Some((length(pattern, line)?, *kind)));
    found.max_by(|(one, kind), (other, that)| one.cmp(other).then(that.cmp(kind)))
}

impl Known {
    fn is_read(&self, script: Script, page: &Language) -> bool {
        let tag = page.as_str().split('-').next().unwrap_or_default();
        let anywhere = self.script != Script::Latin || self.language == "en";
        self.script == script && (anywhere || tag.eq_ignore_ascii_case(self.language))
    }
}

fn script(key: &str) -> Option<Script> {
    match key.chars().next()? {
        'a'..='z' | '\u{c0}'..='\u{24f}' => Some(Script::Latin),
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => Some(Script::Arabic),
        '\u{a00}'..='\u{a7f}' => Some(Script::Gurmukhi),
        '\u{980}'..='\u{9ff}' => Some(Script::Bengali),
        _ => None,
    }
}
