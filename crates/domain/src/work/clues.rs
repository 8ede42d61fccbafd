//! Words that could still point to the source, found by looking: an officer decides about each.

use std::collections::HashMap;
use std::ops::Range;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// How words can point to the source.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Encode, Decode,
)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum Clue {
    /// "I", "my": the source speaking.
    #[n(0)]
    FirstPerson,
    /// "Cousin": who would call somebody that?
    #[n(1)]
    Relationship,
    /// "Across the road": where must one stand to see this?
    #[n(2)]
    Vantage,
    /// "22:15": a time only a few could know.
    #[n(3)]
    Time,
    /// A stretch of the reporter's own words.
    #[n(4)]
    Phrasing,
}

impl Clue {
    /// Every clue, in the order shown.
    pub const ALL: [Self; 5] = [
        Self::FirstPerson,
        Self::Relationship,
        Self::Vantage,
        Self::Time,
        Self::Phrasing,
    ];
}

/// Words of a text that point to the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundClue {
    /// How they point.
    pub clue: Clue,
    /// Where they stand, in bytes of the text.
    pub at: Range<usize>,
    /// The words, lower case.
    pub words: String,
}

const FIRST_PERSON: &[&str] = &[
    "i", "i'm", "i've", "i'd", "me", "my", "mine", "myself", "we", "we're", "us", "our", "ours",
];
#[rustfmt::skip]
const RELATIONS: &[&str] = &[
    "brother", "sister", "mother", "father", "mum", "mam", "dad", "son", "daughter", "cousin",
    "uncle", "aunt", "auntie", "nephew", "niece", "wife", "husband", "partner", "boyfriend",
    "girlfriend", "ex", "neighbour", "landlord", "tenant", "colleague", "boss", "friend", "mate",
    "classmate", "flatmate", "housemate", "workmate", "relative", "parent", "grandmother",
    "grandfather",
];
#[rustfmt::skip]
const VANTAGE: &[&str] = &[
    "my window", "the window", "bedroom window", "across the road", "across the street",
    "opposite", "next door", "upstairs", "downstairs", "over the fence", "back garden", "my door",
    "overheard", "could hear", "could see", "told me", "showed me",
];
/// As many words in a row as the reporter wrote them point to the source.
pub const RUN: usize = 6;

/// At so many places where a stretch begins its length is compared: a text that says the same again and
/// again must not keep an officer waiting.
const PLACES: usize = 32;

/// A piece of a text: where it stands, and the word, lower case.
type Word = (Range<usize>, String);

/// Everything in a text that could point to the source, in the order of the text.
pub fn clues(text: &str, original: &str) -> Vec<FoundClue> {
    OwnWords::of(original).clues(text)
}

/// What a reporter wrote, made ready for texts to be compared with, in time that grows with their
/// lengths: an officer's next keystroke waits for it.
pub(super) struct OwnWords {
    /// A number for each different word.
    numbers: HashMap<String, u32>,
    /// The words in their order.
    words: Vec<u32>,
    /// Where each stretch of [`RUN`] words begins.
    stretches: HashMap<[u32; RUN], Vec<usize>>,
}

