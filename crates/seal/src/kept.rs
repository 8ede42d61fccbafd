//! What a desk keeps: three frames and a card a record, sealed to the record's one-time identity.
//!
//! ```text
//! plaintext = CBOR {ctx, inst, record, desk, slot, version, previous, author, day, write, original,
//!             content} || Sig(author, ctx "ginnel/kept/v1", that CBOR)
//! frame     = FRAME(Seal(one-time recipient, OUTER(4, plaintext)))
//! card      = u32 n | Seal(one-time recipient, u32 L | plaintext | zeros to 2,048) | zeros to 4,096
//! previous  = SHA-256 of the plaintext of this slot's version before; zeros in version 1
//! write     = 16 random bytes, the same in every slot of one version and in no other version
//! original  = SHA-256 of the original's plaintext; absent in the original itself
//! ```
//!
//! The original is written once, in version 1. Every later slot names it, so that nobody can exchange
//! it: neither an officer, who writes the other slots only, nor a server, which signs nothing.

mod head;

use domain::wire::CARD_LEN;
use domain::{Day, Desk, InstallationId, OfficerId, RecordId, SealedFrame};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use notes::{Malformed, SIGNATURE_LEN, Signature, SigningKey};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

pub use self::head::{KeptHash, KeptHead, Slot, WriteId};
use crate::cbor::{from_deterministic, to_deterministic};
use crate::file::SealError;
use crate::frame::seal_frame;
use crate::hybrid::Recipient;
use crate::outer::Kind;
use crate::packed::{pad, seal_packed, unpad};

/// The context every kept plaintext carries and is signed in.
pub const KEPT_CONTEXT: &str = "ginnel/kept/v1";

/// Most bytes of content in a record's frame.
pub const KEPT_CONTENT_MAX: usize = 18_000;

/// Most bytes of content in a card.
pub const CARD_CONTENT_MAX: usize = 1_740;

/// Bytes of a card's plaintext, zeros included.
pub const CARD_PLAINTEXT_LEN: usize = 2_048;

/// A kept plaintext, read but with its signature not yet verified.
pub struct UnverifiedKept {
    head: KeptHead,
    content: Zeroizing<Vec<u8>>,
    hash: KeptHash,
    signed: Zeroizing<Vec<u8>>,
    signature: Signature,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Body {
    #[n(0)]
    ctx: String,
    #[n(1)]
    inst: InstallationId,
    #[n(2)]
    record: RecordId,
    #[n(3)]
    desk: Desk,
    #[n(4)]
    slot: Slot,
    #[n(5)]
    version: u32,
    #[n(6)]
    previous: KeptHash,
    #[n(7)]
    author: OfficerId,
    #[n(8)]
    day: Day,
    #[n(9)]
    write: WriteId,
    #[n(10)]
    original: Option<KeptHash>,
    #[n(11)]
    content: ByteVec,
}

/// Signs and seals one of a record's three frames. Answers its hash too, for what will name it.
pub fn seal_kept(
    one_time: &Recipient,
    head: &KeptHead,
    content: &[u8],
    key: &SigningKey,
) -> Result<(SealedFrame, KeptHash), SealError> {
    if head.slot == Slot::Card {
        return Err(SealError::NotAllowed);
    }
    let plaintext = signed(head, content, key, KEPT_CONTENT_MAX)?;
    let frame = seal_frame(one_time, Kind::Record, head.inst, &plaintext)?;
    Ok((frame, hash_of(&plaintext)))
}

/// Signs and seals a record's card into exactly [`CARD_LEN`] bytes. Answers its hash too.
pub fn seal_card(
    one_time: &Recipient,
    head: &KeptHead,
    content: &[u8],
    key: &SigningKey,
) -> Result<(Vec<u8>, KeptHash), SealError> {
    if head.slot != Slot::Card {
        return Err(SealError::NotAllowed);
    }
    let body = signed(head, content, key, CARD_CONTENT_MAX)?;
    let plaintext = pad(&body, CARD_PLAINTEXT_LEN)?;
    let card = seal_packed(one_time, &plaintext, CARD_LEN)?;
    Ok((card, hash_of(&body)))
}

/// Reads a kept plaintext. Everything in it is chosen by whoever sealed it.
pub fn read_kept(plaintext: &[u8]) -> Result<UnverifiedKept, Malformed> {
    let (signed, signature) = plaintext
        .split_last_chunk::<SIGNATURE_LEN>()
        .ok_or(Malformed)?;
    let body: Body = from_deterministic(signed)?;
    let head = KeptHead {
        inst: body.inst,
        record: body.record,
        desk: body.desk,
        slot: body.slot,
        version: body.version,
        previous: body.previous,
        author: body.author,
        day: body.day,
        write: body.write,
        original: body.original,
    };
    if body.ctx != KEPT_CONTEXT || !head.is_sound() {
        return Err(Malformed);
    }
    Ok(UnverifiedKept {
        head,
        content: Zeroizing::new(body.content.into()),
        hash: hash_of(plaintext),
        signed: Zeroizing::new(signed.to_vec()),
        signature: *signature,
    })
}

/// Finds the kept plaintext in a card's 2,048 bytes.
pub fn read_card(plaintext: &[u8]) -> Result<UnverifiedKept, Malformed> {
    read_kept(unpad(plaintext, CARD_PLAINTEXT_LEN)?)
}

impl UnverifiedKept {
    /// What it says of itself.
    pub const fn head(&self) -> &KeptHead {
        &self.head
    }

    /// SHA-256 of the plaintext: the next version's `previous`.
    pub const fn hash(&self) -> KeptHash {
        self.hash
    }

    /// Gives the content if this key signed it.
    pub fn verify(self, key: notes::PublicKey) -> Result<Zeroizing<Vec<u8>>, notes::BadSignature> {
        key.verify(KEPT_CONTEXT, &self.signed, &self.signature)?;
        Ok(self.content)
    }
}

fn signed(
    head: &KeptHead,
    content: &[u8],
    key: &SigningKey,
    room: usize,
) -> Result<Zeroizing<Vec<u8>>, SealError> {
    if content.len() > room {
        return Err(SealError::TooLong);
    }
    let body = Body {
        ctx: KEPT_CONTEXT.into(),
        inst: head.inst,
        record: head.record,
        desk: head.desk,
        slot: head.slot,
        version: head.version,
        previous: head.previous,
        author: head.author,
        day: head.day,
        write: head.write,
        original: head.original,
        content: ByteVec::from(content.to_vec()),
    };
    let mut plaintext = to_deterministic(&body).map_err(|_| SealError::NotAllowed)?;
    let signature = key.sign(KEPT_CONTEXT, &plaintext);
    plaintext.extend_from_slice(&signature);
    Ok(plaintext)
}

fn hash_of(plaintext: &[u8]) -> KeptHash {
    KeptHash::from_bytes(Sha256::digest(plaintext).into())
}
