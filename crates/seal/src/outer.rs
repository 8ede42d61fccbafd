//! The outer plaintext: what every frame holds once opened, always 18,432 bytes.
//!
//! ```text
//! 0   u8   version = 1
//! 1   u8   kind
//! 2   16   INST
//! 18  u32  L
//! 22  L    body
//! …   zeros to 18,432; checked
//! ```

use domain::InstallationId;
use zeroize::Zeroizing;

use crate::file::SealError;
use notes::Malformed;

/// Bytes of every outer plaintext.
pub const OUTER_LEN: usize = 18_432;

/// Most bytes of a body.
pub const OUTER_BODY_MAX: usize = OUTER_LEN - HEAD_LEN;

const HEAD_LEN: usize = 22;
const VERSION: u8 = 1;

/// What a frame is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Nothing: a frame that only looks like one.
    Cover = 0,
    /// A part of a tip to triage.
    Tip = 1,
    /// A part of a tip sealed once more, to the second corruption desk.
    SealedInner = 2,
    /// A reply to a reporter.
    Reply = 3,
    /// A frame of a kept record.
    Record = 4,
    /// A report to a desk.
    Report = 5,
    /// A message from one desk to another.
    Message = 6,
    /// Reports that wait for a second officer, to triage.
    Draft = 7,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Cover,
        Self::Tip,
        Self::SealedInner,
        Self::Reply,
        Self::Record,
        Self::Report,
        Self::Message,
        Self::Draft,
    ];

    fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as u8 == code)
    }
}

/// An outer plaintext, taken apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Outer<'a> {
    /// What it is.
    pub kind: Kind,
    /// Which installation it is for.
    pub inst: InstallationId,
    /// The body.
    pub body: &'a [u8],
}

pub(crate) fn write_outer(
    kind: Kind,
    inst: InstallationId,
    body: &[u8],
) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let len = u32::try_from(body.len()).map_err(|_| SealError::TooLong)?;
    if body.len() > OUTER_BODY_MAX {
        return Err(SealError::TooLong);
    }
    let mut outer = Zeroizing::new(Vec::with_capacity(OUTER_LEN));
    outer.extend_from_slice(&[VERSION, kind as u8]);
    outer.extend_from_slice(inst.as_bytes());
    outer.extend_from_slice(&len.to_be_bytes());
    outer.extend_from_slice(body);
    outer.resize(OUTER_LEN, 0);
    Ok(outer)
}

/// Takes an outer plaintext apart. Everything in it is chosen by whoever sealed it.
pub fn read_outer(bytes: &[u8]) -> Result<Outer<'_>, Malformed> {
    if bytes.len() != OUTER_LEN {
        return Err(Malformed);
    }
    let ([version, kind], rest) = bytes.split_first_chunk().ok_or(Malformed)?;
    let (inst, rest) = rest.split_first_chunk().ok_or(Malformed)?;
    let (len, rest) = rest.split_first_chunk().ok_or(Malformed)?;
    let len = usize::try_from(u32::from_be_bytes(*len)).map_err(|_| Malformed)?;
    let (body, filling) = rest.split_at_checked(len).ok_or(Malformed)?;
    if *version != VERSION || filling.iter().any(|byte| *byte != 0) {
        return Err(Malformed);
    }
    Ok(Outer {
        kind: Kind::from_code(*kind).ok_or(Malformed)?,
        inst: InstallationId::from_bytes(*inst),
        body,
    })
}
