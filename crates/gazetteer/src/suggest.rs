//! Names to choose from while somebody types.

use domain::answers::Area;

use crate::found::{CANDIDATES_MAX, Candidate};
use crate::gazetteer::Gazetteer;
use crate::names::Name;
use crate::near::distance;
use crate::weigh::places;
use crate::words::key;

/// From so many letters on, slips in the beginning of a name are forgiven.
const FORGIVEN_FROM: usize = 5;

/// How well the beginning of a name was hit, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hit {
    Whole,
    Begun,
    LaterWord,
    Slip,
}

impl Gazetteer {
    /// Places whose names begin as what was typed does, at most [`CANDIDATES_MAX`]: the county's before
    /// others, beginnings before later words. Slips are forgiven if nothing begins so. Nothing for fewer
    /// than two letters.
    pub fn suggest(&self, typed: &str) -> Vec<Candidate> {
        let typed = key(typed);
        if typed.chars().nth(1).is_none() {
            return Vec::new();
        }
        let mut all: Vec<_> = self
            .names
            .iter()
            .filter_map(|name| Some((hit(name, &typed)?, name)))
            .flat_map(|(hit, name)| {
                let places = places(&name.rows, &self.postcodes).into_iter();
                places.map(move |one| ((one.area == Area::Outside, hit, name.key.as_str()), one))
            })
            .collect();
        if all.iter().any(|((_, hit, _), _)| *hit != Hit::Slip) {
            all.retain(|((_, hit, _), _)| *hit != Hit::Slip);
        }
        all.sort_by_key(|(rank, _)| *rank);
        let all = all.into_iter().map(|(_, place)| place);
        all.take(CANDIDATES_MAX).collect()
    }
}

fn hit(name: &Name, typed: &str) -> Option<Hit> {
    if name.key.starts_with(typed) {
        let is_whole = name.key.len() == typed.len();
        return Some(if is_whole { Hit::Whole } else { Hit::Begun });
    }
    let written = name.rows.first().map_or("", |row| row.name.as_str());
    let mut later = written
        .match_indices([' ', '-'])
        .filter_map(|(at, _)| written.get(at..));
    if later.any(|words| key(words).starts_with(typed)) {
        return Some(Hit::LaterWord);
    }
    let is_slip = typed.len() >= FORGIVEN_FROM && is_nearly_begun(&name.key, typed);
    is_slip.then_some(Hit::Slip)
}

/// Whether a name begins with what was typed but for one slip, which may have made that shorter or longer.
fn is_nearly_begun(name: &str, typed: &str) -> bool {
    let lengths = typed.len().saturating_sub(1)..=typed.len().saturating_add(1);
    let mut begun = lengths.filter_map(|length| name.get(..length));
    begun.any(|begun| distance(typed.as_bytes(), begun.as_bytes(), 1).is_some())
}
