//! The browser module of whoever comes back with a phrase: draws one or reads a typed one, says what their
//! tips say of it, and signs their tips with it.
//!
//! It runs in a worker of its own, fetched when somebody chooses a phrase: the sealer, which everybody
//! fetches, knows none. What leaves this module is not secret, but for the phrase it drew.

mod kept;

#[cfg(target_arch = "wasm32")]
pub mod browser;

pub use kept::{NotKept, PhraseKept, draw_phrase};
