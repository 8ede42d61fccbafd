//! The one size of everything textual that crosses the wire.

use std::fmt;

/// Bytes in every frame.
pub const FRAME_LEN: usize = 20_480;

/// The bytes offered are not exactly [`FRAME_LEN`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a frame is exactly 20,480 bytes")]
pub struct WrongFrameLength;

/// A sealed frame: exactly [`FRAME_LEN`] opaque bytes.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SealedFrame(Box<[u8]>);

impl SealedFrame {
    /// The bytes, [`FRAME_LEN`] of them.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Gives the bytes away.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_vec()
    }
}

impl TryFrom<Vec<u8>> for SealedFrame {
    type Error = WrongFrameLength;
    fn try_from(bytes: Vec<u8>) -> Result<Self, WrongFrameLength> {
        if bytes.len() == FRAME_LEN {
            Ok(Self(bytes.into_boxed_slice()))
        } else {
            Err(WrongFrameLength)
        }
    }
}

impl TryFrom<&[u8]> for SealedFrame {
    type Error = WrongFrameLength;
    fn try_from(bytes: &[u8]) -> Result<Self, WrongFrameLength> {
        Self::try_from(bytes.to_vec())
    }
}

impl fmt::Debug for SealedFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedFrame(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exactly_one_length_is_a_frame() {
        for len in [0, FRAME_LEN - 1, FRAME_LEN + 1] {
            assert_eq!(SealedFrame::try_from(vec![0; len]), Err(WrongFrameLength));
        }
        assert!(SealedFrame::try_from(vec![0; FRAME_LEN]).is_ok());
    }
}
