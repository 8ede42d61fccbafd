//! One authority adds its signature to a note, on its own machine.

use std::path::Path;

use domain::Day;
use notes::{Authorities, Authority, SignedNote, Signer};

use crate::body::Body;
use crate::files::{self, FileError};

/// Why an authority did not sign.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// It is no directory and no roster, or not in the one form these have.
    #[error("this is no note that Ginnel makes, or it was changed: do not sign it")]
    NotANote,
    /// Its last day is over.
    #[error("this note has expired: have a new one made")]
    Expired,
    /// This authority has signed it.
    #[error("this authority has signed this note already")]
    AlreadySigned,
    /// The file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// Reads what a note says, signed or not, believed by nobody yet.
pub fn read(text: &str) -> Option<Body> {
    Body::parse(&split(text).0)
}

/// Adds this authority's signature to a note, or to a body that nobody has signed.
pub fn sign(text: &str, signer: &Signer, today: Day) -> Result<String, SignError> {
    let (body, signatures) = split(text);
    let parsed = Body::parse(&body).ok_or(SignError::NotANote)?;
    if parsed.is_over(today) {
        return Err(SignError::Expired);
    }
    if is_signed_by(text, signer.authority()) {
        return Err(SignError::AlreadySigned);
    }
    let note = notes::sign(&body, &[signer]).map_err(|_| SignError::NotANote)?;
    let (_, signature) = split(&note);
    let whole = format!("{body}\n{signatures}{signature}");
    SignedNote::parse(&whole).map_err(|_| SignError::NotANote)?;
    Ok(whole)
}

/// Adds this authority's signature to a file. Answers what it vouched for.
pub fn sign_file(path: &Path, signer: &Signer, today: Day) -> Result<Body, SignError> {
    let note = sign(&files::read_text(path)?, signer, today)?;
    files::replace(path, note.as_bytes())?;
    read(&note).ok_or(SignError::NotANote)
}

/// Whether this authority has signed the note.
pub fn is_signed_by(text: &str, authority: &Authority) -> bool {
    let Ok(only) = Authorities::new(vec![authority.clone()]) else {
        return false;
    };
    SignedNote::parse(text).is_ok_and(|note| note.verify(&only).is_ok())
}

/// The body, which holds no blank line, and the signature lines that follow it.
fn split(text: &str) -> (String, &str) {
    match text.split_once("\n\n") {
        Some((body, signatures)) => (format!("{body}\n"), signatures),
        None => (text.into(), ""),
    }
}
