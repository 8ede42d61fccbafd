//! Every place that a longer text names.

use std::ops::Range;

use crate::found::{Found, How};
use crate::gazetteer::Gazetteer;
use crate::mentions::{Mention, exact};
use crate::weigh::{Weight, answer, narrowed};
use crate::words::all;

/// Most places of one text.
const PLACES_MAX: usize = 64;
/// How many places before and behind one are asked which of several it is.
const NEIGHBOURS: usize = 3;

/// A place that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentioned {
    /// Where it stands, in bytes of the text.
    pub at: Range<usize>,
    /// Which places it may be; a street is [`How::Street`].
    pub found: Found,
}

impl Gazetteer {
    /// The places a text names as they stand there, in its order; of several of one name those that go
    /// with what is named beside them. No postcodes, and slips are not forgiven. Work grows with the
    /// text's length.
    pub fn mentions(&self, text: &str) -> Vec<Mentioned> {
        let words: Vec<_> = all(text).collect();
        let all = exact(&words, &self.names, PLACES_MAX);
        let told = all.iter().enumerate();
        told.map(|(number, mention)| Mentioned {
            at: mention.at.clone(),
            found: self.beside(mention, number, &all),
        })
        .collect()
    }

    fn beside(&self, mention: &Mention, number: usize, all: &[Mention]) -> Found {
        let first = number.saturating_sub(NEIGHBOURS);
        let near = all.iter().enumerate().skip(first).take(NEIGHBOURS * 2 + 1);
        let others = near.filter(|(at, other)| *at != number && !other.is_street);
        let mut kept = mention.rows.clone();
        let mut is_settled = false;
        for (_, other) in others.filter(|(_, other)| other.rows != mention.rows) {
            if let Some(fewer) = narrowed(&kept, &other.rows) {
                (kept, is_settled) = (fewer, true);
            }
        }
        let how = if mention.is_street {
            How::Street
        } else {
            How::Name
        };
        answer(&kept, Weight { how, is_settled }, &self.postcodes)
    }
}

#[cfg(test)]
mod tests {
    use domain::District;
    use domain::answers::Area;

    use super::*;
    use crate::Sure;

    #[test]
    fn places_are_found_where_they_stand_and_one_settles_another() {
        let gazetteer = Gazetteer::open();
        let long = "They meet every week. ".repeat(100);
        let text = format!("{long}Scholes near Holmfirth, then along Leeds Road to Ossett.");
        let found = gazetteer.mentions(&text);
        let names: Vec<_> = found.iter().map(|one| &text[one.at.clone()]).collect();
        assert_eq!(names, ["Scholes", "Holmfirth", "Leeds", "Ossett"]);
        let kirklees = Area::In(District::Kirklees);
        assert_eq!(found[0].found.areas().first(), Some(&kirklees));
        assert_eq!(found[2].found.how, How::Street);
        let alone = gazetteer.mentions("Walton or so");
        assert_eq!(alone[0].found.sure, Sure::NeedsCheck);
    }
}
