#![doc = include_str!("../README.md")]

mod code;
mod force;
mod found;
#[doc(hidden)]
pub mod fuzz;
mod gazetteer;
mod in_text;
mod mentions;
mod names;
mod near;
mod outline;
mod postcodes;
mod read;
mod spot;
mod suggest;
mod tables;
mod weigh;
mod words;

pub use force::Force;
pub use found::{CANDIDATES_MAX, Candidate, Found, How, Place, Sure};
pub use gazetteer::Gazetteer;
pub use in_text::Mentioned;
pub use outline::{Outline, Outlines, VIEW_BOX};

/// What a page that uses the data must print, a line each. In English: it is the licences' own wording.
pub const ATTRIBUTION: &[&str] = &[
    "Contains OS data © Crown copyright and database right 2014, 2025.",
    "Contains Royal Mail data © Royal Mail copyright and database right 2014, 2025.",
    "Contains National Statistics data © Crown copyright and database right 2014.",
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0.",
    "District boundaries prepared by Martin Chorley (CC BY 4.0).",
    "Place names from GeoNames, geonames.org (CC BY 4.0).",
];

const OUTCODES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/outcodes.bin"));
const SECTORS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sectors.bin"));
const NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.bin"));
const OUTLINES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/outlines.bin"));

#[cfg(test)]
mod tests;
