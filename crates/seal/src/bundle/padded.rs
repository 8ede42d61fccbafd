//! `u64 n | age file (n bytes) | zeros`, always the same length in all.

use std::io::{self, Write};

use notes::Malformed;
use sha2::{Digest, Sha256};

/// Bytes of plaintext that age seals in one piece, and of each piece's tag.
const PIECE: usize = 65_536;
const TAG: usize = 16;
/// Fewer bytes than any hybrid age file has.
const FILE_LEN_MIN: usize = 1_500;
/// Zeros written at once.
const ZEROS: [u8; 4_096] = [0; 4_096];

/// Passes an age file on behind its length, hashes it, and fills up. What comes before the first flush
/// stands before the plaintext (header and nonce) and is held until then: only its length is unknown.
pub(super) struct Padded<W: Write> {
    out: W,
    hash: Sha256,
    held: Option<Vec<u8>>,
    payload: usize,
    room: usize,
}

impl<W: Write> Padded<W> {
    /// For a plaintext of this length, in a blob of that one.
    pub(super) fn new(out: W, plaintext: usize, blob: usize) -> Self {
        let pieces = plaintext.div_ceil(PIECE).max(1);
        Self {
            out,
            hash: Sha256::new(),
            held: Some(Vec::new()),
            payload: plaintext.saturating_add(pieces.saturating_mul(TAG)),
            room: blob,
        }
    }

    /// Writes zeros to the end.
    pub(super) fn fill_up(mut self) -> io::Result<(W, [u8; 32])> {
        while let Some(zeros) = ZEROS.get(..self.room.min(ZEROS.len()))
            && !zeros.is_empty()
        {
            self.pass_on(zeros)?;
        }
        self.out.flush()?;
        Ok((self.out, self.hash.finalize().into()))
    }

    fn pass_on(&mut self, bytes: &[u8]) -> io::Result<()> {
        let left = self.room.checked_sub(bytes.len());
        self.room = left.ok_or(io::ErrorKind::FileTooLarge)?;
        self.hash.update(bytes);
        self.out.write_all(bytes)
    }
}

impl<W: Write> Write for Padded<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.held {
            Some(held) => held.extend_from_slice(bytes),
            None => self.pass_on(bytes)?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Some(held) = self.held.take() {
            let n = self.payload.saturating_add(held.len());
            let n = u64::try_from(n).map_err(|_| io::ErrorKind::FileTooLarge)?;
            self.pass_on(&n.to_be_bytes())?;
            self.pass_on(&held)?;
        }
        Ok(())
    }
}

pub(super) fn unpad(blob: &[u8], len: usize) -> Result<&[u8], Malformed> {
    let (n, rest) = blob.split_first_chunk().ok_or(Malformed)?;
    let n = usize::try_from(u64::from_be_bytes(*n)).map_err(|_| Malformed)?;
    let (file, filling) = rest.split_at_checked(n).ok_or(Malformed)?;
    let full = blob.len() == len && n >= FILE_LEN_MIN;
    if full && filling.iter().all(|byte| *byte == 0) {
        Ok(file)
    } else {
        Err(Malformed)
    }
}
