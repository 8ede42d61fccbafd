//! One body for what reads a story: it must not panic, and its hints keep their rules.

use std::ops::Range;

use domain::tip::Language;

use crate::{HINTS_MAX, hints};

/// A body: says whether it found something, and panics if a rule is broken.
pub type Body = fn(&[u8]) -> bool;

/// Every body with its name.
pub const BODIES: &[(&str, Body)] = &[("story-hints", story)];

const PAGES: [&str; 3] = ["en", "pl", "ro"];

fn story(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let found = PAGES.map(|page| {
        let language = Language::try_from(page.to_owned());
        sound(&text, &language.expect("two letters are a tag"))
    });
    found.contains(&true)
}

/// Whether anything was found, all of it in order, apart, and counted the same in bytes and UTF-16.
fn sound(text: &str, language: &Language) -> bool {
    let found = hints(text, language);
    assert!(found.len() <= HINTS_MAX);
    let mut end = 0;
    for hint in &found {
        assert!(end <= hint.bytes.start && hint.bytes.start < hint.bytes.end);
        let units = |range: Range<usize>| Some(text.get(range)?.encode_utf16().count());
        assert_eq!(units(0..hint.bytes.start), Some(hint.utf16.start));
        assert_eq!(units(hint.bytes.clone()), Some(hint.utf16.len()));
        end = hint.bytes.end;
    }
    !found.is_empty()
}
