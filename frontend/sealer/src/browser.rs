//! What the worker's script calls. Flat lists of strings keep a JSON reader out of the module.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a list comes out of a script by value"
)]

use std::cell::{Cell, RefCell};

use domain::{BlobId, UnixSeconds};
use rand::rngs::OsRng;
use seal::bundle::BundleKey;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::believing::{NotBelieved, Notes};
use crate::bundle::{Bundling, Parcel};
use crate::phrase::{self, PhraseKept};
use crate::sealing::{self, Request, SealRefusal};

thread_local! {
    /// The newest directory believed since the page was opened; it lives as long as the worker.
    static NEWEST: Cell<Option<u64>> = const { Cell::new(None) };
    /// The phrase of this page, stretched; it dies with the worker.
    static PHRASE: RefCell<Option<PhraseKept>> = const { RefCell::new(None) };
    /// The files that are being sealed.
    static BUNDLING: RefCell<Option<Bundling>> = const { RefCell::new(None) };
    /// What opens those that were sealed.
    static BUNDLE: RefCell<Option<BundleKey>> = const { RefCell::new(None) };
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

/// Draws a phrase: eight words, and the same as eight groups of four digits.
#[wasm_bindgen]
#[must_use]
pub fn draw_phrase() -> Vec<String> {
    let drawn = phrase::draw_phrase(&mut OsRng);
    drawn.iter().map(|text| text.to_string()).collect()
}

/// Stretches a phrase and keeps it in place of any other.
///
/// # Errors
/// `count`, `group-3`, `together`, `page`.
#[wasm_bindgen]
pub fn keep_phrase(typed: &str, inst: &str) -> Result<(), String> {
    let kept = PhraseKept::of(typed, inst).map_err(phrase::NotKept::key)?;
    PHRASE.set(Some(kept));
    Ok(())
}

/// Begins to seal files of these kinds and lengths; gives the number of their bucket.
///
/// # Errors
/// `room`: no bundle can hold such files.
#[wasm_bindgen]
pub fn begin_bundle(kinds: &[u8], lengths: &[u32]) -> Result<u8, String> {
    let begun = Bundling::begin(kinds, lengths, &mut OsRng).map_err(|_| "room")?;
    let bucket = begun.bucket().number();
    BUNDLING.set(Some(begun));
    BUNDLE.set(None);
    Ok(bucket)
}

/// Takes the files' next bytes, gives the blob's.
///
/// # Errors
/// `file`: more came than was announced.
#[wasm_bindgen]
pub fn push_bundle(bytes: &[u8]) -> Result<Vec<u8>, String> {
    BUNDLING.with_borrow_mut(|bundling| {
        let bundling = bundling.as_mut().ok_or("file")?;
        bundling.push(bytes).map_err(|_| "file".to_owned())
    })
}

/// Gives the rest of the blob, and keeps what opens it.
///
/// # Errors
/// `file`: less came than was announced.
#[wasm_bindgen]
pub fn end_bundle() -> Result<Vec<u8>, String> {
    let bundling = BUNDLING.take().ok_or("file")?;
    let (rest, key) = bundling.finish().map_err(|_| "file")?;
    BUNDLE.set(Some(key));
    Ok(rest)
}

/// Seals the form, and in it what opens the files stored as `blob`, if that is not empty; gives the frames one after the other, 20,480 bytes each.
///
/// # Errors
/// `problems`, `phrase`, `files`, `directory` or `clock`.
#[wasm_bindgen]
pub fn seal(
    pairs: Vec<String>,
    lang: &str,
    directory: &str,
    authorities: &str,
    inst: &str,
    now: f64,
    blob: &str,
) -> Result<Vec<u8>, String> {
    let notes = notes(directory, authorities, inst, now);
    let key = BUNDLE.take();
    let files = parcel(key.as_ref(), blob);
    let sealed = PHRASE.with_borrow(|phrase| {
        let request = Request {
            pairs: &pairs,
            lang,
            notes,
            phrase: phrase.as_ref(),
            files: files?,
        };
        Ok(sealing::seal(&request, &mut OsRng))
    });
    BUNDLE.set(key);
    let sealed = sealed.map_err(str::to_owned)?;
    match sealed {
        Ok(sealed) => {
            NEWEST.set(Some(sealed.serial));
            let frames = sealed.frames.into_iter();
            Ok(frames.flat_map(domain::SealedFrame::into_bytes).collect())
        }
        Err(SealRefusal::Problems) => Err("problems".into()),
        Err(SealRefusal::Phrase) => Err("phrase".into()),
        Err(SealRefusal::Directory) => Err("directory".into()),
        Err(SealRefusal::Clock) => Err("clock".into()),
    }
}

/// What to ask the mailbox with: the eight tokens of the phrase kept; nothing if there is none.
#[wasm_bindgen]
#[must_use]
pub fn tokens() -> Vec<u8> {
    let tokens = |phrase: &PhraseKept| phrase.tokens().to_vec();
    PHRASE.with_borrow(|phrase| phrase.as_ref().map(tokens).unwrap_or_default())
}

/// Reads with the phrase kept, and remembers which directory that believed.
///
/// # Errors
/// `phrase`, `directory` or `clock`.
pub fn with_phrase<T>(
    directory: &str,
    authorities: &str,
    inst: &str,
    now: f64,
    read: impl FnOnce(&PhraseKept, &Notes<'_>) -> Result<(T, u64), NotBelieved>,
) -> Result<T, String> {
    let notes = notes(directory, authorities, inst, now);
    let (read, serial) = PHRASE.with_borrow(|phrase| {
        let phrase = phrase.as_ref().ok_or("phrase")?;
        read(phrase, &notes).map_err(|why| match why {
            NotBelieved::Directory => "directory",
            NotBelieved::Clock => "clock",
        })
    })?;
    NEWEST.set(Some(serial));
    Ok(read)
}

/// The files stored as this blob; none if there is no id.
fn parcel<'a>(key: Option<&'a BundleKey>, blob: &str) -> Result<Option<Parcel<'a>>, &'static str> {
    if blob.is_empty() {
        return Ok(None);
    }
    let blob: BlobId = blob.parse().map_err(|_| "files")?;
    let key = key.ok_or("files")?;
    Ok(Some(Parcel { key, blob }))
}

fn notes<'a>(directory: &'a str, authorities: &'a str, inst: &'a str, now: f64) -> Notes<'a> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a browser's clock is whole seconds"
    )]
    let now = UnixSeconds(now as i64);
    Notes {
        directory,
        authorities,
        inst,
        now,
        newest_serial_seen: NEWEST.get(),
    }
}
