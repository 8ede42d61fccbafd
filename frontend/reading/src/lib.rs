//! The browser module of the page for replies: everything the sealer does, and opens replies too.
//!
//! It is loaded there in the sealer's place, by the same worker. What opens is most of it, so whoever
//! only reports never downloads it.

mod replies;

#[cfg(target_arch = "wasm32")]
mod browser;

pub use replies::{ReplyRead, read_replies};
