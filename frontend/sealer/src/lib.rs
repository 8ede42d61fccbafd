//! The reporters' browser module: checks answers, verifies the directory, seals. Nothing else: what makes a
//! phrase and signs with it, and what opens the replies to one, are modules of their own.
//!
//! It runs in a Web Worker, loaded when the reporter first types. Everything it needs comes in by
//! a call: the form's pairs, what the phrase's module says, the directory, the pinned authorities, the
//! reporter's clock.

mod back;
mod bundle;
mod sealing;

#[cfg(target_arch = "wasm32")]
pub mod browser;

pub use back::Back;
pub use bundle::{Bundling, Parcel};
pub use sealing::{Prepared, Request, SealRefusal, SealedTip, check, prepare};
