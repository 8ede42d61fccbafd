//! People that a text names: precision before recall.

use std::collections::HashSet;

use domain::work::EntityKind;
use giveaway::{Word, key, plain};

use crate::cues::Cues;
use crate::reader::{Spot, are_joined};

/// First names, a line each; those that are words too are marked.
const GIVEN: &str = include_str!("../tables/given.txt");
/// What stands before a name.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "pan", "pani", "domnul", "doamna",
];
/// Phrases behind which a name stands.
#[rustfmt::skip]
const CUES: &[&[&str]] = &[
    &["called"], &["named"], &["name", "is"], &["names"], &["known", "as"], &["goes", "by"], &["nickname"], &["nicknamed"], &["aka"],
    &["alias"], &["call", "him"], &["call", "her"], &["calls", "himself"], &["calls", "herself"], &["they", "call"], &["by", "the", "name", "of"],
    &["imieniu"], &["nazwisku"], &["nazywa", "sie"], &["nazywaja"], &["ksywa"], &["ksywie"], &["zwany"], &["niejaki"], &["na", "imie"],
    &["pe", "nume"], &["numit"], &["il", "cheama"], &["numele"],
];
/// Phrases of scripts without capitals.
const BARE_CUES: &[&[&str]] = &[&["نام"], &["ਨਾਮ"], &["ਨਾਂ"], &["নাম"], &["اسمہ"]];
/// Words that end such a name.
#[rustfmt::skip]
const BARE_ENDS: &[&str] = &[
    "ہے", "ہی", "کا", "کی", "کے", "و", "اور", "تھا", "نہیں", "معلوم", "کو", "پر", "سے", "ਹੈ", "ਦਾ", "ਤੇ", "ਅਤੇ", "ਸੀ", "ਨਹੀਂ", "ਪਤਾ", "ਨੂੰ", "ਹਨ",
    "এবং", "জানি", "না", "ও", "হলো", "আর",
];
/// Things of which what follows "called" is the name.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "account", "app", "band", "bar", "boat", "business", "cafe", "car", "channel", "club", "company", "dog", "drug", "firm", "game", "gang", "garage",
    "group", "gym", "house", "line", "page", "place", "pub", "restaurant", "road", "salon", "school", "shop", "site", "street", "takeaway",
    "website", "stuff", "crew", "something",
];
/// Words that are written with a capital and are nobody.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december", "the", "he", "she", "they", "his", "her", "it", "we", "and", "but", "there", "police",
    "crimestoppers", "childline", "council", "english", "polish", "asian", "british", "romanian", "albanian", "vietnamese", "chinese", "pakistani",
    "indian", "kurdish", "snapchat", "instagram", "facebook", "telegram", "whatsapp", "signal", "tiktok", "audi", "bmw", "ford", "vauxhall",
    "mercedes", "vw", "golf", "transit", "toyota", "nissan", "range", "rover", "tesco", "asda", "aldi", "lidl", "morrisons", "sainsburys",
    "greggs", "boots", "god", "christmas", "eid", "easter", "covid", "also", "then", "when", "if", "i", "im", "ive", "a", "an", "this", "that", "these",
    "ring", "text", "on", "in", "at", "from", "with", "for", "my", "uk", "england", "yorkshire", "drives", "lives", "sells", "who", "every", "nobody",
];
/// Words that make a street, a shop or a house of the name before them.
#[rustfmt::skip]
const NOT_BEFORE: &[&str] = &[
    "academy", "arms", "avenue", "barbers", "cars", "centre", "church", "close", "college", "court", "crescent", "drive", "garage", "gardens", "grove",
    "hall", "hospital", "hotel", "house", "inn", "lane", "lodge", "ltd", "market", "mill", "mills", "motors", "park", "place", "primary", "quarter", "rd",
    "road", "school", "shop", "square", "st", "station", "store", "street", "surgery", "takeaway", "terrace", "tyres", "view", "walk", "way", "works",
];
/// What makes a place of a name that is a word too: `Daisy Hill`.
const LAND: &[&str] = &[
    "hill", "bank", "green", "wood", "field", "farm", "moss", "top",
];
/// Most words of a name.
const NAME_WORDS: usize = 3;
/// Most words of a name in a script without capitals.
const BARE_WORDS: usize = 2;
/// Words before a cue in which the thing is looked for.
const REACH: usize = 3;

