//! Frames, opened.

use domain::{InstallationId, SealedFrame};
use seal::{Kind, age_file, read_outer};
use zeroize::Zeroizing;

use crate::file::{OpenError, open_file};

/// What was in a frame.
pub struct OpenedFrame {
    /// The body.
    pub body: Zeroizing<Vec<u8>>,
    /// Which of the identities opened it.
    pub by: usize,
}

/// Opens a frame that should be of this kind and for this installation.
pub fn open_frame<I: age::Identity>(
    identities: &[&I],
    frame: &SealedFrame,
    kind: Kind,
    inst: InstallationId,
) -> Result<OpenedFrame, OpenError> {
    let opened = open_file(identities, age_file(frame)?)?;
    let outer = read_outer(&opened.plaintext)?;
    if outer.kind != kind || outer.inst != inst {
        return Err(OpenError::Misplaced);
    }
    Ok(OpenedFrame {
        body: Zeroizing::new(outer.body.to_vec()),
        by: opened.by,
    })
}
