//! Messages between desks: signed by their author, sealed to one desk.
//!
//! ```text
//! body  = CBOR {0: message, 1: Sig(author, ctx "ginnel/message/v1", message)}
//! frame = FRAME(Seal(DESK[g, week], OUTER(6, body)))
//! ```
//!
//! `message` is the deterministic CBOR of [`domain::message::Message`], as a byte string.

use domain::message::{MESSAGE_CONTEXT, Message};
use domain::{InstallationId, SealedFrame};
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use notes::{BadSignature, Malformed, PublicKey, SIGNATURE_LEN, SigningKey};

use crate::cbor::{from_deterministic, to_deterministic};
use crate::file::SealError;
use crate::frame::seal_frame;
use crate::hybrid::Recipient;
use crate::outer::Kind;

/// A message, read but with its signature not yet verified.
#[derive(Encode, Decode)]
#[cbor(map)]
pub struct SignedMessage {
    #[n(0)]
    message: ByteVec,
    #[n(1)]
    signature: ByteArray<SIGNATURE_LEN>,
}

impl SignedMessage {
    /// Reads a body. Everything in it is chosen by whoever sealed it.
    pub fn from_bytes(bytes: &[u8]) -> Result<(Self, Message), Malformed> {
        let signed: Self = from_deterministic(bytes)?;
        let message: Message = from_deterministic(&signed.message)?;
        if message.is_sound() {
            Ok((signed, message))
        } else {
            Err(Malformed)
        }
    }

    /// Whether this key signed it.
    pub fn verify(&self, key: PublicKey) -> Result<(), BadSignature> {
        key.verify(MESSAGE_CONTEXT, &self.message, &self.signature)
    }
}

/// Signs a message as its author and seals it to a desk's recipient of the week.
///
/// # Errors
/// The message is not sound.
pub fn seal_message(
    desk: &Recipient,
    inst: InstallationId,
    message: &Message,
    key: &SigningKey,
) -> Result<SealedFrame, SealError> {
    if !message.is_sound() {
        return Err(SealError::NotAllowed);
    }
    let bytes = to_deterministic(message).map_err(|_| SealError::NotAllowed)?;
    let signed = SignedMessage {
        signature: ByteArray::from(key.sign(MESSAGE_CONTEXT, &bytes)),
        message: ByteVec::from(bytes.to_vec()),
    };
    let body = to_deterministic(&signed).map_err(|_| SealError::NotAllowed)?;
    seal_frame(desk, Kind::Message, inst, &body)
}