/// The table of first names.
pub(crate) struct Names {
    given: HashSet<String>,
    /// Names that are words too: they count only with another name behind them.
    words_too: HashSet<String>,
    cues: Cues,
    bare_cues: Cues,
    bare_ends: HashSet<String>,
}

impl Names {
    pub(crate) fn open() -> Self {
        let (mut given, mut words_too) = (HashSet::new(), HashSet::new());
        for name in GIVEN.split_whitespace() {
            match name.strip_suffix('?') {
                Some(name) => words_too.insert(plain(&key(name))),
                None => given.insert(plain(&key(name))),
            };
        }
        Self {
            given,
            words_too,
            cues: Cues::of(CUES),
            bare_cues: Cues::of(BARE_CUES),
            bare_ends: BARE_ENDS.iter().map(|end| key(end)).collect(),
        }
    }

    /// The people a text names.
    pub(crate) fn people(&self, text: &str, words: &[Word<'_>]) -> Vec<Spot> {
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(from) = words.get(at..).filter(|from| !from.is_empty()) {
            let before = words.get(..at).unwrap_or_default();
            let skip = self.cue(before, from).filter(|_| !is_of_a_thing(before));
            let cued = skip.and_then(|skip| {
                let from = from.get(skip..)?;
                let count = name_length(text, from, 0);
                (count > 0).then_some((skip, count))
            });
            let bare = || self.bare(text, from);
            let plain = || self.given(text, from).map(|count| (0, count));
            let read = cued.or_else(bare).or_else(plain);
            let (skip, count) = read.unwrap_or((1, 0));
            found.extend(spot(from, skip, count));
            at = at.saturating_add(skip.saturating_add(count).max(1));
        }
        found
    }

    /// How many words from here are a name: a first name that is no everyday word, or one that another
    /// name follows; or a title and a name.
    fn given(&self, text: &str, from: &[Word<'_>]) -> Option<usize> {
        let first = from.first()?;
        if !is_capital(first) {
            return None;
        }
        let is_title = TITLES.contains(&first.plain.as_str());
        if is_title {
            let after = from.get(1..)?;
            let near = text.get(first.at.end..after.first()?.at.start);
            let count = name_length(text, after, 0);
            return (matches!(near, Some(" " | ". ")) && count > 0)
                .then(|| count.saturating_add(1));
        }
        let known = self.given.contains(&first.plain);
        let likely = known || self.words_too.contains(&first.plain);
        let next = from.get(1).map_or("", |word| word.key.as_str());
        let is_land = !known && LAND.contains(&next);
        let count = if likely && !is_land {
            name_length(text, from, 1)
        } else {
            0
        };
        (count > 1 || (known && count > 0)).then_some(count)
    }

    /// How many words a cue has that begins here.
    fn cue(&self, before: &[Word<'_>], from: &[Word<'_>]) -> Option<usize> {
        let count = self.cues.at(from)?;
        let first = from.first()?;
        // "Names" alone counts only as "name's".
        let is_many = first.key == "names" && !first.typed.contains(['\'', '’']);
        let last = before.last();
        let mine = last.is_some_and(|word| matches!(word.key.as_str(), "my" | "im"));
        (!is_many && !mine).then_some(count)
    }

    /// A name behind the word for it, in a script without capitals.
    fn bare(&self, text: &str, from: &[Word<'_>]) -> Option<(usize, usize)> {
        let skip = self.bare_cues.at(from)?;
        let behind = from.get(skip..)?;
        let (first, sentence) = (behind.first()?, from.first()?.sentence);
        let is_of_it = |word: &&Word<'_>| {
            word.sentence == sentence && !word.key.is_ascii() && !self.bare_ends.contains(&word.key)
        };
        let count = behind.iter().take(BARE_WORDS).take_while(is_of_it).count();
        let between = text.get(from.get(skip.checked_sub(1)?)?.at.end..first.at.start);
        let near = between.is_some_and(|between| !between.contains([',', '،']));
        (count > 0 && near).then_some((skip, count))
    }
}

fn spot(from: &[Word<'_>], skip: usize, count: usize) -> Option<Spot> {
    let mut name = from.get(skip..skip.checked_add(count)?)?;
    if let [title, rest @ ..] = name
        && !rest.is_empty()
        && TITLES.contains(&title.plain.as_str())
    {
        name = rest;
    }
    let (first, last) = (name.first()?, name.last()?);
    let value: Vec<&str> = name.iter().map(|word| word.typed).collect();
    Some(Spot::new(
        first.at.start..last.at.end,
        EntityKind::Person,
        value.join(" "),
    ))
}

fn is_of_a_thing(before: &[Word<'_>]) -> bool {
    let mut near = before.iter().rev().take(REACH);
    near.any(|word| THINGS.contains(&word.key.as_str()))
}

/// How many words from here are written as one name, of which so many are known to be one.
fn name_length(text: &str, from: &[Word<'_>], known: usize) -> usize {
    let mut count = 0_usize;
    for word in from.iter().take(NAME_WORDS) {
        let before = count.checked_sub(1).and_then(|before| from.get(before));
        let joined = before.is_none_or(|before| are_joined(text, before, word));
        let is_name = is_capital(word) && !(count >= known && NOBODY.contains(&word.key.as_str()));
        if !joined || !is_name {
            break;
        }
        count = count.saturating_add(1);
    }
    let last = count.checked_sub(1).and_then(|last| from.get(last));
    let follows = |word: &Word<'_>| {
        NOT_BEFORE.contains(&word.key.as_str())
            && last.is_some_and(|last| are_joined(text, last, word))
    };
    let is_thing = from.get(count).is_some_and(follows)
        || from
            .iter()
            .take(count)
            .skip(1)
            .any(|word| NOT_BEFORE.contains(&word.key.as_str()));
    if is_thing { 0 } else { count }
}

/// Whether a word is written as a name: a capital, and not all capitals.
fn is_capital(word: &Word<'_>) -> bool {
    let mut letters = word.typed.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let rest: Vec<char> = letters.filter(|c| c.is_alphabetic()).collect();
    first && (rest.is_empty() || rest.iter().any(|c| c.is_lowercase())) && !word.is_number()
}

#[cfg(test)]
mod tests {
    use giveaway::split;

    use super::*;

    fn found(text: &str) -> Vec<String> {
        let people = Names::open().people(text, &split(text));
        people.into_iter().map(|spot| spot.value).collect()
    }

    #[test]
    fn people_are_found_by_first_names_titles_and_what_stands_before_them() {
        for (text, wanted) in [
            ("It is Tariq Example who sells.", "Tariq Example"),
            ("a lad called Smudge", "Smudge"),
            ("Mr. Exampleson next door", "Exampleson"),
            ("his name is Zbigniew Przykład", "Zbigniew Przykład"),
            ("mężczyzna o imieniu Krzysztof", "Krzysztof"),
            ("اس کا نام طارق محمود ہے", "طارق محمود"),
            ("ਉਸ ਦਾ ਨਾਂ ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਹੈ", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"),
        ] {
            assert_eq!(found(text), [wanted], "{text}");
        }
    }

    #[test]
    fn shops_streets_days_and_words_are_nobody() {
        for text in [
            "a shop called Bargain Box",
            "on Victoria Road",
            "I called Police",
            "every Friday. Will they come?",
            "Mark my words",
            "the Albert Arms",
            "my name is Dean",
        ] {
            assert_eq!(
                found(text).iter().filter(|name| *name != "Dean").count(),
                0,
                "{text}"
            );
        }
    }
}
