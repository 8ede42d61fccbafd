//! The staff rooms, drawn in the officer's browser and nowhere else.

mod words;

use leptos::prelude::*;

/// Draws the console into the page's body; the glue calls it once.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen::prelude::wasm_bindgen(start))]
pub fn start() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let (n, set_n) = signal(0);
    view! { <button on:click=move |_| set_n.set(n.get() + 1)>"x " {n}</button> }
}
