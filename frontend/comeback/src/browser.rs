//! What the worker's script calls.

use std::cell::RefCell;

use rand::rngs::OsRng;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::kept::{self, NotKept, PhraseKept};

thread_local! {
    /// The phrase of this page, stretched; it dies with the worker.
    static PHRASE: RefCell<Option<PhraseKept>> = const { RefCell::new(None) };
}

/// Draws a phrase: eight words, and the same as eight groups of four digits.
#[wasm_bindgen]
#[must_use]
pub fn draw_phrase() -> Vec<String> {
    let drawn = kept::draw_phrase(&mut OsRng);
    drawn.iter().map(|text| text.to_string()).collect()
}

/// Stretches a phrase and keeps it in place of any other.
///
/// # Errors
/// `count`, `group-3`, `together`, `page`.
#[wasm_bindgen]
pub fn keep_phrase(typed: &str, inst: &str) -> Result<(), String> {
    let kept = PhraseKept::of(typed, inst).map_err(NotKept::key)?;
    PHRASE.set(Some(kept));
    Ok(())
}

/// What tips say of the phrase kept; nothing if there is none.
#[wasm_bindgen]
#[must_use]
pub fn said() -> Vec<u8> {
    let said = with_phrase(PhraseKept::said).and_then(Result::ok);
    said.unwrap_or_default()
}

/// The phrase's signature of one part of a tip; nothing if there is none.
#[wasm_bindgen]
#[must_use]
pub fn sign(part: &[u8]) -> Vec<u8> {
    with_phrase(|phrase| phrase.sign(part)).unwrap_or_default()
}

/// Does something with the phrase kept, if there is one.
pub fn with_phrase<T>(with: impl FnOnce(&PhraseKept) -> T) -> Option<T> {
    PHRASE.with_borrow(|phrase| phrase.as_ref().map(with))
}
