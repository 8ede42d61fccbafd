#![doc = include_str!("../README.md")]

mod account;
mod address;
mod code;
mod cues;
#[doc(hidden)]
pub mod fuzz;
mod money;
mod own;
mod person;
mod phone;
mod phrases;
mod place;
mod plate;
mod reader;
mod similar;
mod slots;
mod suggest;
mod told;

pub use reader::{Mention, Reader, distinct};
pub use similar::{Sketch, within_a_day};
pub use suggest::{Suggested, Suggestions, answered_priority, area_advice};
pub use told::Told;
