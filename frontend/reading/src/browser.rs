//! What the worker's script calls besides what the phrase's module has.

use std::cell::Cell;

use comeback::browser::with_phrase;
use domain::UnixSeconds;
use mailbox::Mailbox;
use notes::{NotBelieved, Offered};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::replies::read_replies;

thread_local! {
    /// The newest directory believed since the page was opened; it lives as long as the worker.
    static NEWEST: Cell<Option<u64>> = const { Cell::new(None) };
}

/// What to ask the mailbox with: the eight tokens of the phrase kept; nothing if there is none.
#[wasm_bindgen]
#[must_use]
pub fn tokens() -> Vec<u8> {
    let tokens = with_phrase(|phrase| Mailbox::of(phrase.keys()).request().to_vec());
    tokens.unwrap_or_default()
}

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
    now: u32,
) -> Result<Vec<String>, String> {
    let notes = Offered {
        directory,
        authorities,
        inst,
        now: UnixSeconds(now.into()),
        newest_serial_seen: NEWEST.get(),
    };
    let read = with_phrase(|phrase| read_replies(phrase, answer, &notes)).ok_or("phrase")?;
    let read = read.map_err(|why| match why {
        NotBelieved::Directory => "directory",
        NotBelieved::Clock => "clock",
    })?;
    NEWEST.set(Some(read.serial));
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
