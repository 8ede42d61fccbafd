#![doc = include_str!("../README.md")]

mod cover;
mod decode;
#[doc(hidden)]
pub mod fuzz;
mod kind;
mod redraw;
mod room;

pub use cover::{Cover, Paint};
pub use kind::Kind;
pub use redraw::{QUALITY, Redrawn, Refusal, SIDE_MAX, redraw};
pub use room::Room;
