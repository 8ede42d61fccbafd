//! The public page's browser module that says what in a text could give its teller away.
//!
//! It runs in a Web Worker of its own, loaded together with the sealer, and asks nothing of the network.
//! A text comes in, words of it go out; what is said about them are the page's words.

mod found;

#[cfg(target_arch = "wasm32")]
mod browser;

pub use found::found;
