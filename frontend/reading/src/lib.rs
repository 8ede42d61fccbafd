//! The browser module of the page for replies: everything the phrase's module does, and opens replies too.
//!
//! It is loaded there in that module's place, by the same worker. What opens is most of it, so whoever only
//! reports never downloads it; the sealer is fetched beside it by those who write something back.

mod replies;

#[cfg(target_arch = "wasm32")]
mod browser;

pub use replies::{ReplyRead, read_replies};
