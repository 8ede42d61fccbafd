//! Towns and parts of them, also in the letters of other scripts.

use std::collections::HashMap;

use domain::work::EntityKind;
use gazetteer::{Found, Gazetteer, How};
use giveaway::Word;

use crate::reader::Spot;

/// How places are written in other languages of the county. Only the largest; no native reader has
/// checked them.
const WRITTEN: &str = include_str!("../tables/places.txt");
/// Letters a name needs to count when it is written small.
const SMALL_FROM: usize = 5;

/// How places are written in other scripts, ready to be looked up.
pub(crate) struct Elsewhere(HashMap<String, &'static str>);

impl Elsewhere {
    pub(crate) fn open() -> Self {
        let rows = WRITTEN.lines().filter_map(|row| row.split_once(" = "));
        let all = rows.flat_map(|(name, written)| {
            let words = written.split(' ');
            words.map(move |word| (giveaway::key(word), name))
        });
        Self(all.collect())
    }
}

/// The places a text names. What may be one of several keeps its name alone.
pub(crate) fn places(
    gazetteer: &Gazetteer,
    elsewhere: &Elsewhere,
    text: &str,
    words: &[Word<'_>],
) -> Vec<Spot> {
    let mentioned = gazetteer.mentions(text).into_iter();
    let latin = mentioned.filter(|one| {
        let typed = text.get(one.at.clone()).unwrap_or_default();
        let is_name = typed.starts_with(char::is_uppercase) || typed.len() >= SMALL_FROM;
        one.found.how != How::Street && is_name
    });
    let latin = latin.map(|one| spot(one.at, one.found));
    let other = words.iter().filter_map(|word| {
        let name = word.readings().find_map(|word| elsewhere.0.get(word))?;
        Some(spot(word.at.clone(), gazetteer.look_up(name)))
    });
    latin.chain(other).collect()
}

fn spot(at: std::ops::Range<usize>, found: Found) -> Spot {
    let near = match found.candidates.as_slice() {
        [one] => one.place.as_ref().and_then(|place| place.near.as_deref()),
        _ => None,
    };
    let value = near.map_or_else(
        || found.understood.clone(),
        |near| format!("{} ({near})", found.understood),
    );
    Spot {
        lies: Some(found),
        ..Spot::new(at, EntityKind::Place, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_every_script_of_the_table() {
        let (gazetteer, elsewhere) = (Gazetteer::open(), Elsewhere::open());
        for row in WRITTEN.lines().filter(|row| !row.is_empty()) {
            let (name, written) = row.split_once(" = ").unwrap();
            for written in written.split(' ') {
                let found = places(&gazetteer, &elsewhere, written, &giveaway::split(written));
                assert_eq!(found.len(), 1, "{written}");
                assert_eq!(found[0].value, name, "{written}");
            }
        }
    }
}
