#![doc = include_str!("../README.md")]

mod email;
mod fold;
#[doc(hidden)]
pub mod fuzz;
mod hint;
mod hints;
mod pattern;
mod phone;
mod phrases;
mod plate;
mod postcode;
mod quotation;
mod table;
mod time;
mod words;

pub use hint::{Hint, Kind};
pub use hints::{HINTS_MAX, hints};
