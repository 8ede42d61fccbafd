//! Sealed frame to tip.

mod identity;

pub use identity::{Identity, NotAnIdentity};
