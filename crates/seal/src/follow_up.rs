//! A later tip of the same reporter, who shows that they hold the phrase.
//!
//! ```text
//! follow_up  {key 32, Sig(key, "ginnel/follow-up/v1", CBOR of the part without it)}      in every part
//! ```
//!
//! The key is of the phrase, as the first tip's reply slot names it. Whoever opens a follow-up compares
//! the two: a conversation's number alone proves nothing, since whoever read the first tip has it.

use domain::tip::{FollowUp, TipPart};
use minicbor::bytes::ByteArray;
use notes::{PublicKey, SIGNATURE_LEN, Signature, SigningKey};
use zeroize::Zeroizing;

use crate::cbor::to_deterministic;
use crate::file::SealError;

const CONTEXT: &str = "ginnel/follow-up/v1";

/// Signs what `message` gives, with the key of a phrase; nothing else can be signed this way.
pub fn sign(message: &[u8], key: &SigningKey) -> Signature {
    key.sign(CONTEXT, message)
}

/// Takes the room that [`put`] needs.
pub(crate) fn unsigned(key: PublicKey) -> FollowUp {
    FollowUp {
        key: ByteArray::from(*key.as_bytes()),
        signature: ByteArray::from([0; SIGNATURE_LEN]),
    }
}

/// What is signed of a part as it will be sealed.
pub(crate) fn message(part: &TipPart) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let mut bare = part.clone();
    bare.follow_up = None;
    to_deterministic(&bare).map_err(|_| SealError::NotAllowed)
}

/// Puts a signature of this key's into a part, if it is one.
pub(crate) fn put(
    part: &mut TipPart,
    key: PublicKey,
    signature: &Signature,
) -> Result<(), SealError> {
    let verified = key.verify(CONTEXT, &message(part)?, signature);
    verified.map_err(|_| SealError::NotAllowed)?;
    part.follow_up = Some(FollowUp {
        signature: ByteArray::from(*signature),
        ..unsigned(key)
    });
    Ok(())
}

/// The key that signed every one of these parts, if one did. Compare it with the one the conversation's
/// first tip names: anybody can sign with a key of their own.
pub fn signed_by<'a>(parts: impl IntoIterator<Item = &'a TipPart>) -> Option<PublicKey> {
    let mut keys = parts.into_iter().map(key_of);
    let first = keys.next()??;
    keys.all(|key| key == Some(first)).then_some(first)
}

fn key_of(part: &TipPart) -> Option<PublicKey> {
    let follow_up = part.follow_up.as_ref()?;
    let key = PublicKey::from_bytes(&follow_up.key).ok()?;
    let verified = key.verify(CONTEXT, &message(part).ok()?, &follow_up.signature);
    verified.ok().map(|()| key)
}
