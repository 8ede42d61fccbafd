//! What every kept plaintext says of itself.

use domain::{Day, Desk, InstallationId, OfficerId, RecordId};
use minicbor::{Decode, Encode};

/// Which part of a record this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Slot {
    /// The tip as it came.
    #[n(0)]
    Original,
    /// Grade, sanitised text, decisions.
    #[n(1)]
    Work,
    /// Translation and history.
    #[n(2)]
    History,
    /// What lists show.
    #[n(3)]
    Card,
}

/// SHA-256 of a kept plaintext, signature included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct KeptHash(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

impl KeptHash {
    /// What stands before version 1.
    pub const NONE: Self = Self([0; 32]);

    /// From 32 bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// Names one writing of a record: drawn for each version, the same in all its slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct WriteId(#[cbor(n(0), with = "minicbor::bytes")] [u8; 16]);

impl WriteId {
    /// From 16 random bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }
}

/// What every kept plaintext says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptHead {
    /// The installation.
    pub inst: InstallationId,
    /// The record.
    pub record: RecordId,
    /// The desk that keeps it.
    pub desk: Desk,
    /// Which part it is.
    pub slot: Slot,
    /// Counts up with every write, from 1, where the original stays.
    pub version: u32,
    /// This slot one version before; [`KeptHash::NONE`] in version 1.
    pub previous: KeptHash,
    /// Who wrote it.
    pub author: OfficerId,
    /// The day they wrote it, by their own clock.
    pub day: Day,
    /// Which writing it is of.
    pub write: WriteId,
    /// The record's original; none in the original itself.
    pub original: Option<KeptHash>,
}

impl KeptHead {
    /// Only the original names no original, and only version 1 has one.
    pub(super) fn is_sound(&self) -> bool {
        let is_original = self.slot == Slot::Original;
        let is_first = self.version == 1;
        self.version > 0
            && is_first == (self.previous == KeptHash::NONE)
            && is_original == self.original.is_none()
            && (is_first || !is_original)
    }
}
