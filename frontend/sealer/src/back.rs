//! What a tip says of a reporter who comes back. Another module made it of their phrase: nothing secret is in it.

use domain::ThreadId;
use domain::tip::ReplySlot;
use notes::{Malformed, PublicKey, SIGNATURE_LEN, Signature};
use seal::cbor::from_deterministic;
use seal::hybrid::RECIPIENT_LEN;

/// The conversation of a phrase, its mailbox and the key that signs for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Back {
    pub(crate) thread: ThreadId,
    pub(crate) slot: ReplySlot,
    pub(crate) key: PublicKey,
}

impl Back {
    /// Reads CBOR `[thread, slot]`.
    ///
    /// # Errors
    /// Anything else, or a slot that no tip could carry.
    pub fn read(bytes: &[u8]) -> Result<Self, Malformed> {
        let (thread, slot): (ThreadId, ReplySlot) = from_deterministic(bytes)?;
        let key = PublicKey::from_bytes(&slot.sign)?;
        if slot.recipient.len() != RECIPIENT_LEN {
            return Err(Malformed);
        }
        Ok(Self { thread, slot, key })
    }
}

/// Signatures one after the other.
pub(crate) fn signatures(bytes: &[u8]) -> Result<&[Signature], Malformed> {
    match bytes.as_chunks::<SIGNATURE_LEN>() {
        (signatures, []) => Ok(signatures),
        (_, _) => Err(Malformed),
    }
}
