//! One operation in a frame of one size.

use domain::InstallationId;
use domain::log::Entry;
use domain::wire::LOG_FRAME_LEN;
use minicbor::{Decode, Encode};
use notes::Malformed;
use seal::cbor::{from_deterministic, to_deterministic};
use seal::hybrid::Recipient;
use seal::{SealError, pad, seal_packed, unpad};
use storage::LogFrame;

const CONTEXT: &str = "ginnel/log/v1";

/// Bytes of an entry's plaintext, zeros included.
pub const ENTRY_PLAINTEXT_LEN: usize = 2_048;

#[derive(Encode, Decode)]
#[cbor(map)]
struct Body {
    #[n(0)]
    ctx: String,
    #[n(1)]
    inst: InstallationId,
    #[n(2)]
    entry: Entry,
}

/// Seals an entry to the auditors.
///
/// # Errors
/// A purpose that is no code, or more recipients than an entry may have.
pub fn seal_entry(
    auditors: &Recipient,
    inst: InstallationId,
    entry: Entry,
) -> Result<LogFrame, SealError> {
    if !entry.is_sound() {
        return Err(SealError::NotAllowed);
    }
    let ctx = CONTEXT.into();
    let body = to_deterministic(&Body { ctx, inst, entry }).map_err(|_| SealError::NotAllowed)?;
    let plaintext = pad(&body, ENTRY_PLAINTEXT_LEN)?;
    let frame = seal_packed(auditors, &plaintext, LOG_FRAME_LEN)?;
    LogFrame::try_from(frame).map_err(|_| SealError::TooLong)
}

/// Reads an entry's plaintext. Everything in it is chosen by whoever sealed it.
pub fn read_entry(plaintext: &[u8], inst: InstallationId) -> Result<Entry, Malformed> {
    let body: Body = from_deterministic(unpad(plaintext, ENTRY_PLAINTEXT_LEN)?)?;
    if body.ctx == CONTEXT && body.inst == inst && body.entry.is_sound() {
        Ok(body.entry)
    } else {
        Err(Malformed)
    }
}
