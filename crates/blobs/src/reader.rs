//! A blob, given piece by piece.

use std::fs::File;
use std::io::{self, Read};

use futures_util::TryStreamExt;
use futures_util::stream::BoxStream;
use object_store::GetResult;

use crate::objects::told;

/// Most bytes of a file given at once.
const PIECE: usize = 262_144;

/// A stored blob, opened: what is purged meanwhile is still given whole.
pub struct BlobReader {
    from: From,
    len: u64,
}

enum From {
    File(File),
    Object(BoxStream<'static, io::Result<Vec<u8>>>),
    /// It was given to its end, or broke off.
    Over,
}

impl BlobReader {
    pub(crate) const fn new(file: File, len: u64) -> Self {
        Self {
            from: From::File(file),
            len,
        }
    }

    pub(crate) fn of_object(found: GetResult) -> Self {
        let len = found.meta.size;
        let pieces = found.into_stream().map_ok(|piece| piece.to_vec());
        Self {
            from: From::Object(Box::pin(pieces.map_err(told))),
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
        match std::mem::replace(&mut self.from, From::Over) {
            From::Over => Ok(None),
            From::File(file) => {
                let read = tokio::task::spawn_blocking(move || read_piece(file)).await;
                let (file, piece) = read.map_err(io::Error::other)??;
                if piece.is_empty() {
                    return Ok(None);
                }
                self.from = From::File(file);
                Ok(Some(piece))
            }
            From::Object(mut pieces) => {
                let piece = pieces.try_next().await?;
                self.from = From::Object(pieces);
                Ok(piece)
            }
        }
    }
}

fn read_piece(mut file: File) -> io::Result<(File, Vec<u8>)> {
    let mut piece = Vec::with_capacity(PIECE);
    let most = u64::try_from(PIECE).unwrap_or(u64::MAX);
    file.by_ref().take(most).read_to_end(&mut piece)?;
    Ok((file, piece))
}