impl OwnWords {
    /// Of this text.
    pub(super) fn of(original: &str) -> Self {
        let mut numbers = HashMap::new();
        let words = words(original).into_iter();
        let words = words.map(|(_, word)| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(word).or_insert(next)
        });
        let words: Vec<u32> = words.collect();
        let mut stretches = HashMap::<_, Vec<usize>>::new();
        for (at, stretch) in words.array_windows().enumerate() {
            stretches.entry(*stretch).or_default().push(at);
        }
        Self {
            numbers,
            words,
            stretches,
        }
    }

    /// Everything in a text that could point to the source, in the order of the text.
    pub(super) fn clues(&self, text: &str) -> Vec<FoundClue> {
        let words = words(text);
        let first_person = among(Clue::FirstPerson, &words, |word| {
            FIRST_PERSON.contains(&word)
        });
        let relations = among(Clue::Relationship, &words, is_relation);
        let vantage = VANTAGE
            .iter()
            .flat_map(|phrase| phrases(&words, &phrase.split(' ').collect::<Vec<_>>()));
        let mut all: Vec<FoundClue> = first_person
            .chain(relations)
            .chain(vantage)
            .chain(times(text))
            .chain(self.runs(&words))
            .collect();
        all.sort_by_key(|found| (found.at.start, found.clue));
        all
    }

    /// Stretches of at least [`RUN`] words that stand in both texts.
    fn runs(&self, report: &[Word]) -> Vec<FoundClue> {
        let number = |(_, word): &Word| self.numbers.get(word).copied();
        let numbers: Vec<Option<u32>> = report.iter().map(number).collect();
        let mut found = Vec::new();
        let mut at = 0_usize;
        while let Some(rest) = numbers.get(at..).filter(|rest| rest.len() >= RUN) {
            let length = self.longest(rest);
            let run = length.and_then(|length| report.get(at..)?.get(..length));
            found.extend(run.and_then(|run| stretch(Clue::Phrasing, run)));
            at = at.saturating_add(length.unwrap_or(1));
        }
        found
    }

    /// How many words from the first on stand in a row in the original, if at least [`RUN`] do.
    fn longest(&self, report: &[Option<u32>]) -> Option<usize> {
        let mut first = [0; RUN];
        for (slot, number) in first.iter_mut().zip(report) {
            *slot = (*number)?;
        }
        let places = self.stretches.get(&first)?.iter().take(PLACES);
        let common = places.map(|&place| {
            let pairs = self.words.iter().skip(place).zip(report);
            pairs
                .take_while(|(one, other)| Some(**one) == **other)
                .count()
        });
        common.max()
    }
}

fn among<'a>(
    clue: Clue,
    words: &'a [Word],
    wanted: impl Fn(&str) -> bool + 'a,
) -> impl Iterator<Item = FoundClue> + 'a {
    let found = words.iter().filter(move |(_, word)| wanted(word));
    found.map(move |(at, word)| FoundClue {
        clue,
        at: at.clone(),
        words: word.clone(),
    })
}

/// Whether a word in lower case names somebody by what they are to another: also "cousins" and "cousin's".
pub fn is_relation(word: &str) -> bool {
    let bare = word.strip_suffix("'s").unwrap_or(word);
    let one = bare.strip_suffix('s').unwrap_or(bare);
    [bare, one].iter().any(|word| RELATIONS.contains(word))
}

fn phrases(words: &[Word], phrase: &[&str]) -> Vec<FoundClue> {
    let says = |window: &&[Word]| window.iter().map(|(_, word)| word).eq(phrase);
    let found = words.windows(phrase.len()).filter(says);
    found
        .filter_map(|window| stretch(Clue::Vantage, window))
        .collect()
}

fn stretch(clue: Clue, words: &[Word]) -> Option<FoundClue> {
    let ((first, _), (last, _)) = (words.first()?, words.last()?);
    let joined: Vec<&str> = words.iter().map(|(_, word)| word.as_str()).collect();
    Some(FoundClue {
        clue,
        at: first.start..last.end,
        words: joined.join(" "),
    })
}

/// Times such as `22:15`, `9.30pm`, `11 pm`.
fn times(text: &str) -> Vec<FoundClue> {
    let words = pieces(text, char::is_whitespace, |c| !c.is_alphanumeric());
    let next = words.iter().skip(1).map(Some).chain([None]);
    let pairs = words.iter().zip(next);
    let found = pairs.filter_map(|(word, next)| {
        let half = next.filter(|(_, half)| matches!(half.as_str(), "am" | "pm"));
        let whole = |half: &Word| format!("{}{}", word.1, half.1);
        match half {
            Some(half) if is_time(&whole(half)) => {
                stretch(Clue::Time, &[word.clone(), half.clone()])
            }
            _ if is_time(&word.1) => stretch(Clue::Time, std::slice::from_ref(word)),
            _ => None,
        }
    });
    found.collect()
}

/// Whether a word in lower case is a time of day in digits: `22:15`, `9.30pm`, `11pm`.
pub fn is_time(word: &str) -> bool {
    let bare = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
    let digits = bare.unwrap_or(word);
    let number = |text: &str, most: u8| text.parse::<u8>().is_ok_and(|n| n <= most);
    match digits.split_once([':', '.']) {
        Some((hour, minute)) => minute.len() == 2 && number(hour, 23) && number(minute, 59),
        None => bare.is_some() && number(digits, 12),
    }
}

