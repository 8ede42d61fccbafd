//! The frame: 20,480 bytes for every textual object.

use domain::{FRAME_LEN, InstallationId, SealedFrame};
use notes::Malformed;

use crate::file::SealError;
use crate::hybrid::Recipient;
use crate::outer::{Kind, write_outer};
use crate::packed::{seal_packed, unpack};

/// Seals a body of at most [`crate::OUTER_BODY_MAX`] bytes into a frame:
/// `u32 n | Seal(recipient, OUTER(kind, inst, body)) | zeros`.
pub fn seal_frame(
    recipient: &Recipient,
    kind: Kind,
    inst: InstallationId,
    body: &[u8],
) -> Result<SealedFrame, SealError> {
    let outer = write_outer(kind, inst, body)?;
    let packed = seal_packed(recipient, &outer, FRAME_LEN)?;
    SealedFrame::try_from(packed).map_err(|_| SealError::TooLong)
}

/// The age file in a frame.
pub fn age_file(frame: &SealedFrame) -> Result<&[u8], Malformed> {
    unpack(frame.as_bytes())
}
