//! The public page's module for pictures: draws them anew, on the device, before anything is sealed.
//!
//! It runs in a Web Worker of its own, loaded when somebody chooses a file, and asks nothing of the
//! network; the worker ends when there is nothing left to draw, and its memory with it. That it is
//! fetched shows somebody who watches the wire that a file was chosen; so does what is sent then.

mod answer;

#[cfg(target_arch = "wasm32")]
mod browser;

pub use answer::redraw;
