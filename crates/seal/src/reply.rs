//! A reply: signed by its desk, sealed to the recipient a reporter's phrase is for.
//!
//! ```text
//! M      CBOR {ctx "ginnel/reply/v1", inst, address, thread, seq, day, text, lang}
//! frame  FRAME(Seal(reply recipient, OUTER(3, M || Sig(DESKSIG, "ginnel/reply/v1", M))))
//! ```
//!
//! The address inside names the slot the frame is for, so a frame is sealed for each of the eight, and
//! the server keeps the one of the lowest that is free: the officer does not learn which. Moved to
//! another slot or another conversation, a reply is refused.

use std::fmt;

use domain::mailbox::{REPLY_CONTEXT, REPLY_TEXT_MAX, Reply};
use domain::{Desk, SealedFrame};
use notes::{BadSignature, Malformed, ReplyKey, SIGNATURE_LEN, Signature, SigningKey};
use zeroize::Zeroizing;

use crate::cbor::{from_deterministic, to_deterministic};
use crate::file::SealError;
use crate::frame::seal_frame;
use crate::hybrid::Recipient;
use crate::outer::Kind;

/// Signs a reply for its desk and seals it to a reporter.
///
/// # Errors
/// Another context, a text that is empty or longer than [`REPLY_TEXT_MAX`], or no number.
pub fn seal_reply(
    to: &Recipient,
    reply: &Reply,
    desk: &SigningKey,
) -> Result<SealedFrame, SealError> {
    if !is_sound(reply) {
        return Err(SealError::NotAllowed);
    }
    let mut body = to_deterministic(reply).map_err(|_| SealError::NotAllowed)?;
    let signature = desk.sign(REPLY_CONTEXT, &body);
    body.extend_from_slice(&signature);
    seal_frame(to, Kind::Reply, reply.inst, &body)
}

/// A reply of which nobody has checked who wrote it. It does not print.
pub struct UnverifiedReply {
    reply: Reply,
    signed: Zeroizing<Vec<u8>>,
    signature: Signature,
}

/// Reads the body of a reply's frame. Everything in it is chosen by whoever sealed it.
pub fn read_reply(body: &[u8]) -> Result<UnverifiedReply, Malformed> {
    let parts = body.split_last_chunk::<SIGNATURE_LEN>();
    let (signed, signature) = parts.ok_or(Malformed)?;
    let reply: Reply = from_deterministic(signed)?;
    if !is_sound(&reply) {
        return Err(Malformed);
    }
    Ok(UnverifiedReply {
        reply,
        signed: Zeroizing::new(signed.to_vec()),
        signature: *signature,
    })
}

impl UnverifiedReply {
    /// The reply and the desk that wrote it, if one of these keys signed it.
    pub fn verify(self, keys: &[ReplyKey]) -> Result<(Reply, Desk), BadSignature> {
        let holds = |key: &&ReplyKey| {
            let verified = key.key.verify(REPLY_CONTEXT, &self.signed, &self.signature);
            verified.is_ok()
        };
        let key = keys.iter().find(holds).ok_or(BadSignature)?;
        Ok((self.reply, key.desk))
    }

    /// The body as it was read.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let written = to_deterministic(&self.reply).expect("it was written once");
        [written.as_slice(), &self.signature].concat()
    }
}

impl fmt::Debug for UnverifiedReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnverifiedReply(..)")
    }
}

fn is_sound(reply: &Reply) -> bool {
    let length = 1..=REPLY_TEXT_MAX;
    reply.ctx == REPLY_CONTEXT && reply.seq > 0 && length.contains(&reply.text.len())
}
