//! The officers' browser module: signs in, opens, signs, seals.

mod calls;
pub mod transport;
mod trust;

pub use trust::{BadSetup, Pins};
