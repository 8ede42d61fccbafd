//! What the worker's script calls besides the sealer's own.

use sealer::browser::with_phrase;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::replies::read_replies;

/// Opens what the mailbox answered: how many frames were doubtful, and then of each reply its token in
/// hex, its day, its language and its text.
///
/// # Errors
/// `phrase`, `directory` or `clock`.
#[wasm_bindgen]
pub fn read_mailbox(
    answer: &[u8],
    directory: &str,
    authorities: &str,
    inst: &str,
    now: f64,
) -> Result<Vec<String>, String> {
    let read = with_phrase(directory, authorities, inst, now, |phrase, notes| {
        let read = read_replies(phrase, answer, notes)?;
        let serial = read.serial;
        Ok((read, serial))
    })?;
    let mut words = vec![read.doubtful.to_string()];
    for reply in &read.replies {
        // EXPOSE: the page sends it to delete this reply.
        words.push(hex::encode(reply.token.expose()));
        words.push(reply.day.to_string());
        words.push(reply.lang.as_str().to_owned());
        words.push(reply.text.to_string());
    }
    Ok(words)
}
