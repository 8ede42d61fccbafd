//! How much there is, and whether there is room for more.

use std::collections::HashMap;
use std::sync::Arc;

use domain::bundle::Bucket;
use domain::{Day, UnixSeconds, UploadId};

use crate::BlobError;
use crate::upload::Upload;

/// How much there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Bytes of all blobs, those that are being sent included.
    pub all: u64,
    /// Bytes of the blobs of one day: what a flood of one day leaves to the others.
    pub a_day: u64,
    /// Bytes of those that are being sent.
    pub unfinished: u64,
    /// How many may be sent at once.
    pub uploads: usize,
}

/// From where an upload comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The same for all that share it.
    pub key: [u8; 16],
    /// How many may be sent from there at once.
    pub uploads: usize,
}

/// What there is, and what is on its way.
#[derive(Default)]
pub(crate) struct Counted {
    pub(crate) uploads: HashMap<UploadId, Arc<Upload>>,
    pub(crate) stored: u64,
    /// Bytes of the blobs of the day of the last one.
    pub(crate) latest: Option<(Day, u64)>,
}

impl Counted {
    /// Whether there is room for one more upload of this size, and from there.
    pub(crate) fn admit(
        &self,
        room: Room,
        today: Day,
        bucket: Bucket,
        from: Option<Place>,
    ) -> Result<(), BlobError> {
        if self.with(today, bucket) > room.a_day {
            return Err(BlobError::NoRoom);
        }
        let unfinished = self.uploads.values().filter(|one| one.blob.get().is_none());
        let sizes = unfinished.clone().map(|one| len(one.bucket));
        let (count, sum) = sizes.fold((0_usize, len(bucket)), |(count, sum), len| {
            (count.saturating_add(1), sum.saturating_add(len))
        });
        if self.stored.saturating_add(sum) > room.all {
            return Err(BlobError::NoRoom);
        }
        if count >= room.uploads || sum > room.unfinished {
            return Err(BlobError::Busy);
        }
        if let Some(Place { key, uploads }) = from
            && unfinished.filter(|one| one.place == Some(key)).count() >= uploads
        {
            return Err(BlobError::Busy);
        }
        Ok(())
    }

    /// The bytes of that day's blobs and one more.
    fn with(&self, day: Day, bucket: Bucket) -> u64 {
        let of_day = self.latest.filter(|(latest, _)| *latest == day);
        of_day
            .map_or(0, |(_, bytes)| bytes)
            .saturating_add(len(bucket))
    }

    /// Takes room of the day's for a blob that is whole; others took theirs since it was begun.
    pub(crate) fn take(&mut self, room: Room, day: Day, bucket: Bucket) -> Result<(), BlobError> {
        let bytes = self.with(day, bucket);
        if bytes > room.a_day {
            return Err(BlobError::NoRoom);
        }
        self.latest = Some((day, bytes));
        Ok(())
    }

    /// It did not become a blob.
    pub(crate) fn give_back(&mut self, day: Day, bucket: Bucket) {
        if let Some((latest, bytes)) = &mut self.latest
            && *latest == day
        {
            *bytes = bytes.saturating_sub(len(bucket));
        }
    }

    pub(crate) fn add(&mut self, bucket: Bucket) {
        self.stored = self.stored.saturating_add(len(bucket));
    }

    pub(crate) fn take_over(&mut self, now: UnixSeconds) -> Vec<Arc<Upload>> {
        let over = self.uploads.extract_if(|_, upload| upload.is_over(now));
        over.map(|(_, upload)| upload).collect()
    }
}

fn len(bucket: Bucket) -> u64 {
    u64::try_from(bucket.blob_len()).unwrap_or(u64::MAX)
}
