//! What the worker's script calls.

use wasm_bindgen::prelude::wasm_bindgen;

/// `u8 first | JPEG`.
///
/// # Errors
/// `other`, `too-large` or `unreadable`.
#[wasm_bindgen]
pub fn redraw(file: &[u8], covers: &[u16], blur: bool) -> Result<Vec<u8>, String> {
    crate::redraw(file, covers, blur).map_err(str::to_owned)
}
