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
mod shapes;
mod table;
mod time;
mod words;

pub use fold::{digit, key, plain};
pub use hint::{Hint, Kind};
pub use hints::{HINTS_MAX, hints};
pub use shapes::shapes;
pub use words::{Word, split};
