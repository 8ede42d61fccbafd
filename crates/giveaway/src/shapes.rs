//! What has a shape of its own, whoever it belongs to: for triage, which looks for the same in the tip.

use std::ops::Range;

use domain::question::STORY_MAX;

use crate::email::emails;
use crate::hint::Kind;
use crate::hints::merged;
use crate::phone::phones;
use crate::plate::plates;
use crate::postcode::postcodes;
use crate::words::{Word, split};

/// The telephone numbers, email addresses, postcodes and plates of a text, in its order, none over
/// another. Nothing behind the longest story a form takes is read.
pub fn shapes(text: &str) -> Vec<(Range<usize>, Kind)> {
    let (text, _) = text.split_at(text.floor_char_boundary(STORY_MAX));
    merged(shaped(text, &split(text)))
}

/// The same as they were found: they may overlap.
pub(crate) fn shaped(text: &str, words: &[Word<'_>]) -> Vec<(Range<usize>, Kind)> {
    let all = |found: Vec<Range<usize>>, kind| found.into_iter().map(move |at| (at, kind));
    let mut found: Vec<_> = all(phones(text), Kind::Phone).collect();
    found.extend(all(emails(text, words), Kind::Email));
    found.extend(all(postcodes(text, words), Kind::Postcode));
    found.extend(all(plates(text, words), Kind::Plate));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_is_found_however_many_there_are() {
        let text = "AB12 CDE, 07700 900123, a@example.org, LS12 3AB. ".repeat(10);
        let kinds: Vec<_> = shapes(&text).into_iter().map(|(_, kind)| kind).collect();
        let one = [Kind::Plate, Kind::Phone, Kind::Email, Kind::Postcode];
        assert_eq!(kinds, one.repeat(10));
    }
}
