//! What was seen of a record, and what that leaves to be believed.

use domain::{Day, Desk, InstallationId, OfficerId, RecordId, Standing};
use seal::kept::{KeptHash, KeptHead, Slot, WriteId};

use crate::file::OpenError;

/// The newest of one slot that this console has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The slot.
    pub slot: Slot,
    /// Its version.
    pub version: u32,
    /// Its hash: the next version's `previous`.
    pub hash: KeptHash,
    /// The hash of the record's original.
    pub original: KeptHash,
    /// Which writing it was of.
    pub write: WriteId,
    /// Who wrote it.
    pub author: OfficerId,
    /// The day they wrote it, by their own clock.
    pub day: Day,
}

impl Seen {
    /// What a plaintext with this head and hash leaves to be expected.
    pub fn of(head: &KeptHead, hash: KeptHash) -> Self {
        Self {
            slot: head.slot,
            version: head.version,
            hash,
            original: head.original.unwrap_or(hash),
            write: head.write,
            author: head.author,
            day: head.day,
        }
    }

    /// Refuses a version from before this, and a second history beside it.
    fn continues_as(&self, head: &KeptHead, hash: KeptHash) -> Result<(), OpenError> {
        let same = head.version == self.version && hash == self.hash;
        let next = self.version.checked_add(1) == Some(head.version) && head.previous == self.hash;
        let later = head.version > self.version.saturating_add(1);
        if same || next || later {
            Ok(())
        } else {
            Err(OpenError::Older)
        }
    }

    /// Refuses another original, in the same version what was not written together, and a version
    /// from before this. The original alone stays behind.
    fn stands_beside(&self, other: &Self) -> Result<(), OpenError> {
        let together = (self.write, self.author) == (other.write, other.author);
        if self.original != other.original || (self.version == other.version && !together) {
            Err(OpenError::Mixed)
        } else if other.version < self.version && other.slot != Slot::Original {
            Err(OpenError::Older)
        } else {
            Ok(())
        }
    }
}

/// What an opened plaintext must say of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected<'a> {
    /// The installation.
    pub inst: InstallationId,
    /// The record.
    pub record: RecordId,
    /// The desk.
    pub desk: Desk,
    /// The slot.
    pub slot: Slot,
    /// The version.
    pub version: u32,
    /// The newest seen of each of the record's slots. An older one, another of the same number, or one
    /// that does not belong to the others is refused.
    pub seen: &'a [Seen],
}

impl Expected<'_> {
    /// Checks what needs no signature.
    pub(super) fn names(&self, head: &KeptHead) -> Result<(), OpenError> {
        let named = (head.inst, head.record, head.desk, head.slot);
        if named != (self.inst, self.record, self.desk, self.slot) {
            Err(OpenError::Misplaced)
        } else if head.version != self.version {
            Err(OpenError::Mixed)
        } else {
            Ok(())
        }
    }

    /// Checks a head, once its signature is verified, against what was seen.
    pub(super) fn bears(&self, head: &KeptHead, hash: KeptHash) -> Result<(), OpenError> {
        let new = Seen::of(head, hash);
        self.seen.iter().try_for_each(|seen| {
            if seen.slot == head.slot {
                seen.continues_as(head, hash)
            } else {
                seen.stands_beside(&new)
            }
        })
    }

    /// How far a head is to be believed. Serving officers' clocks may differ. Nor is what one who has left
    /// dated back refused: a colleague's clock that was once ahead would shut the record for ever.
    pub(super) fn standing(&self, head: &KeptHead, signatory: Standing) -> Standing {
        match signatory {
            Standing::Former if self.is_dated_back(head) => Standing::FormerDatedBack,
            other => other,
        }
    }

    /// Whether something says to be from before what is known to be older than it.
    fn is_dated_back(&self, head: &KeptHead) -> bool {
        let mut seen = self.seen.iter();
        head.slot != Slot::Original && seen.any(|seen| head.day < seen.day)
    }
}
