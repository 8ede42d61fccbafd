//! Puts a new, unsigned body in a note's place.

use domain::Day;
use notes::{Head, Malformed, NoteBody, Validity};

use crate::body::Body;
use crate::ceremony::Ceremony;
use crate::files::{self, FileError};
use crate::naming::NoteName;
use crate::serials;
use crate::sign;

/// What to do with a note that still waits for signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Leave it, and write nothing.
    Keep,
    /// Give it up: the signatures it has are lost.
    GiveUp,
}

/// Why no body was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// One is there that some authorities have not signed.
    #[error(
        "{0} still waits for signatures: have it signed, or pass --give-up-waiting to write it anew"
    )]
    StillWaiting(NoteName),
    /// The body would not read back.
    #[error("{0} would not be a valid note")]
    Invalid(NoteName),
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// Refuses if the note waits for signatures and that is to be respected.
pub(crate) fn check_waiting(
    ceremony: &Ceremony,
    name: NoteName,
    waiting: Waiting,
    today: Day,
) -> Result<(), WriteError> {
    let Some(text) = files::read_if_there(&name.path(ceremony))? else {
        return Ok(());
    };
    let over = sign::read(&text).is_none_or(|body| body.is_over(today));
    let whole = ceremony
        .authorities()
        .iter()
        .all(|one| sign::is_signed_by(&text, one));
    if over || whole || waiting == Waiting::GiveUp {
        Ok(())
    } else {
        Err(WriteError::StillWaiting(name))
    }
}

/// Takes the next serial, and writes the body in place of the note; the old note is kept beside.
pub(crate) fn write<T: NoteBody>(
    ceremony: &Ceremony,
    name: NoteName,
    today: Day,
    days: i32,
    body: impl FnOnce(Head) -> T,
) -> Result<Body, WriteError> {
    let validity = Validity::new(today, today.plus(days), days);
    let validity = validity.map_err(|Malformed| WriteError::Invalid(name))?;
    keep_old(ceremony, name)?;
    let (inst, serial) = (ceremony.inst(), serials::take(ceremony, name)?);
    let text = body(Head {
        inst,
        serial,
        validity,
    })
    .write();
    let body = Body::parse(&text).filter(|body| body.name() == name);
    let body = body.ok_or(WriteError::Invalid(name))?;
    files::replace(&name.path(ceremony), text.as_bytes())?;
    Ok(body)
}

fn keep_old(ceremony: &Ceremony, name: NoteName) -> Result<(), FileError> {
    let Some(text) = files::read_if_there(&name.path(ceremony))? else {
        return Ok(());
    };
    let serial = sign::read(&text).map_or(0, |body| body.head().serial);
    let beside = ceremony.path(&format!("notes/old/{name}.{serial}.note"));
    files::replace(&beside, text.as_bytes())
}
