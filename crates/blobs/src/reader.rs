//! A blob, given piece by piece.

use std::fs::File;
use std::io::{self, Read};

/// Most bytes given at once.
const PIECE: usize = 262_144;

/// A stored blob, opened: what is purged meanwhile is still given whole.
pub struct BlobReader {
    file: Option<File>,
    len: u64,
}

impl BlobReader {
    pub(crate) const fn new(file: File, len: u64) -> Self {
        Self {
            file: Some(file),
            len,
        }
    }

    /// Bytes of the whole blob.
    pub const fn len(&self) -> u64 {
        self.len
    }

    /// Whether there is nothing in it; no blob is so.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The next bytes; `None` at the end.
    pub async fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        let Some(file) = self.file.take() else {
            return Ok(None);
        };
        let read = tokio::task::spawn_blocking(move || read_piece(file)).await;
        let (file, piece) = read.map_err(io::Error::other)??;
        if piece.is_empty() {
            return Ok(None);
        }
        self.file = Some(file);
        Ok(Some(piece))
    }
}

fn read_piece(mut file: File) -> io::Result<(File, Vec<u8>)> {
    let mut piece = Vec::with_capacity(PIECE);
    let most = u64::try_from(PIECE).unwrap_or(u64::MAX);
    file.by_ref().take(most).read_to_end(&mut piece)?;
    Ok((file, piece))
}
