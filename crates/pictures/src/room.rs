//! How much a picture may claim before anything is reserved for it.

use image::{ImageDecoder, Limits};

use crate::{Refusal, SIDE_MAX};

/// The channels of a colour picture of eight bits each.
const CHANNELS: u64 = 3;
const FILE_MAX: usize = 32 << 20;

/// The largest picture that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    file: usize,
    pixels: u64,
}

impl Room {
    /// On a reporter's device, for one picture at a time: 50 megapixels.
    pub const BROWSER: Self = Self::new(FILE_MAX, 8_192 * 6_144);
    /// In the server's memory: 25 megapixels.
    pub const SERVER: Self = Self::new(FILE_MAX, 25_000_000);
    /// For what somebody says was drawn anew: none of that has more pixels.
    pub const DRAWN: Self = Self::new(FILE_MAX, (SIDE_MAX as u64) * (SIDE_MAX as u64));

    /// For files of at most `file` bytes that show at most `pixels` pixels.
    pub(crate) const fn new(file: usize, pixels: u64) -> Self {
        Self { file, pixels }
    }

    pub(crate) const fn holds_file(self, file: &[u8]) -> bool {
        file.len() <= self.file
    }

    pub(crate) fn holds_pixels(self, width: u32, height: u32) -> bool {
        u64::from(width).saturating_mul(u64::from(height)) <= self.pixels
    }

    /// Whether what a decoder is about to write has room.
    pub(crate) fn check(self, decoder: &impl ImageDecoder) -> Result<(), Refusal> {
        let (width, height) = decoder.dimensions();
        if self.holds_pixels(width, height) && decoder.total_bytes() <= self.bytes() {
            Ok(())
        } else {
            Err(Refusal::TooLarge)
        }
    }

    /// What decoders may reserve by themselves, as far as they ask.
    pub(crate) fn limits(self) -> Limits {
        let mut limits = Limits::no_limits();
        limits.max_alloc = Some(self.bytes());
        limits
    }

    const fn bytes(self) -> u64 {
        self.pixels.saturating_mul(CHANNELS)
    }
}
