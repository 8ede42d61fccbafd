//! What the worker's script calls.

use gazetteer::Gazetteer;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// Unpacked at the first question; it lives as long as the worker.
    static GAZETTEER: Gazetteer = Gazetteer::open();
}

/// Where a typed place is, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn look_up(text: &str) -> String {
    GAZETTEER.with(|gazetteer| crate::look_up(gazetteer, text))
}
