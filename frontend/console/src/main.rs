//! The browser module's entry: wasm-bindgen's glue calls it once.

fn main() {
    console::start();
}
