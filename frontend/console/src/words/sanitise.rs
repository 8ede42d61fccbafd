//! What is said of words that could point to the source, and where they stand in a text.

use domain::work::{Clue, Pointer, ReportField, clues};

/// One thing to look for, and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Prompt {
    pub(crate) what: &'static str,
    pub(crate) why: &'static str,
    pub(crate) found: Vec<String>,
}

/// Every prompt with what a look at the report found.
pub(crate) fn prompts(pointers: &[Pointer]) -> Vec<Prompt> {
    let prompt = |clue| Prompt {
        what: what(clue),
        why: why(clue),
        found: pointers
            .iter()
            .filter(|pointer| pointer.clue == clue)
            .map(|pointer| quote(&pointer.words))
            .collect(),
    };
    Clue::ALL.map(prompt).into()
}

const fn what(clue: Clue) -> &'static str {
    match clue {
        Clue::FirstPerson => "First-person words",
        Clue::Relationship => "A relationship",
        Clue::Vantage => "The vantage",
        Clue::Time => "Exact times",
        Clue::Phrasing => "Their own phrasing",
    }
}

/// Why such words could point to the source.
pub(crate) const fn why(clue: Clue) -> &'static str {
    match clue {
        Clue::FirstPerson => "“I”, “my” and “we” are the source speaking.",
        Clue::Relationship => "Who would call somebody that? Name the person or the role instead.",
        Clue::Vantage => "Where must one stand, or who must one know, to see or hear this?",
        Clue::Time => "A time only a few could know. Say “in the evening”, “most weekends”.",
        Clue::Phrasing => "Six words or more as they wrote them. Say it in yours.",
    }
}

/// The few words that stand beside a mark.
pub(crate) const fn sign(clue: Clue) -> &'static str {
    match clue {
        Clue::FirstPerson => "first person",
        Clue::Relationship => "relationship",
        Clue::Vantage => "vantage",
        Clue::Time => "exact time",
        Clue::Phrasing => "their phrasing",
    }
}

/// Words in quotation marks, long ones cut at a word.
pub(crate) fn quote(words: &str) -> String {
    const MOST: usize = 60;
    if words.chars().count() <= MOST {
        return format!("“{words}”");
    }
    let some: String = words.chars().take(MOST).collect();
    let whole = some
        .rsplit_once(' ')
        .map_or(some.as_str(), |(whole, _)| whole);
    format!("“{whole} …”")
}

/// The first of many quotes, and how many more there are.
pub(crate) fn some(quotes: &[String]) -> String {
    const MOST: usize = 8;
    match quotes.split_at_checked(MOST) {
        Some((first, rest)) if !rest.is_empty() => {
            format!("{} and {} more", first.join(", "), rest.len())
        }
        _ => quotes.join(", "),
    }
}

/// Where the words stand, such as `title, item 2`.
pub(crate) fn places(pointer: &Pointer) -> String {
    let places = pointer.fields.iter().map(|field| match field {
        ReportField::ItemText { item } => format!("item {item}"),
        field => field.to_string(),
    });
    places.collect::<Vec<_>>().join(", ")
}

/// A piece of a text, and what in it points to the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) clues: Vec<Clue>,
}

/// A text in pieces; clues that overlap share one.
pub(crate) fn pieces(text: &str, original: &str) -> Vec<Piece> {
    let piece = |at: std::ops::Range<usize>, clues| Piece {
        text: text.get(at).unwrap_or_default().to_owned(),
        clues,
    };
    let mut marks: Vec<(std::ops::Range<usize>, Vec<Clue>)> = Vec::new();
    for found in clues(text, original) {
        match marks.last_mut() {
            Some((at, clues)) if found.at.start < at.end => {
                at.end = at.end.max(found.at.end);
                if !clues.contains(&found.clue) {
                    clues.push(found.clue);
                }
            }
            _ => marks.push((found.at, vec![found.clue])),
        }
    }
    let mut all = Vec::new();
    let mut done = 0;
    for (at, clues) in marks {
        all.push(piece(done..at.start, Vec::new()));
        done = at.end;
        all.push(piece(at, clues));
    }
    all.push(piece(done..text.len(), Vec::new()));
    all.retain(|piece| !piece.text.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_pieces_is_the_text_and_marks_what_overlaps_once() {
        let text = "Seen from my window, says a cousin.";
        let pieces = pieces(text, "");
        let joined: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(joined, text);
        let marked: Vec<_> = pieces
            .iter()
            .filter(|piece| !piece.clues.is_empty())
            .map(|piece| (piece.text.as_str(), piece.clues.as_slice()))
            .collect();
        assert_eq!(
            marked,
            [
                ("my window", [Clue::FirstPerson, Clue::Vantage].as_slice()),
                ("cousin", &[Clue::Relationship]),
            ]
        );
        assert_eq!(super::pieces("", ""), []);
    }

    #[test]
    fn every_prompt_is_there_and_quotes_what_was_found() {
        let pointer = |clue, words: &str| Pointer {
            clue,
            words: words.into(),
            fields: vec![ReportField::Title, ReportField::ItemText { item: 2 }],
        };
        let long = "one two three four five six ".repeat(4);
        let found = [
            pointer(Clue::Time, "9.30pm"),
            pointer(Clue::Phrasing, &long),
        ];
        let prompts = prompts(&found);
        assert_eq!(prompts.len(), 5);
        assert_eq!(prompts[3].found, ["“9.30pm”"]);
        let quoted = &prompts[4].found[0];
        assert!(
            quoted.ends_with(" …”") && quoted.chars().count() <= 64,
            "{quoted}"
        );
        assert_eq!(places(&found[0]), "title, item 2");
        let many = |count| some(&vec!["a".to_owned(); count]);
        assert_eq!(
            (many(8).as_str(), many(2).as_str()),
            ("a, a, a, a, a, a, a, a", "a, a")
        );
        assert_eq!(many(11), "a, a, a, a, a, a, a, a and 3 more");
    }
}
