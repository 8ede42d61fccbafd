//! One upload: which parts are there, and where they go.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use domain::bundle::{BLOB_PART_LEN, Bucket};
use domain::{BlobId, UnixSeconds};

use crate::BlobError;

/// Seconds an upload is known.
const KNOWN: i64 = 3_600;
/// Seconds for the whole of its first part to come.
const BEGINS_WITHIN: i64 = 600;

/// An upload under way, or finished not long ago.
pub(crate) struct Upload {
    pub(crate) bucket: Bucket,
    /// From where it comes; none if it is made here.
    pub(crate) place: Option<[u8; 16]>,
    pub(crate) path: PathBuf,
    /// Taken out when the blob is finished: what comes later finds nothing to write to.
    pub(crate) file: tokio::sync::Mutex<Option<Arc<File>>>,
    pub(crate) blob: OnceLock<BlobId>,
    begun: UnixSeconds,
    held: Mutex<u128>,
}

impl Upload {
    pub(crate) fn new(
        bucket: Bucket,
        place: Option<[u8; 16]>,
        path: PathBuf,
        file: File,
        begun: UnixSeconds,
    ) -> Self {
        Self {
            bucket,
            place,
            path,
            file: tokio::sync::Mutex::new(Some(Arc::new(file))),
            blob: OnceLock::new(),
            begun,
            held: Mutex::new(0),
        }
    }

    /// Whether it is over: an hour old, or nothing came of it, or the clock was set back.
    pub(crate) fn is_over(&self, now: UnixSeconds) -> bool {
        let seconds = if self.held_bits() == 0 {
            BEGINS_WITHIN
        } else {
            KNOWN
        };
        !(0..seconds).contains(&now.0.saturating_sub(self.begun.0))
    }

    /// The parts that are there, from 0.
    pub(crate) fn held(&self) -> Vec<usize> {
        let held = self.held_bits();
        let parts = 0..self.bucket.parts();
        parts.filter(|part| held & bit(*part) != 0).collect()
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.held().len() == self.bucket.parts()
    }

    fn held_bits(&self) -> u128 {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn holds(&self, part: usize) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) |= bit(part);
    }
}

/// There are at most 65 parts.
fn bit(part: usize) -> u128 {
    let part = u32::try_from(part).unwrap_or(u32::MAX);
    1_u128.checked_shl(part).unwrap_or(0)
}

/// Takes one part as its bytes come.
pub struct PartWriter {
    upload: Arc<Upload>,
    part: usize,
    written: usize,
    len: usize,
}

impl PartWriter {
    pub(crate) fn new(upload: Arc<Upload>, part: usize) -> Result<Self, BlobError> {
        let len = upload.bucket.part_len(part).ok_or(BlobError::NoSuchPart)?;
        Ok(Self {
            upload,
            part,
            written: 0,
            len,
        })
    }

    /// How many bytes the part has.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether it has none; no part is so.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Writes the next bytes. After the upload was finished they are taken and go nowhere, since a part
    /// may be sent twice.
    pub async fn write(&mut self, bytes: Vec<u8>) -> Result<(), BlobError> {
        let after = self.written.saturating_add(bytes.len());
        if after > self.len {
            return Err(BlobError::WrongLength);
        }
        let file = self.upload.file.lock().await;
        if let Some(file) = file.as_ref().map(Arc::clone) {
            let before = self.part.saturating_mul(BLOB_PART_LEN);
            let at = before.saturating_add(self.written);
            let at = u64::try_from(at).map_err(io::Error::other)?;
            let written = tokio::task::spawn_blocking(move || file.write_all_at(&bytes, at));
            written.await.map_err(io::Error::other)??;
        }
        drop(file);
        self.written = after;
        Ok(())
    }

    /// Ends the part: from now on it is there.
    pub fn finish(self) -> Result<(), BlobError> {
        if self.written != self.len {
            return Err(BlobError::WrongLength);
        }
        self.upload.holds(self.part);
        Ok(())
    }
}
