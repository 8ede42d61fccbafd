//! The reporters' browser module: checks answers, verifies the directory, seals; draws a phrase, and
//! opens the replies to it. Nothing else.
//!
//! It runs in a Web Worker, loaded when the reporter first types. Everything it needs comes in by
//! a call: the form's pairs, the phrase, the directory, the pinned authorities, the reporter's clock.

mod believing;
mod bundle;
mod phrase;
mod replies;
mod sealing;

#[cfg(target_arch = "wasm32")]
mod browser;

pub use believing::{NotBelieved, Notes};
pub use bundle::{Bundling, Parcel};
pub use phrase::{NotKept, PhraseKept, draw_phrase};
pub use replies::{ReplyRead, read_replies};
pub use sealing::{Request, SealRefusal, SealedTip, check, seal};
