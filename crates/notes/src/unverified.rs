//! From a text somebody handed us to a note we believe.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use domain::{Day, InstallationId};

use crate::authority::Authorities;
use crate::body::{Malformed, NoteBody};
use crate::signed::SignedNote;

/// Why a note is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// It is not in the expected form.
    #[error("the note is not in the expected form")]
    Malformed,
    /// An authority's signature is missing or wrong.
    #[error("an authority's signature is missing or wrong")]
    Unsigned,
    /// It speaks for another installation.
    #[error("the note is another installation's")]
    WrongInstallation,
    /// Its first day is still to come.
    #[error("the note is not yet valid")]
    NotYetValid,
    /// Its last day is over.
    #[error("the note has expired")]
    Expired,
    /// A newer one has been seen.
    #[error("a newer note has been seen")]
    Older,
}

/// A signed note of which nothing has been checked but its shape.
pub struct Unverified<T> {
    note: SignedNote,
    kind: PhantomData<T>,
}

impl<T: NoteBody> Unverified<T> {
    /// Reads the shape of a signed note; its body stays out of reach.
    pub fn parse(text: &str) -> Result<Self, NoteError> {
        let note = SignedNote::parse(text).map_err(|_| NoteError::Malformed)?;
        let kind = PhantomData;
        Ok(Self { note, kind })
    }

    /// Believes the note, or says why not.
    ///
    /// # Errors
    /// See [`NoteError`]; the newest serial seen itself is believed again.
    pub fn verify(
        self,
        authorities: &Authorities,
        inst: InstallationId,
        today: Day,
        newest_serial_seen: Option<u64>,
    ) -> Result<Verified<T>, NoteError> {
        let body = self.note.verify(authorities);
        let body = T::parse(body.map_err(|_| NoteError::Unsigned)?);
        let body = body.map_err(|Malformed| NoteError::Malformed)?;
        let head = body.head();
        if head.inst != inst {
            return Err(NoteError::WrongInstallation);
        }
        if today < head.validity.from() {
            return Err(NoteError::NotYetValid);
        }
        if today >= head.validity.until() {
            return Err(NoteError::Expired);
        }
        if newest_serial_seen.is_some_and(|newest| head.serial < newest) {
            return Err(NoteError::Older);
        }
        Ok(Verified(body))
    }
}

impl<T> fmt::Debug for Unverified<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unverified(..)")
    }
}

/// A note that [`Unverified::verify`] believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified<T>(T);

impl<T> Deref for Verified<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
