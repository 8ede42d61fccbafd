//! X25519 worked out ahead.
//!
//! A browser has an X25519 of its own that is several times faster than any in WebAssembly, but it
//! answers later, and opening never waits. So the shares of many frames are read first ([`share_of`]),
//! their secrets worked out elsewhere, and the frames then opened with [`Ahead`].
//!
//! The sender chooses every share. A secret that is not the share's opens nothing.

use std::collections::BTreeMap;
use std::fmt;

use age::DecryptError;
use age_core::format::{FileKey, Stanza};
use domain::SealedFrame;
use seal::age_file;
use seal::hybrid::kem::TAG;
use zeroize::Zeroizing;

use crate::Identity;
use crate::identity::split_argument;

/// An age header with its one stanza, its grease and its MAC is shorter than this.
const HEADER_MAX: usize = 4_096;

/// The X25519 half of what a sender sends along, as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub [u8; 32]);

/// What an identity and a share come to.
pub type Secret = Zeroizing<[u8; 32]>;

/// The share in a frame's header, if there seems to be one: nothing else of it is looked at.
pub fn share_of(frame: &SealedFrame) -> Option<Share> {
    share_in(age_file(frame).ok()?)
}

/// The share in an age file's header, if there seems to be one.
pub fn share_in(file: &[u8]) -> Option<Share> {
    let head = file.get(..HEADER_MAX).unwrap_or(file);
    let argument = head.split(|byte| *byte == b'\n').find_map(|line| {
        let stanza = line.strip_prefix(b"-> ")?;
        stanza.strip_prefix(TAG.as_bytes())?.strip_prefix(b" ")
    });
    let (_, share) = split_argument(argument?)?;
    Some(share)
}

/// An identity, and secrets of it that were worked out elsewhere. A share it was not given one for
/// is worked out here.
pub struct Ahead<'a> {
    identity: &'a Identity,
    secrets: BTreeMap<Share, Secret>,
}

impl<'a> Ahead<'a> {
    /// Has been given nothing yet.
    pub const fn new(identity: &'a Identity) -> Self {
        Self {
            identity,
            secrets: BTreeMap::new(),
        }
    }

    /// Takes what this identity and a share come to.
    pub fn learn(&mut self, share: Share, secret: Secret) {
        self.secrets.insert(share, secret);
    }
}

impl age::Identity for Ahead<'_> {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        let known = |share: &Share| self.secrets.get(share).cloned();
        self.identity.unwrap_knowing(stanza, known)
    }
}

impl fmt::Debug for Ahead<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ahead(..)")
    }
}
