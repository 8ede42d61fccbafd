//! Every language says all that English says, in words of its own.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;

use super::*;

/// Keys of English that the other languages do not have yet.
const UNTRANSLATED: &str = include_str!("../../locales/untranslated.txt");

/// Names, which a language may leave as they are.
const NAMES: &[&str] = &[
    "district-bradford",
    "district-calderdale",
    "district-kirklees",
    "district-leeds",
    "district-wakefield",
    "emergency-bsl",
    "helpline-bsl_999",
    "helpline-childline",
    "helpline-crimestoppers",
    "helpline-fearless",
    "helpline-modern_slavery",
    "helpline-report_fraud",
];

/// Words that are the same in a language and in English.
const SAME_WORDS: &[(&str, &str)] = &[
    ("pl", "account_link-label"),
    ("pl", "vehicle_model-label"),
    ("ro", "account_link-label"),
    ("ro", "vehicle_model-label"),
];

fn others() -> impl Iterator<Item = &'static Lang> {
    let all = Lang::SHIPPED.iter();
    all.filter(|lang| **lang != Lang::ENGLISH)
}

/// What a language says, by key, as its files have it.
fn texts(lang: &Lang) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in lang.sources.iter().flat_map(|(_, source)| source.lines()) {
        let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
        let begins = line.split_once(" =").filter(|_| starts);
        if let Some((key, text)) = begins {
            key.clone_into(&mut last);
            all.insert(last.clone(), text.to_owned());
        } else if let Some(text) = all.get_mut(&last).filter(|_| !line.starts_with('#')) {
            text.push('\n');
            text.push_str(line);
        }
    }
    all
}

#[test]
fn every_language_file_parses_and_defines_no_key_twice() {
    for lang in Lang::SHIPPED {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.locale.parse().unwrap()]);
        for (_, source) in lang.sources {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap();
            bundle.add_resource(resource).unwrap();
        }
        let lines = lang.sources.iter().flat_map(|(_, source)| source.lines());
        let begin = lines.filter(|line| !line.is_empty() && !line.starts_with(['#', ' ', '}']));
        assert_eq!(begin.count(), lang.keys().count(), "{}", lang.code);
        assert!(lang.keys().all(|key| bundle.has_message(key)));
    }
}

#[test]
fn every_language_has_every_string_but_those_listed_as_untranslated() {
    let lines = UNTRANSLATED.lines();
    let listed: BTreeSet<_> = lines.filter(|line| !line.starts_with('#')).collect();
    let lacked: BTreeSet<_> = Lang::SHIPPED.iter().flat_map(Lang::lacks).collect();
    assert_eq!(
        lacked, listed,
        "translate what is lacked, or list it in locales/untranslated.txt"
    );
}

#[test]
fn no_language_has_a_string_that_english_lacks() {
    let english: BTreeSet<_> = Lang::ENGLISH.keys().collect();
    for lang in Lang::SHIPPED {
        let strange: Vec<_> = lang.keys().filter(|key| !english.contains(key)).collect();
        assert!(strange.is_empty(), "{}: {strange:?}", lang.code);
    }
}

#[test]
fn no_string_is_left_in_english_but_names_and_words_that_are_the_same() {
    let english = texts(&Lang::ENGLISH);
    let mut kept = BTreeSet::new();
    for lang in others() {
        let own = texts(lang);
        assert!(own.len() > 300, "{}: {} strings", lang.code, own.len());
        let keeping = own
            .into_iter()
            .filter(|(key, text)| keeps(&english[key], text));
        kept.extend(keeping.map(|(key, _)| (lang.code, key)));
    }
    let is_same = |(code, key): &(&str, String)| SAME_WORDS.contains(&(code, key.as_str()));
    let names_somebody = |(_, key): &(&str, String)| NAMES.contains(&key.as_str());
    let untranslated: Vec<_> = kept
        .iter()
        .filter(|one| !is_same(one) && !names_somebody(one))
        .collect();
    assert!(untranslated.is_empty(), "{untranslated:?}");
    let unused = SAME_WORDS
        .iter()
        .find(|(code, key)| !kept.contains(&(*code, (*key).to_owned())));
    assert_eq!(unused, None, "listed, but translated");
    let unused = NAMES
        .iter()
        .filter(|name| english.contains_key(**name))
        .find(|name| !kept.iter().any(|(_, key)| key == *name));
    assert_eq!(unused, None, "listed, but translated everywhere");
}

#[test]
fn a_sentence_left_in_english_is_seen() {
    for (english, own, keeps_it) in [
        ("Trying now.", "Trying now", true),
        (
            "{ $days } days.",
            "{ \"\\u2066\" }{ $days } days{ \"\\u2069\" }",
            true,
        ),
        (
            "Call 999. It is not read.",
            "Sunați la 999. It is not read.",
            true,
        ),
        (
            "Call 999. It is not read.",
            "Sunați la 999. Nu este citit.",
            false,
        ),
        ("See Crimestoppers.", "Vedeți Crimestoppers.", false),
        ("{ $number }", "{ $number }", false),
    ] {
        assert_eq!(keeps(english, own), keeps_it, "{own}");
    }
}

/// Whether a string is the English one, or has a sentence of three words or more from it.
fn keeps(english: &str, own: &str) -> bool {
    let own = words(own);
    let whole = words(english);
    let sentences = english.split_inclusive(['\n', '.', '?']).map(words);
    let sentences = sentences.filter(|sentence| sentence.len() > 2);
    let mut looked_for =
        sentences.filter(|sentence| own.windows(sentence.len()).any(|some| some == sentence));
    (own == whole && !whole.is_empty()) || looked_for.next().is_some()
}

/// What is read of a string: neither what is filled in nor the marks of its direction.
fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '$' && c != '\\');
    words
        .filter(|word| word.starts_with(char::is_alphanumeric))
        .collect()
}

#[test]
fn a_translation_fills_in_the_same_values_and_gives_the_same_numbers() {
    let english = texts(&Lang::ENGLISH);
    for lang in Lang::SHIPPED {
        for (key, text) in texts(lang) {
            let held = values_and_numbers(&text);
            assert_eq!(
                held,
                values_and_numbers(&english[&key]),
                "{}: {key}",
                lang.code
            );
        }
    }
}

/// `$names`, and numbers somebody could ring or must press.
fn values_and_numbers(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '$');
    let kept = words.filter(|word| {
        let number = word.len() > 1 && word.chars().all(|c| c.is_ascii_digit());
        word.starts_with('$') || number
    });
    kept.collect()
}

#[test]
fn english_is_checked_and_a_machines_work_is_not() {
    assert_eq!(Lang::ENGLISH.awaiting_check(), None);
    for lang in others() {
        // A head that nobody reads as "not checked" would say that it is.
        for ((file, source), (_, english)) in lang.sources.iter().zip(Lang::ENGLISH.sources) {
            let head = source.lines().next();
            let known = [Some(UNCHECKED), english.lines().next()].contains(&head);
            assert!(known, "{}: {file}: {head:?}", lang.code);
        }
        assert_eq!(lang.awaiting_check().as_deref(), Some(lang.name));
    }
    let half_read = Lang {
        sources: &[("start", "# Read."), ("check", UNCHECKED)],
        ..Lang::POLISH
    };
    assert_eq!(
        half_read.awaiting_check().as_deref(),
        Some("Polski (check)")
    );
}

#[test]
fn a_language_is_found_by_its_tag_if_it_can_be_chosen() {
    assert_eq!(Lang::find("ur"), Some(Lang::URDU));
    assert_eq!(Lang::find("en-x-rtl"), None);
}
