//! From mentioned places to one answer.

use domain::answers::Area;

use crate::found::{Candidate, Found, How, Place, Sure, distinct};
use crate::mentions::Mention;
use crate::names::{Agreement, Row};
use crate::postcodes::{Postcodes, alone, candidates};
use crate::words::key;

/// The answer to some mentions: each says more exactly where the one before is, or is a place of its own.
pub(crate) fn mentions(all: Vec<Mention>, postcodes: &Postcodes) -> Option<Found> {
    let (streets, places): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.is_street);
    let how = if places.is_empty() {
        How::Street
    } else {
        How::Name
    };
    let mentions = if places.is_empty() { streets } else { places };
    let mut kept: Vec<Row> = Vec::new();
    let mut is_settled = false;
    for mention in mentions {
        match narrowed(&kept, &mention.rows) {
            Some(fewer) => {
                is_settled = true;
                kept = fewer;
            }
            None => kept.extend(mention.rows),
        }
    }
    let weight = Weight { how, is_settled };
    (!kept.is_empty()).then(|| answer(&kept, weight, postcodes))
}

/// How much is to be made of some places.
#[derive(Clone, Copy)]
pub(crate) struct Weight {
    pub(crate) how: How,
    /// Another word of the text has told which of several places is meant.
    pub(crate) is_settled: bool,
}

/// The answer that some places make.
pub(crate) fn answer(rows: &[Row], weight: Weight, postcodes: &Postcodes) -> Found {
    let mut all = places(rows, postcodes);
    let is_warned = !weight.is_settled && rows.iter().any(|row| row.is_ambiguous);
    if is_warned && distinct(&all).len() == 1 {
        all.extend(neighbours(rows, postcodes));
    }
    // A resident means a place nearby: those outside the county come last.
    all.sort_by_key(|candidate| candidate.area == Area::Outside);
    let areas = distinct(&all);
    let inside = areas.iter().filter(|area| **area != Area::Outside).count();
    let sure = match (areas.len(), inside) {
        _ if is_warned || matches!(weight.how, How::Street) => Sure::NeedsCheck,
        // Many a hamlet of the county is in no table: a name found only outside may be one of theirs.
        (1, 1) if is_plain(rows, weight) => Sure::Certain,
        (1, _) | (2, 1) => Sure::Likely,
        _ => Sure::NeedsCheck,
    };
    let understood = rows
        .first()
        .map_or_else(String::new, |row| row.name.clone());
    Found::new(sure, weight.how, understood, all)
}

/// The answer that a text's places in this outcode make, if any of them lies in it.
pub(crate) fn within(all: &[Mention], outcode: u32, postcodes: &Postcodes) -> Option<Found> {
    let places = all.iter().filter(|mention| !mention.is_street);
    let rows: Vec<_> = places.flat_map(|mention| &mention.rows).collect();
    let there = rows.iter().filter(|row| row.outcode == outcode);
    let there: Vec<Row> = there.map(|row| (*row).clone()).collect();
    let weight = Weight {
        how: How::Name,
        is_settled: there.len() < rows.len(),
    };
    (!there.is_empty()).then(|| answer(&there, weight, postcodes))
}

fn is_plain(rows: &[Row], weight: Weight) -> bool {
    matches!(weight.how, How::Name) && rows.iter().all(|row| row.is_sure)
}

/// Those of the places before that the next ones agree with best.
pub(crate) fn narrowed(kept: &[Row], next: &[Row]) -> Option<Vec<Row>> {
    let agreement = |row: &Row| {
        let all = next.iter().map(|other| row.agrees(other));
        all.max().unwrap_or(Agreement::None)
    };
    let best = kept.iter().map(agreement).max()?;
    let fewer = kept.iter().filter(|row| agreement(row) == best).cloned();
    (best > Agreement::None).then(|| fewer.collect())
}

/// One candidate for each place: the parts of a town count once, and so does what is listed twice.
pub(crate) fn places(rows: &[Row], postcodes: &Postcodes) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    for row in rows {
        let is_again = rows
            .iter()
            .any(|other| row.near.is_none() && other.near.is_some() && row.is_part_of(other));
        let place = row.place();
        let known = all.iter_mut().find(|known| {
            let same =
                |other: &Place| key(&other.name) == key(&place.name) && other.near == place.near;
            known.area == row.area && known.place.as_ref().is_some_and(same)
        });
        match known {
            _ if is_again => {}
            // Its outcodes are several: none of them tells it from others.
            Some(known) => {
                known.place = Some(Place {
                    outcode: None,
                    ..place
                });
            }
            None => {
                let force = postcodes
                    .outcode(row.outcode)
                    .and_then(|outcode| outcode.force);
                let place = Some(place);
                all.push(Candidate {
                    place,
                    ..alone(row.area, force)
                });
            }
        }
    }
    all
}

/// What else the outcodes of some places reach into.
fn neighbours(rows: &[Row], postcodes: &Postcodes) -> Vec<Candidate> {
    let outcodes = rows.iter().filter_map(|row| postcodes.outcode(row.outcode));
    let all = outcodes.flat_map(|outcode| candidates(&outcode.shares, outcode.force));
    let elsewhere = |one: &Candidate| rows.iter().all(|row| row.area != one.area);
    all.filter(elsewhere).collect()
}

impl Row {
    fn is_part_of(&self, other: &Self) -> bool {
        self.name == other.name && self.area == other.area && self.outcode == other.outcode
    }
}
