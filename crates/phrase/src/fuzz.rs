//! One body for the parser of what is typed: it must not panic, and what it accepts reads back.

use notes::fuzz::Body;

use crate::Phrase;

/// Every body with its name.
pub const BODIES: &[(&str, Body)] = &[("phrase", phrase)];

fn phrase(bytes: &[u8]) -> bool {
    let typed = std::str::from_utf8(bytes).unwrap_or_default();
    let Ok(phrase) = Phrase::parse(typed) else {
        return false;
    };
    assert_eq!(Phrase::parse(&phrase.digits()).as_ref(), Ok(&phrase));
    true
}
