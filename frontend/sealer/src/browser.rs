//! What the worker's script calls. Flat lists of strings keep a JSON reader out of the module.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a list comes out of a script by value"
)]

use std::cell::Cell;

use domain::UnixSeconds;
use rand::rngs::OsRng;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::sealing::{self, Request, SealRefusal};

thread_local! {
    /// The newest directory believed since the page was opened; it lives as long as the worker.
    static NEWEST: Cell<Option<u64>> = const { Cell::new(None) };
}

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
        newest_serial_seen: NEWEST.get(),
    };
    match sealing::seal(&request, &mut OsRng) {
        Ok(sealed) => {
            NEWEST.set(Some(sealed.serial));
            let frames = sealed.frames.into_iter();
            Ok(frames.flat_map(domain::SealedFrame::into_bytes).collect())
        }
        Err(SealRefusal::Problems) => Err("problems".into()),
        Err(SealRefusal::Directory) => Err("directory".into()),
        Err(SealRefusal::Clock) => Err("clock".into()),
    }
}
