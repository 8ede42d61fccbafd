//! Where a browser module's files are and what they hash to, for the script that starts it.

use leptos::attr::{Attribute, custom::custom_attribute};

use super::Sheet;

/// What names the files of the module called so, and of the worker it runs in.
pub(crate) fn module(sheet: &Sheet<'_>, name: &str, worker: &str) -> impl Attribute + use<> {
    let (glue, wasm) = (format!("{name}.js"), format!("{name}.wasm"));
    let at = |file: &str| (sheet.assets.url(file), sheet.assets.integrity(file));
    let [(worker, worker_hash), (glue, glue_hash), (wasm, wasm_hash)] =
        [worker, &glue, &wasm].map(at);
    (
        custom_attribute("data-worker", worker),
        custom_attribute("data-worker-hash", worker_hash),
        custom_attribute("data-glue", glue),
        custom_attribute("data-glue-hash", glue_hash),
        custom_attribute("data-wasm", wasm),
        custom_attribute("data-wasm-hash", wasm_hash),
    )
}
