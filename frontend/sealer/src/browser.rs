//! What the worker's script calls. Flat lists of strings keep a JSON reader out of the module.

use domain::UnixSeconds;
use rand::rngs::OsRng;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::sealing::{self, Request, SealRefusal};

/// Checks `name value name value …`; gives `field rule field rule …`, empty if all is well.
#[wasm_bindgen]
#[must_use]
pub fn check(pairs: Vec<String>) -> Vec<String> {
    let problems = sealing::check(&pairs);
    let words = problems
        .iter()
        .flat_map(|problem| [problem.field, problem.rule.key()]);
    words.map(str::to_owned).collect()
}

/// Seals the form; gives the frames one after the other, 20,480 bytes each.
///
/// # Errors
/// `problems`, `directory` or `clock`.
#[wasm_bindgen]
pub fn seal(
    pairs: Vec<String>,
    lang: &str,
    directory: &str,
    authorities: &str,
    inst: &str,
    now: f64,
) -> Result<Vec<u8>, String> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a browser's clock is whole seconds"
    )]
    let now = UnixSeconds(now as i64);
    let request = Request {
        pairs: &pairs,
        lang,
        directory,
        authorities,
        inst,
        now,
    };
    match sealing::seal(&request, &mut OsRng) {
        Ok(frames) => Ok(frames
            .into_iter()
            .flat_map(domain::SealedFrame::into_bytes)
            .collect()),
        Err(SealRefusal::Problems) => Err("problems".into()),
        Err(SealRefusal::Directory) => Err("directory".into()),
        Err(SealRefusal::Clock) => Err("clock".into()),
    }
}
