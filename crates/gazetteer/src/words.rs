//! What a person typed, cut into words that compare well.

use std::ops::Range;

use domain::question::PLACE_MAX;

/// Words of a typed text that are looked at.
pub(crate) const WORDS_MAX: usize = 200;

/// One word of a typed text.
pub(crate) struct Word<'a> {
    /// Where it stands, in bytes.
    pub(crate) at: Range<usize>,
    /// As typed, without what stands around it.
    pub(crate) typed: &'a str,
    /// Small letters and digits, with one writing for Saint, Street, Road.
    pub(crate) key: String,
}

/// Streets are named after places they lead to, so a place before one of these is none.
const STREETS: &[&str] = &[
    "rd",
    "st",
    "lane",
    "ln",
    "avenue",
    "ave",
    "drive",
    "dr",
    "close",
    "crescent",
    "terrace",
    "way",
    "grove",
    "walk",
    "row",
    "court",
    "gardens",
    "parade",
    "bypass",
    "roundabout",
    "motorway",
];

/// Places whose names are everyday words: inside a longer text they are believed only if written as names.
const EVERYDAY: &[&str] = &[
    "barley",
    "beal",
    "burn",
    "clough",
    "cray",
    "fence",
    "heath",
    "highfield",
    "highgate",
    "hilltop",
    "hook",
    "idle",
    "jump",
    "lees",
    "marsh",
    "moss",
    "mount",
    "newhouses",
    "oldtown",
    "paddock",
    "peacock",
    "read",
    "settle",
    "shaw",
    "stean",
    "summit",
    "sutton",
    "syke",
    "toller",
    "triangle",
    "water",
    "weir",
    "westend",
    "wham",
];

/// The words of a text: at most [`WORDS_MAX`], of its first [`PLACE_MAX`] bytes.
pub(crate) fn split(text: &str) -> Vec<Word<'_>> {
    let end = text.floor_char_boundary(PLACE_MAX);
    let (text, _) = text.split_at(end);
    all(text).take(WORDS_MAX).collect()
}

/// All words of a text.
pub(crate) fn all(text: &str) -> impl Iterator<Item = Word<'_>> {
    let apart = |c: char| !(c.is_alphanumeric() || is_apostrophe(c));
    let mut end = 0_usize;
    let pieces = text.split_inclusive(apart).map(move |piece| {
        let start = end;
        end = end.saturating_add(piece.len());
        word(start, piece.trim_end_matches(apart))
    });
    pieces.filter(|word| !word.key.is_empty())
}

/// The key of a name: its words' keys without the spaces between, which people put anywhere.
pub(crate) fn key(name: &str) -> String {
    split(name).iter().map(|word| word.key.as_str()).collect()
}

/// Whether a word makes a street of the place name before it.
pub(crate) fn is_street(word: &Word<'_>) -> bool {
    STREETS.contains(&word.key.as_str())
}

/// Whether the name with this key is an everyday word too.
pub(crate) fn is_everyday(key: &str) -> bool {
    EVERYDAY.contains(&key)
}

impl Word<'_> {
    /// Whether it begins with a capital.
    pub(crate) fn is_capitalised(&self) -> bool {
        self.typed.chars().next().is_some_and(char::is_uppercase)
    }
}

fn word(start: usize, typed: &str) -> Word<'_> {
    let letters = typed.chars().filter(|c| !is_apostrophe(*c));
    let key: String = letters.flat_map(char::to_lowercase).collect();
    let key = match key.as_str() {
        "saint" | "street" => "st".to_owned(),
        "road" => "rd".to_owned(),
        _ => key,
    };
    let at = start..start.saturating_add(typed.len());
    Word { at, typed, key }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}
