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
    /// Bytes of the blobs of one day, those that are being sent included: what a flood of one day leaves to
    /// the others. A quarter of what one of the largest leaves is for those of 1 and 4 MiB alone.
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
    /// The blobs of the day of the last one.
    pub(crate) latest: Option<(Day, Taken)>,
}

/// Bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) all: u64,
    /// Those of 16 and 64 MiB.
    pub(crate) large: u64,
}

impl Taken {
    pub(crate) fn plus(self, len: u64) -> Self {
        let large = if is_large(len) { len } else { 0 };
        Self {
            all: self.all.saturating_add(len),
            large: self.large.saturating_add(large),
        }
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            all: self.all.saturating_add(other.all),
            large: self.large.saturating_add(other.large),
        }
    }

    fn minus(self, len: u64) -> Self {
        let large = if is_large(len) { len } else { 0 };
        Self {
            all: self.all.saturating_sub(len),
            large: self.large.saturating_sub(large),
        }
    }

    fn fits(self, room: Room) -> bool {
        let small = room.a_day.saturating_sub(len(Bucket::SixtyFour)) / 4;
        self.all <= room.a_day && self.large <= room.a_day.saturating_sub(small)
    }
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
        let unfinished = self.uploads.values().filter(|one| one.blob.get().is_none());
        let count = unfinished.clone().count();
        let sizes = unfinished.clone().map(|one| len(one.bucket));
        let on_their_way = sizes.fold(Taken::default().plus(len(bucket)), Taken::plus);
        let sum = on_their_way.all;
        if !self.of_day(today).and(on_their_way).fits(room)
            || self.stored.saturating_add(sum) > room.all
        {
            return Err(BlobError::NoRoom);
        }
        if count >= room.uploads || sum > room.unfinished {
            return Err(BlobError::Busy);
        }
        if let Some(Place { key, uploads }) = from
            && unfinished.filter(|one| one.comes_from(key)).count() >= uploads
        {
            return Err(BlobError::Busy);
        }
        Ok(())
    }

    fn of_day(&self, day: Day) -> Taken {
        let of_day = self.latest.filter(|(latest, _)| *latest == day);
        of_day.map_or_else(Taken::default, |(_, taken)| taken)
    }

    /// Takes room of the day's for a blob that is whole; it may have been begun on another day.
    pub(crate) fn take(&mut self, room: Room, day: Day, bucket: Bucket) -> Result<(), BlobError> {
        let taken = self.of_day(day).plus(len(bucket));
        if !taken.fits(room) {
            return Err(BlobError::NoRoom);
        }
        self.latest = Some((day, taken));
        Ok(())
    }

    /// It did not become a blob.
    pub(crate) fn give_back(&mut self, day: Day, bucket: Bucket) {
        if let Some((latest, taken)) = &mut self.latest
            && *latest == day
        {
            *taken = taken.minus(len(bucket));
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

/// Whether a blob of so many bytes is one of 16 or 64 MiB.
fn is_large(bytes: u64) -> bool {
    bytes > len(Bucket::Four)
}

fn len(bucket: Bucket) -> u64 {
    u64::try_from(bucket.blob_len()).unwrap_or(u64::MAX)
}
