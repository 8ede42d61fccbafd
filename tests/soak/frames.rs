//! Numbered frames: random bytes, which a server cannot tell from sealed ones.

use domain::{FRAME_LEN, SealedFrame};
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// Makes the same frame for the same number, so that none need be kept.
#[derive(Clone, Copy)]
pub struct Frames {
    seed: u64,
}

impl Frames {
    /// All frames of a seed.
    pub const fn of(seed: u64) -> Self {
        Self { seed }
    }

    /// The frame of this number.
    pub fn frame(self, number: u64) -> SealedFrame {
        let mut rng = ChaCha20Rng::seed_from_u64(self.seed);
        rng.set_stream(number);
        let mut bytes = vec![0; FRAME_LEN];
        rng.fill_bytes(&mut bytes);
        SealedFrame::try_from(bytes).expect("a frame's length")
    }
}
