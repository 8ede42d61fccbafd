//! One upload: which parts are there, and where they go.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use domain::bundle::{BLOB_PART_LEN, Bucket};
use domain::{BlobId, Clock, UnixSeconds};

use crate::{BlobError, Place};

/// Seconds an upload is known.
const KNOWN: i64 = 3_600;
/// Seconds for the whole of its first part to come: places are few, and who sends nothing holds one.
const BEGINS_WITHIN: i64 = 300;
/// Seconds from one new part to the next.
const GOES_ON_WITHIN: i64 = 900;

/// An upload under way, or finished not long ago.
pub(crate) struct Upload {
    pub(crate) bucket: Bucket,
    /// Whether many share the place it comes from, as the onion service's visitors do.
    pub(crate) is_shared: bool,
    pub(crate) path: PathBuf,
    /// Taken out when the blob is finished: what comes later finds nothing to write to.
    pub(crate) file: tokio::sync::Mutex<Option<Arc<File>>>,
    pub(crate) blob: OnceLock<BlobId>,
    begun: UnixSeconds,
    state: Mutex<State>,
}

/// What changes of an upload.
struct State {
    /// The parts that are there, a bit each.
    held: u128,
    /// When the last of them came.
    last: UnixSeconds,
    /// From where it comes; none if it is finished.
    place: Option<[u8; 16]>,
}

impl Upload {
    pub(crate) fn new(
        bucket: Bucket,
        from: Place,
        path: PathBuf,
        file: File,
        begun: UnixSeconds,
    ) -> Self {
        Self {
            bucket,
            is_shared: from.is_shared,
            path,
            file: tokio::sync::Mutex::new(Some(Arc::new(file))),
            blob: OnceLock::new(),
            begun,
            state: Mutex::new(State {
                held: 0,
                last: begun,
                place: Some(from.key),
            }),
        }
    }

    /// Whether it is over: an hour old, or no new part came lately, or the clock was set back. One that is
    /// whole is known for its hour.
    pub(crate) fn is_over(&self, now: UnixSeconds) -> bool {
        let lately = |from: UnixSeconds, seconds| {
            let since = now.0.saturating_sub(from.0);
            (0..seconds).contains(&since)
        };
        let goes_on = self.is_whole() || {
            let state = self.state();
            let seconds = if state.held == 0 {
                BEGINS_WITHIN
            } else {
                GOES_ON_WITHIN
            };
            lately(state.last, seconds)
        };
        !(goes_on && lately(self.begun, KNOWN))
    }

    /// Whether it is on its way from there.
    pub(crate) fn comes_from(&self, place: [u8; 16]) -> bool {
        self.state().place == Some(place)
    }

    /// It became this blob, and nobody needs to know any more from where it came.
    pub(crate) fn became(&self, blob: BlobId) -> BlobId {
        self.state().place = None;
        *self.blob.get_or_init(|| blob)
    }

    /// The parts that are there, from 0.
    pub(crate) fn held(&self) -> Vec<usize> {
        let held = self.state().held;
        let parts = 0..self.bucket.parts();
        parts.filter(|part| held & bit(*part) != 0).collect()
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.held().len() == self.bucket.parts()
    }

    fn holds(&self, part: usize, now: UnixSeconds) {
        let mut state = self.state();
        // A part sent again keeps nothing alive.
        if state.held & bit(part) == 0 {
            state.held |= bit(part);
            state.last = now;
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while it is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
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
    clock: Arc<dyn Clock>,
    part: usize,
    written: usize,
    len: usize,
}

impl PartWriter {
    pub(crate) fn new(
        upload: Arc<Upload>,
        clock: Arc<dyn Clock>,
        part: usize,
    ) -> Result<Self, BlobError> {
        let len = upload.bucket.part_len(part).ok_or(BlobError::NoSuchPart)?;
        Ok(Self {
            upload,
            clock,
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
        self.upload.holds(self.part, self.clock.now());
        Ok(())
    }
}