fn words(text: &str) -> Vec<Word> {
    let quote = |c| matches!(c, '\'' | '’');
    pieces(text, |c| !(c.is_alphanumeric() || quote(c)), quote)
}

/// The text cut where `apart` says, without what `trimmed` says at the ends of a piece.
fn pieces(
    text: &str,
    apart: impl Fn(char) -> bool,
    trimmed: impl Fn(char) -> bool + Copy,
) -> Vec<Word> {
    let mut end = 0_usize;
    let mut all = Vec::new();
    for piece in text.split_inclusive(apart) {
        let start = end;
        end = end.saturating_add(piece.len());
        let piece = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let word = piece.trim_start_matches(trimmed);
        let start = start.saturating_add(piece.len().saturating_sub(word.len()));
        if !word.is_empty() {
            let at = start..start.saturating_add(word.len());
            all.push((at, word.to_lowercase().replace('’', "'")));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ORIGINAL: &str =
        "My brother keeps a gun under the pillow, I saw it at 22:15 from my window";

    fn found(report: &str) -> Vec<(Clue, &str)> {
        let found = clues(report, ORIGINAL).into_iter();
        found.map(|one| (one.clue, &report[one.at])).collect()
    }

    #[test]
    fn a_sanitised_text_raises_nothing() {
        assert_eq!(
            found("A firearm is kept at the address. Times are 2 to 3 weeks old."),
            []
        );
    }

    #[test]
    fn every_way_of_pointing_to_the_source_is_found_in_a_copied_text() {
        let mut all: Vec<Clue> = found(ORIGINAL).into_iter().map(|(clue, _)| clue).collect();
        all.sort();
        all.dedup();
        assert_eq!(all, Clue::ALL);
    }

    #[test]
    fn times_and_runs_are_found_where_they_stand() {
        assert_eq!(
            found("Deliveries at 9.30pm, then 11 PM, at number 42, version 2.10.1."),
            [(Clue::Time, "9.30pm"), (Clue::Time, "11 PM")]
        );
        assert_eq!(
            found("He keeps a gun, under the PILLOW."),
            [(Clue::Phrasing, "keeps a gun, under the PILLOW")]
        );
        assert_eq!(found("Keeps a gun under the bed."), []);
    }

    #[test]
    fn quotes_plurals_and_possessives_hide_nothing() {
        assert_eq!(
            found("“‘My’ cousin’s flat”, says a neighbour’s mates."),
            [
                (Clue::FirstPerson, "My"),
                (Clue::Relationship, "cousin’s"),
                (Clue::Relationship, "neighbour’s"),
                (Clue::Relationship, "mates"),
            ]
        );
        assert_eq!(found("This is thus gas."), []);
    }

    #[test]
    fn of_many_likenesses_the_longest_is_the_stretch() {
        let original = "one two three four five six, one two three four five six seven eight";
        let found = clues(
            "Say one two three four five six seven eight nine.",
            original,
        );
        let words: Vec<_> = found.into_iter().map(|one| one.words).collect();
        assert_eq!(words, ["one two three four five six seven eight"]);
    }

    #[test]
    fn a_text_that_says_the_same_again_and_again_is_one_stretch() {
        let original = "a ".repeat(24_000);
        let found = clues(&original, &original);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].at, 0..original.len() - 1);
        assert_eq!(
            clues(&"a a a a a a b ".repeat(2_000), &original).len(),
            2_000
        );
    }

    proptest! {
        #[test]
        fn whatever_is_found_lies_within_the_text(
            text in any::<String>(),
            original in "(my gun |’22:15 é){0,9}",
        ) {
            let text = [text, original.clone()].concat();
            let own: Vec<_> = words(&original).into_iter().map(|(_, word)| word).collect();
            let own = own.join(" ");
            for one in clues(&text, &original) {
                prop_assert!(text.get(one.at).is_some());
                prop_assert!(one.clue != Clue::Phrasing || own.contains(&one.words));
            }
        }
    }
}
