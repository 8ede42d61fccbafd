//! The staff rooms, drawn in the officer's browser and nowhere else.
//!
//! The console draws and asks; it holds no key and no session. Whatever is secret or on the
//! network lies in the opener's worker, spoken to through [`opener`] in `domain::console`'s words.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a component owns its properties, read or not"
)]

mod app;
mod bench;
mod browser;
mod console;
mod opener;
mod parts;
mod place;
mod rooms;
mod words;

/// Draws the console into the page's body; the glue calls it once.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen::prelude::wasm_bindgen(start))]
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::App);
}
