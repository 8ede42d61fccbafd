//! What a look-up answers: candidates, how sure, and why, as data for a page to put into words.

use domain::answers::Area;
use serde::Serialize;

use crate::force::Force;

/// Most candidates in one answer.
pub const CANDIDATES_MAX: usize = 8;

/// How sure an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sure {
    /// Several areas are about as likely, or what was typed may mean something else: ask back.
    NeedsCheck,
    /// The first candidate is very probably right.
    Likely,
    /// The data know of nothing else.
    Certain,
}

/// What an answer rests on, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// A postcode that lies in another area than most of its sector.
    Exception,
    /// A postcode, by its sector.
    Postcode,
    /// A sector (`WF10 2`).
    Sector,
    /// An outcode (`BD19`), or a postcode of which nothing but the outcode is known.
    Outcode,
    /// A postcode of a part of the country that is not near West Yorkshire.
    Elsewhere,
    /// The name of a place or a district.
    Name,
    /// Something written nearly like the name of a place.
    NearName,
    /// A street that is named after a place, which need not lie there (`Leeds Road`).
    Street,
    /// Nothing was recognised.
    Nothing,
}

/// A place of the gazetteer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Its name (`Scholes`).
    pub name: String,
    /// What tells it from others of that name (`Holmfirth`).
    pub near: Option<String>,
    /// Its outcode (`HD9`), unless it has several.
    pub outcode: Option<String>,
}

/// An area that may be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// A district, or outside the county.
    pub area: Area,
    /// The place, if a name was recognised.
    pub place: Option<Place>,
    /// How many of a thousand postcodes of the sector or outcode lie in this area, where it is shared.
    pub share: Option<u16>,
    /// The police force there: only outside the county, and only if the data say.
    pub force: Option<Force>,
}

/// The answer to a look-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// How sure the first candidate is.
    pub sure: Sure,
    /// What it rests on.
    pub how: How,
    /// What was understood, spelled properly (`BD1 1JS`, `Heckmondwike`); empty for nothing.
    pub understood: String,
    /// The best first, never more than [`CANDIDATES_MAX`].
    pub candidates: Vec<Candidate>,
}

impl Found {
    pub(crate) fn new(sure: Sure, how: How, understood: String, mut all: Vec<Candidate>) -> Self {
        all.truncate(CANDIDATES_MAX);
        Self {
            sure,
            how,
            understood,
            candidates: all,
        }
    }

    pub(crate) fn nothing() -> Self {
        Self::new(Sure::NeedsCheck, How::Nothing, String::new(), Vec::new())
    }

    /// The different areas among the candidates, the best first.
    pub fn areas(&self) -> Vec<Area> {
        distinct(&self.candidates)
    }
}

/// The different areas of some candidates, in their order.
pub(crate) fn distinct(candidates: &[Candidate]) -> Vec<Area> {
    let mut areas = Vec::new();
    for candidate in candidates {
        if !areas.contains(&candidate.area) {
            areas.push(candidate.area);
        }
    }
    areas
}
