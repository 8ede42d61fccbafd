//! What people type, and what they are told.

use phrase::{NotAPhrase, Phrase};
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

const WORDS: &str = "startup defense oxygen viselike undercoat parish divisible hydrogen";
const DIGITS: &str = "6312 1634 4420 7537 7047 4491 1901 3313";

fn is_read(typed: &str) -> bool {
    Phrase::parse(typed) == Phrase::parse(WORDS)
}

#[test]
fn words_and_digits_are_two_ways_of_writing_one_phrase() {
    let phrase = Phrase::parse(WORDS).unwrap();
    assert_eq!(phrase.words().as_str(), WORDS);
    assert_eq!(phrase.digits().as_str(), DIGITS);
    assert!(is_read(DIGITS));
}

#[test]
fn case_spaces_hyphens_commas_and_numbering_do_not_count() {
    for typed in [
        "STARTUP Defense oxygen VISELIKE undercoat parish divisible hydrogen",
        "  startup\tdefense\n oxygen  viselike undercoat\u{a0}parish divisible hydrogen. ",
        "startup-defense-oxygen-viselike-undercoat-parish-divisible-hydrogen",
        "startup, defense, oxygen, viselike, undercoat, parish, divisible, hydrogen",
        "1. startup 2. defense 3. oxygen 4. viselike 5. undercoat 6. parish 7. divisible 8. hydrogen",
        "63121634442075377047449119013313",
        "6312-1634-4420-7537-7047-4491-1901-3313",
        "63 12 16 34 44 20 75 37 70 47 44 91 19 01 33 13",
    ] {
        assert!(is_read(typed), "{typed}");
    }
}

#[test]
fn digits_of_every_script_the_pages_have_are_read() {
    for zero in ['٠', '۰', '੦', '০'] {
        let typed: String = DIGITS
            .chars()
            .map(|character| match character.to_digit(10) {
                Some(digit) => char::from_u32(u32::from(zero) + digit).unwrap(),
                None => character,
            })
            .collect();
        assert!(is_read(&typed), "{typed}");
    }
}

#[test]
fn groups_read_from_the_other_side_are_the_same_phrase() {
    assert!(is_read("3313 1901 4491 7047 7537 4420 1634 6312"));
}

#[test]
fn a_word_or_group_that_is_none_is_named_by_its_number() {
    for (typed, told) in [
        (WORDS.replace("oxygen", "oxigen"), NotAPhrase::Group(3)),
        (WORDS.replace("hydrogen", "h2o"), NotAPhrase::Count),
        (WORDS.replace("startup", "start"), NotAPhrase::Group(1)),
        (DIGITS.replace("1901", "7776"), NotAPhrase::Group(7)),
        (DIGITS.replace("6312", "631"), NotAPhrase::Group(1)),
        (DIGITS.replace("3313", "33133"), NotAPhrase::Group(8)),
    ] {
        assert_eq!(Phrase::parse(&typed), Err(told), "{typed}");
    }
}

#[test]
fn too_few_or_too_many_are_told_apart_from_a_wrong_one() {
    let long = "a ".repeat(10_000);
    for typed in ["", "   ", "startup defense", "6312 1634", "1", "£$%", &long] {
        assert_eq!(Phrase::parse(typed), Err(NotAPhrase::Count), "{typed}");
    }
    let nine = format!("{WORDS} oxygen");
    assert_eq!(Phrase::parse(&nine), Err(NotAPhrase::Count));
}

#[test]
fn words_that_changed_places_do_not_belong_together() {
    let swapped = "defense startup oxygen viselike undercoat parish divisible hydrogen";
    assert_eq!(Phrase::parse(swapped), Err(NotAPhrase::Together));
}

#[test]
fn no_error_says_what_was_typed() {
    let typed = WORDS.replace("oxygen", "marzipan");
    let error = Phrase::parse(&typed).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("marzipan"));
}

#[test]
fn most_misread_words_are_noticed() {
    let words: Vec<&str> = WORDS.split(' ').collect();
    let list: Vec<&str> = notes::fingerprint::word_list().take(1_000).collect();
    let passed = list.iter().filter(|misread| {
        let mut typed = words.clone();
        typed[4] = misread;
        Phrase::parse(&typed.join(" ")).is_ok()
    });
    let passed = passed.count();
    assert!((30..95).contains(&passed), "{passed} of 1,000");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_drawn_phrase_reads_back_from_its_words_and_its_digits(seed: u64) {
        let phrase = Phrase::make(&mut ChaCha20Rng::seed_from_u64(seed));
        let (words, digits) = (phrase.words(), phrase.digits());
        prop_assert!(!words.contains('-'));
        prop_assert_eq!(words.split(' ').count(), 8);
        prop_assert_eq!(Phrase::parse(&words), Ok(phrase.clone()));
        prop_assert_eq!(Phrase::parse(&digits), Ok(phrase));
    }

    #[test]
    fn whatever_is_typed_gets_an_answer(typed in ".{0,200}") {
        let _ = Phrase::parse(&typed);
    }
}
