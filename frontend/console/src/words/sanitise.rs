//! Prompts for sanitising: what in the officer's own text could still point to the source.

/// One thing to look for, and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Prompt {
    pub(crate) what: &'static str,
    pub(crate) why: &'static str,
    pub(crate) found: Vec<String>,
}

const FIRST_PERSON: &[&str] = &[
    "i", "i'm", "i've", "i'd", "me", "my", "mine", "myself", "we", "we're", "us", "our", "ours",
];
const RELATIONS: &[&str] = &[
    "brother",
    "sister",
    "mother",
    "father",
    "mum",
    "mam",
    "dad",
    "son",
    "daughter",
    "cousin",
    "uncle",
    "aunt",
    "auntie",
    "nephew",
    "niece",
    "wife",
    "husband",
    "partner",
    "boyfriend",
    "girlfriend",
    "ex",
    "neighbour",
    "neighbours",
    "landlord",
    "tenant",
    "colleague",
    "boss",
    "friend",
    "mate",
    "classmate",
];
const VANTAGE: &[&str] = &[
    "my window",
    "the window",
    "bedroom window",
    "across the road",
    "across the street",
    "opposite",
    "next door",
    "upstairs",
    "downstairs",
    "over the fence",
    "back garden",
    "my door",
    "overheard",
    "could hear",
    "could see",
    "told me",
    "showed me",
];
/// How many words in a row may stand as the reporter wrote them.
const RUN: usize = 6;

/// Whether there is anything written to look at.
pub(crate) fn is_written(report: &str) -> bool {
    !report.trim().is_empty()
}

/// Every prompt with what a look at the text found.
pub(crate) fn prompts(report: &str, original: &str) -> Vec<Prompt> {
    let words = words(report);
    let text = words.join(" ");
    let of = |list: &[&str]| distinct(words.iter().filter(|w| list.contains(&w.as_str())).cloned());
    vec![
        Prompt {
            what: "First-person words",
            why: "“I”, “my” and “we” are the source speaking.",
            found: of(FIRST_PERSON),
        },
        Prompt {
            what: "A relationship",
            why: "Who would call somebody that? Name the person or the role instead.",
            found: of(RELATIONS),
        },
        Prompt {
            what: "The vantage",
            why: "Where must one stand, or who must one know, to see or hear this?",
            found: phrases(&text, VANTAGE),
        },
        Prompt {
            what: "Exact times",
            why: "A time only a few could know. Say “in the evening”, “most weekends”.",
            found: distinct(report.split_whitespace().filter_map(clock_time)),
        },
        Prompt {
            what: "Their own phrasing",
            why: "Six words or more as they wrote them. Say it in yours.",
            found: runs(&words, &self::words(original)),
        },
    ]
}

fn words(text: &str) -> Vec<String> {
    let apart = |c: char| !(c.is_alphanumeric() || c == '\'' || c == '’');
    let words = text.split(apart).filter(|word| !word.is_empty());
    words
        .map(|word| word.to_lowercase().replace('’', "'"))
        .collect()
}

fn distinct(found: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for one in found {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

fn phrases(text: &str, list: &[&str]) -> Vec<String> {
    let padded = format!(" {text} ");
    let found = list
        .iter()
        .filter(|phrase| padded.contains(&format!(" {phrase} ")));
    found.map(|phrase| (*phrase).to_owned()).collect()
}

/// A word such as `22:15`, `9.30pm` or `11pm`, tidied.
fn clock_time(word: &str) -> Option<String> {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let bare = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
    let digits = bare.unwrap_or(&word);
    let number = |text: &str, most: u8| text.parse::<u8>().is_ok_and(|n| n <= most);
    let is_time = match digits.split_once([':', '.']) {
        Some((hour, minute)) => minute.len() == 2 && number(hour, 23) && number(minute, 59),
        None => bare.is_some() && number(digits, 12),
    };
    is_time.then_some(word)
}

/// Stretches of at least [`RUN`] words that stand in both texts.
fn runs(report: &[String], original: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = report;
    while rest.len() >= RUN {
        let length = original
            .windows(RUN)
            .enumerate()
            .filter(|(_, window)| rest.starts_with(window))
            .map(|(at, _)| common(rest, original.get(at..).unwrap_or_default()))
            .max();
        if let Some(length) = length {
            found.push(rest.get(..length).unwrap_or_default().join(" "));
        }
        rest = rest.get(length.unwrap_or(1)..).unwrap_or_default();
    }
    distinct(found.into_iter())
}

fn common(one: &[String], other: &[String]) -> usize {
    one.iter().zip(other).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGINAL: &str =
        "My brother keeps a gun under the pillow, I saw it at 22:15 from my window";

    fn found(report: &str) -> Vec<(&'static str, Vec<String>)> {
        let prompts = prompts(report, ORIGINAL).into_iter();
        let with = prompts.filter(|prompt| !prompt.found.is_empty());
        with.map(|prompt| (prompt.what, prompt.found)).collect()
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
        let whats: Vec<_> = found(ORIGINAL).into_iter().map(|(what, _)| what).collect();
        assert_eq!(
            whats,
            [
                "First-person words",
                "A relationship",
                "The vantage",
                "Exact times",
                "Their own phrasing"
            ]
        );
    }

    #[test]
    fn times_and_runs_are_quoted_as_found() {
        assert_eq!(
            found("Deliveries at 9.30pm, then 11PM, at number 42, version 2.10.1."),
            [("Exact times", vec!["9.30pm".into(), "11pm".into()])]
        );
        assert_eq!(
            found("He keeps a gun under the pillow."),
            [(
                "Their own phrasing",
                vec!["keeps a gun under the pillow".into()]
            )]
        );
        assert_eq!(found("Keeps a gun under the bed."), []);
    }
}
