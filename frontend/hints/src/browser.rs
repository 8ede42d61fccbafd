//! What the worker's script calls.

use wasm_bindgen::prelude::wasm_bindgen;

/// What in a text could give its teller away: `key words key words …`.
#[wasm_bindgen]
#[must_use]
pub fn look_up(text: &str, lang: &str) -> Vec<String> {
    crate::found(text, lang)
}
