//! Search in memory: every script, whatever its case, its accents or its figures.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

/// Texts that can be searched, by key. Dropped with the page.
#[derive(Debug, Clone)]
pub struct Index<K>(BTreeMap<K, String>);

impl<K> Default for Index<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

/// What is looked for: every word of it, anywhere in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(Vec<String>);

impl Query {
    /// Reads what was typed.
    pub fn of(typed: &str) -> Self {
        Self(
            fold(typed)
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn is_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word.as_str()))
    }
}

impl<K: Ord + Copy> Index<K> {
    /// Takes a text in, in place of what this key had.
    pub fn put(&mut self, key: K, text: &str) {
        self.0.insert(key, fold(text));
    }

    /// Adds to what this key has, unless it has that already.
    pub fn add_once(&mut self, key: K, text: &str) {
        let (known, new) = (self.0.entry(key).or_default(), fold(text));
        if !known.contains(&new) {
            known.push('\n');
            known.push_str(&new);
        }
    }

    /// Whether the text of this key holds what is looked for.
    pub fn holds(&self, key: K, query: &Query) -> bool {
        query.is_empty() || self.0.get(&key).is_some_and(|folded| query.is_in(folded))
    }

    /// Forgets every text.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// A text as it is compared: lower case, without accents, with ASCII figures and single spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            folded.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        } else {
            let letters = word.nfkd().flat_map(char::to_lowercase);
            folded.extend(letters.filter(|c| !is_accent(*c)).map(plain));
        }
    }
    folded
}

/// Marks over and under letters that people leave out when they type: those of Latin, Greek and
/// Cyrillic, and the vowel signs of Arabic. Those of Indian scripts are letters.
const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{200b}'..='\u{200f}')
}

/// One letter or figure for those that are written alike.
fn plain(c: char) -> char {
    match c {
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ı' => 'i',
        'ς' => 'σ',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ه' | 'ة' | 'ۃ' => 'ہ',
        '’' | '‘' => '\'',
        _ => figure(c).unwrap_or(c),
    }
}

/// The ASCII figure for one of Arabic, Urdu, Hindi, Bengali, Punjabi or Gujarati.
fn figure(c: char) -> Option<char> {
    let zero = match c {
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{9e6}'..='\u{9ef}' => '\u{9e6}',
        '\u{a66}'..='\u{a6f}' => '\u{a66}',
        '\u{ae6}'..='\u{aef}' => '\u{ae6}',
        _ => return None,
    };
    char::from_digit(u32::from(c).saturating_sub(u32::from(zero)), 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_figures_and_spaces_make_no_difference() {
        for (written, typed) in [
            ("Zażółć gęślą JAŹŃ", "zazolc gesla jazn"),
            ("Straße  in\nBradford", "bradford straße"),
            ("فون نمبر ۰۷۷۰۰", "07700"),
            ("ਗੱਡੀ ਨੰਬਰ ੭੮੬", "786 ਗੱਡੀ"),
            ("يقول أحمد", "یقول احمد"),
            ("He doesn’t know", "doesn't"),
            ("O\u{308}zil and Özil", "ÖZIL"),
        ] {
            assert!(Query::of(typed).is_in(&fold(written)), "{written}: {typed}");
        }
        assert!(
            !Query::of("ਕੀ").is_in(&fold("ਕਾ")),
            "vowels of Punjabi are letters"
        );
    }

    #[test]
    fn every_word_must_be_there_and_nothing_typed_finds_all() {
        let mut index = Index::default();
        index.put(1, "Grey van behind the chapel");
        index.put(2, "Blue van at the mill");
        index.add_once(2, "YJ19 KTN");
        let found = |typed: &str| {
            let query = Query::of(typed);
            [1, 2, 3].map(|key| index.holds(key, &query))
        };
        assert_eq!(found("VAN"), [true, true, false]);
        assert_eq!(found("mill van"), [false, true, false]);
        assert_eq!(found("yj19"), [false, true, false]);
        assert_eq!(found("van canal"), [false; 3]);
        assert_eq!(found("  "), [true; 3]);
    }
}
