//! The public page's other browser module: tells the district of a typed place, on the device.
//!
//! It runs in a Web Worker of its own, loaded together with the sealer, and asks nothing of the
//! network. A text comes in, JSON goes out; what is said about it are the page's
//! words.

mod answer;

#[cfg(target_arch = "wasm32")]
mod browser;

pub use answer::look_up;
