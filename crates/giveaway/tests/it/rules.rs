//! What holds for every text.

use domain::question::STORY_MAX;
use giveaway::{HINTS_MAX, Hint, Kind, hints};
use proptest::prelude::*;

use crate::cases::language;

fn kinds(text: &str, page: &str) -> Vec<Kind> {
    let found = hints(text, &language(page)).into_iter();
    found.map(|hint| hint.kind).collect()
}

#[test]
fn places_are_counted_in_bytes_and_as_scripts_count() {
    let text = "😀 “é” my cousin";
    let found = hints(text, &language("en"));
    let bytes = text.find("my").unwrap()..text.len();
    assert_eq!(
        found,
        [Hint {
            bytes,
            utf16: 7..16,
            kind: Kind::Ties,
        }]
    );
}

#[test]
fn what_overlaps_is_one_hint_of_what_says_most() {
    assert_eq!(kinds("seen opposite my house today", "en"), [Kind::Vantage]);
    assert_eq!(kinds("do not mention my name", "en"), [Kind::Secret]);
}

#[test]
fn of_too_many_hints_the_most_telling_stay_in_their_order() {
    let text = format!("{}rang 07700 900123", "my cousin came. ".repeat(40));
    let found = kinds(&text, "en");
    assert_eq!(found.len(), HINTS_MAX);
    assert_eq!(found.last(), Some(&Kind::Phone));
}

#[test]
fn nothing_behind_the_longest_story_is_read() {
    let text = format!("{}07700 900123", "é ".repeat(STORY_MAX / 4));
    assert_eq!(kinds(&text, "en"), [Kind::Phone]);
    let text = format!("{}07700 900123", "é ".repeat(STORY_MAX));
    assert_eq!(kinds(&text, "en"), []);
}

#[test]
fn figures_are_found_on_the_page_of_any_language() {
    let text = "07700 900123, a@example.org, LS12 3AB, AB12 CDE";
    let all = [Kind::Phone, Kind::Email, Kind::Postcode, Kind::Plate];
    for page in ["en", "ur", "pa", "pa-Arab", "pl", "bn", "ar", "ro", "xx"] {
        assert_eq!(kinds(text, page), all, "{page}");
    }
}

#[test]
fn words_in_latin_letters_are_those_of_the_page_and_of_english() {
    let text = "moj brat, fratele meu, my cousin, میرا بھائی";
    assert_eq!(kinds(text, "en").len(), 2);
    assert_eq!(kinds(text, "pl").len(), 3);
    assert_eq!(kinds(text, "ro-RO").len(), 3);
}

#[test]
fn every_fuzz_body_tells_something_from_nothing() {
    for (name, body) in giveaway::fuzz::BODIES {
        assert!(body("my cousin, ٠٧٧٠٠٩٠٠١٢٣".as_bytes()), "{name}");
        assert!(!body(b""), "{name}");
    }
}

/// Texts of any characters, and texts of pieces that mean something.
fn written() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    const PIECES: &[&str] = &[
        "my", "cousin", "I live", "at", "21:43", "9.30pm", "07700", "900", "123", "+44", "(0)", "@", "gmail.com",
        "LS12", "3AB", "AB12", "CDE", "reg", "“", "\"", "'", "”", ".", "۰۷۷", "میرا", "بھائی", "mój", "আমার",
        "ਮੇਰਾ", "\u{301}", "\u{200d}", "\n", "😀", "on Tuesday", "don't tell", "I",
    ];
    let piece = prop_oneof![
        prop::sample::select(PIECES).prop_map(str::to_owned),
        "\\PC{0,4}"
    ];
    let joined = (
        prop::collection::vec(piece, 0..20),
        prop::sample::select(vec!["", " "]),
    );
    prop_oneof![
        any::<String>(),
        joined.prop_map(|(all, between)| all.join(between))
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_written_hints_keep_their_rules(text in written()) {
        for (_, body) in giveaway::fuzz::BODIES {
            body(text.as_bytes());
        }
    }
}
