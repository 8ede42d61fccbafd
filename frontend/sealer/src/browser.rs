//! What the worker's script calls. Flat lists of strings keep a JSON reader out of the module.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a list comes out of a script by value"
)]

use std::cell::{Cell, RefCell};

use domain::{BlobId, UnixSeconds};
use notes::Offered;
use rand::rngs::OsRng;
use seal::bundle::BundleKey;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::back::Back;
use crate::bundle::{Bundling, Parcel};
use crate::sealing::{self, Prepared, Request, SealRefusal};

thread_local! {
    /// The newest directory believed since the page was opened; it lives as long as the worker.
    static NEWEST: Cell<Option<u64>> = const { Cell::new(None) };
    /// What tips say of whoever comes back.
    static BACK: RefCell<Option<Back>> = const { RefCell::new(None) };
    /// The tip that is to be signed and sealed.
    static PREPARED: RefCell<Option<Prepared>> = const { RefCell::new(None) };
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

/// Takes what the phrase's module says of whoever comes back; of nobody, if that is empty.
///
/// # Errors
/// `phrase`: it says something else.
#[wasm_bindgen]
pub fn come_back(said: &[u8]) -> Result<(), String> {
    let read = |said| Back::read(said).map_err(|_| "phrase");
    let back = (!said.is_empty()).then(|| read(said)).transpose();
    BACK.set(back?);
    Ok(())
}

/// Makes of the form a tip, and puts into it what opens the files stored as `blob`, if that is not empty;
/// gives how many messages the phrase has to sign.
///
/// # Errors
/// `problems`, `phrase`, `files`, `directory` or `clock`.
#[wasm_bindgen]
pub fn prepare(
    pairs: Vec<String>,
    lang: &str,
    directory: &str,
    authorities: &str,
    inst: &str,
    now: u32,
    blob: &str,
) -> Result<usize, String> {
    let notes = Offered {
        directory,
        authorities,
        inst,
        now: UnixSeconds(now.into()),
        newest_serial_seen: NEWEST.get(),
    };
    let prepared = BUNDLE.with_borrow(|key| {
        let files = parcel(key.as_ref(), blob)?;
        BACK.with_borrow(|back| {
            let request = Request {
                pairs: &pairs,
                lang,
                notes,
                back: back.as_ref(),
                files,
            };
            sealing::prepare(&request, &mut OsRng).map_err(word)
        })
    });
    let prepared = prepared?;
    let messages = prepared.messages().len();
    PREPARED.set(Some(prepared));
    Ok(messages)
}

/// What the phrase signs, by number.
#[wasm_bindgen]
#[must_use]
pub fn message(number: usize) -> Vec<u8> {
    PREPARED.with_borrow(|prepared| {
        let messages = prepared.as_ref().map(Prepared::messages);
        let message = messages.and_then(|messages| messages.get(number));
        message.map(|message| message.to_vec()).unwrap_or_default()
    })
}

/// Seals what was prepared, with the signatures of its messages one after the other; gives the frames one
/// after the other, 20,480 bytes each.
///
/// # Errors
/// `phrase`: these are not its signatures.
#[wasm_bindgen]
pub fn seal(signatures: &[u8]) -> Result<Vec<u8>, String> {
    let prepared = PREPARED.take().ok_or("phrase")?;
    let sealed = prepared.seal(signatures).map_err(word)?;
    NEWEST.set(Some(sealed.serial));
    let frames = sealed.frames.into_iter();
    Ok(frames.flat_map(domain::SealedFrame::into_bytes).collect())
}

const fn word(why: SealRefusal) -> &'static str {
    match why {
        SealRefusal::Problems => "problems",
        SealRefusal::Phrase => "phrase",
        SealRefusal::Directory => "directory",
        SealRefusal::Clock => "clock",
    }
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
