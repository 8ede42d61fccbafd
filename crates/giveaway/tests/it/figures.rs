//! How much of what should be found is found, and how much of what is found should be.

use std::collections::BTreeMap;

use giveaway::{Kind, hints};

use crate::cases::{Case, held, language, tuned};

/// How often right, wrong, and missed.
#[derive(Clone, Copy, Default)]
struct Tally {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }

    fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        return 1.0;
    }
    f64::from(part) / f64::from(whole)
}

/// One case, kind by kind; what is wrong in it is printed.
fn judge(case: &Case) -> Vec<(Kind, Tally)> {
    let mut tallies = Vec::new();
    let found = hints(&case.text, &language(case.language));
    let meet = |kind, bytes: &std::ops::Range<usize>, other: &std::ops::Range<usize>, of| {
        kind == of && bytes.start < other.end && other.start < bytes.end
    };
    for hint in &found {
        let mut marks = case.marks.iter();
        let is_right = marks.any(|(at, kind)| meet(hint.kind, &hint.bytes, at, *kind));
        if !is_right {
            let words = &case.text[hint.bytes.clone()];
            println!(
                "  wrong  {} {:?} “{words}” in “{}”",
                case.language, hint.kind, case.text
            );
            tallies.push((
                hint.kind,
                Tally {
                    wrong: 1,
                    ..Tally::default()
                },
            ));
        }
    }
    for (at, kind) in &case.marks {
        let is_found = found
            .iter()
            .any(|hint| meet(*kind, at, &hint.bytes, hint.kind));
        if is_found {
            tallies.push((
                *kind,
                Tally {
                    right: 1,
                    ..Tally::default()
                },
            ));
        } else {
            println!("  missed {} {kind:?} in “{}”", case.language, case.text);
            tallies.push((
                *kind,
                Tally {
                    missed: 1,
                    ..Tally::default()
                },
            ));
        }
    }
    tallies
}

/// Prints precision and recall by kind and by language; returns those by language.
fn print(name: &str, cases: &[Case]) -> BTreeMap<&'static str, Tally> {
    let (mut languages, mut kinds) = (BTreeMap::new(), BTreeMap::new());
    for case in cases {
        for (kind, tally) in judge(case) {
            languages
                .entry(case.language)
                .or_insert_with(Tally::default)
                .add(tally);
            kinds.entry(kind).or_insert_with(Tally::default).add(tally);
        }
    }
    let rows = cases.len();
    let empty = cases.iter().filter(|case| case.marks.is_empty()).count();
    println!("{name}: {rows} texts, {empty} without anything");
    let line = |of: &str, tally: &Tally| {
        let Tally {
            right,
            wrong,
            missed,
        } = tally;
        let (precision, recall) = (tally.precision(), tally.recall());
        println!(
            "  {of:10} precision {precision:.2} recall {recall:.2} ({right} right, {wrong} wrong, {missed} missed)"
        );
    };
    for (language, tally) in &languages {
        line(language, tally);
    }
    for (kind, tally) in &kinds {
        line(&format!("{kind:?}"), tally);
    }
    languages
}

#[test]
fn english_hints_are_mostly_right_and_mostly_complete() {
    let tuned = print("tuned", &tuned());
    let held = print("held out", &held());
    for (name, languages) in [("tuned", tuned), ("held out", held)] {
        let english = languages["en"];
        assert!(
            english.precision() >= 0.9,
            "{name}: {}",
            english.precision()
        );
        assert!(english.recall() >= 0.85, "{name}: {}", english.recall());
    }
}

#[test]
fn the_table_has_every_kind_every_language_and_a_good_half_of_texts_without_anything() {
    let all: Vec<Case> = tuned().into_iter().chain(held()).collect();
    let marked = |case: &&Case| !case.marks.is_empty();
    assert!(all.len() >= 250 && held().len() * 3 >= all.len());
    assert!(all.iter().filter(marked).count() * 2 <= all.len());
    for kind in Kind::ALL {
        let mut kinds = all.iter().flat_map(|case| &case.marks);
        assert!(kinds.any(|(_, marked)| *marked == kind), "{kind:?}");
    }
    for language in ["en", "ur", "pa", "pnb", "pl", "bn", "ar", "ro"] {
        let texts = all.iter().filter(|case| case.language == language);
        assert!(texts.count() >= 15, "{language}");
    }
}
