//! The public directory as a page fetched it, believed only as the page's pinned authorities signed it.

use domain::{InstallationId, UnixSeconds};

use crate::authority::Authorities;
use crate::directory::PublicDirectory;
use crate::unverified::{NoteError, Unverified, Verified};

/// The directory as fetched, and against what it is checked.
#[derive(Clone, Copy)]
pub struct Offered<'a> {
    /// The public directory, as fetched.
    pub directory: &'a str,
    /// The pinned authorities, a verifier key a line.
    pub authorities: &'a str,
    /// The installation the page belongs to, in hex.
    pub inst: &'a str,
    /// The reporter's clock.
    pub now: UnixSeconds,
    /// The newest directory this page has believed; an older one is refused.
    pub newest_serial_seen: Option<u64>,
}

/// Why a directory is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotBelieved {
    /// It, or the page's settings, cannot be believed.
    #[error("the directory cannot be believed")]
    Directory,
    /// It is not valid on the day this device's clock shows.
    #[error("the directory is not valid on this day")]
    Clock,
}

impl Offered<'_> {
    /// Verifies the directory.
    pub fn believe(&self) -> Result<Verified<PublicDirectory>, NotBelieved> {
        let inst: InstallationId = self.inst.parse().map_err(|_| NotBelieved::Directory)?;
        let authorities = Authorities::parse(self.authorities);
        let authorities = authorities.map_err(|_| NotBelieved::Directory)?;
        let (today, seen) = (self.now.day(), self.newest_serial_seen);
        Unverified::<PublicDirectory>::parse(self.directory)
            .and_then(|note| note.verify(&authorities, inst, today, seen))
            .map_err(|error| match error {
                NoteError::Expired | NoteError::NotYetValid => NotBelieved::Clock,
                NoteError::Malformed
                | NoteError::Unsigned
                | NoteError::WrongInstallation
                | NoteError::Older => NotBelieved::Directory,
            })
    }
}
