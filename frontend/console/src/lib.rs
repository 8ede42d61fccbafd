//! The staff rooms, drawn in the officer's browser and nowhere else.
//!
//! The console draws and asks; it holds no key and no session. Whatever is secret or on the
//! network lies in the opener's worker, spoken to through `opener` in `domain::console`'s words.

#![cfg_attr(
    target_arch = "wasm32",
    expect(
        clippy::needless_pass_by_value,
        reason = "a component owns its properties, read or not"
    )
)]
#![cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "natively only the tests speak the words")
)]

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod bench;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod console;
#[cfg(target_arch = "wasm32")]
mod opener;
#[cfg(target_arch = "wasm32")]
mod parts;
mod place;
#[cfg(target_arch = "wasm32")]
mod rooms;
pub mod search;
mod words;

/// Draws the console into the page's body; the glue calls it once.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::App);
}
