//! The reporters' browser module: checks answers, verifies the directory, draws a phrase, seals. Nothing
//! else: what opens the replies to a phrase is a module of its own.
//!
//! It runs in a Web Worker, loaded when the reporter first types. Everything it needs comes in by
//! a call: the form's pairs, the phrase, the directory, the pinned authorities, the reporter's clock.

mod believing;
mod bundle;
mod phrase;
mod sealing;

#[cfg(target_arch = "wasm32")]
pub mod browser;

pub use believing::{NotBelieved, Notes};
pub use bundle::{Bundling, Parcel};
pub use phrase::{NotKept, PhraseKept, draw_phrase};
pub use sealing::{Request, SealRefusal, SealedTip, check, seal};
