//! The public page's browser module: checks answers, verifies the directory, seals. Nothing else.
//!
//! It runs in a Web Worker, loaded when the reporter first types. Everything it needs comes in by
//! one call: the form's pairs, the directory, the pinned authorities and the reporter's clock.

mod sealing;

#[cfg(target_arch = "wasm32")]
mod browser;

pub use sealing::{Request, SealRefusal, SealedTip, check, seal};
