//! What a tip says of its reporter's mailbox.

use domain::tip::ReplySlot;
use minicbor::bytes::{ByteArray, ByteVec};
use phrase::PhraseKeys;
use seal::hybrid::Recipient;

/// How desks reply to whoever has this phrase, and whether the reporter says that it is safe.
pub fn reply_slot(keys: &PhraseKeys, safe: bool) -> ReplySlot {
    let recipient = Recipient::derive(&keys.expose_reply_seed());
    let sign = keys.signing_key().public();
    ReplySlot {
        recipient: ByteVec::from(recipient.to_bytes()),
        addresses: keys
            .addresses()
            .map(|address| ByteArray::from(*address.as_bytes())),
        sign: ByteArray::from(*sign.as_bytes()),
        safe,
    }
}
