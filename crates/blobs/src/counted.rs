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
    /// Bytes of the blobs of one day: what a flood of one day leaves to the others. A quarter of what one of the largest leaves is for those of 1 and 4 MiB alone.
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
    /// Whether it is nobody's neighbourhood: the onion service and so on, which take half of a day at most.
    pub is_shared: bool,
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
    /// Those of blobs of 16 and 64 MiB.
    pub(crate) large: u64,
    /// Those that came by the shared way, as far as this server remembers.
    pub(crate) shared: u64,
}

impl Taken {
    fn of(len: u64, is_shared: bool) -> Self {
        let only = |such| if such { len } else { 0 };
        Self {
            all: len,
            large: only(is_large(len)),
            shared: only(is_shared),
        }
    }

    /// A blob of this length.
    pub(crate) fn blob(len: u64) -> Self {
        Self::of(len, false)
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            all: self.all.saturating_add(other.all),
            large: self.large.saturating_add(other.large),
            shared: self.shared.saturating_add(other.shared),
        }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            all: self.all.saturating_sub(other.all),
            large: self.large.saturating_sub(other.large),
            shared: self.shared.saturating_sub(other.shared),
        }
    }

    /// Whether such a newcomer finds room beside these: it is asked of what it belongs to, and of nothing
    /// else.
    fn fit(self, new: Self, room: Room) -> bool {
        let largest = len(Bucket::SixtyFour);
        let small = room.a_day.saturating_sub(largest) / 4;
        // One of the largest has to fit.
        let shared = (room.a_day / 2).max(largest.min(room.a_day));
        let with = self.and(new);
        with.all <= room.a_day
            && (new.large == 0 || with.large <= room.a_day.saturating_sub(small))
            && (new.shared == 0 || with.shared <= shared)
    }
}

impl Counted {
    /// Whether there is room for one more upload of this size, and from there. What is on its way takes nothing
    /// of a day: neither announcing nor sending without an end keeps anybody out.
    pub(crate) fn admit(
        &self,
        room: Room,
        today: Day,
        bucket: Bucket,
        from: Place,
    ) -> Result<(), BlobError> {
        let unfinished = self.uploads.values().filter(|one| one.blob.get().is_none());
        let new = Taken::of(len(bucket), from.is_shared);
        let lens = unfinished.clone().map(|one| len(one.bucket));
        let announced = lens.fold(len(bucket), u64::saturating_add);
        let fits = self.of_day(today).fit(new, room);
        if !fits || self.stored.saturating_add(announced) > room.all {
            return Err(BlobError::NoRoom);
        }
        if unfinished.clone().count() >= room.uploads || announced > room.unfinished {
            return Err(BlobError::Busy);
        }
        let from_there = unfinished.filter(|one| one.comes_from(from.key));
        if from_there.count() >= from.uploads {
            return Err(BlobError::Busy);
        }
        Ok(())
    }

    fn of_day(&self, day: Day) -> Taken {
        let of_day = self.latest.filter(|(latest, _)| *latest == day);
        of_day.map_or_else(Taken::default, |(_, taken)| taken)
    }

    /// Takes room of the day's for a blob that is whole; others took theirs since it was begun.
    pub(crate) fn take(&mut self, room: Room, day: Day, upload: &Upload) -> Result<(), BlobError> {
        let (taken, new) = (self.of_day(day), taken_by(upload));
        if !taken.fit(new, room) {
            return Err(BlobError::NoRoom);
        }
        self.latest = Some((day, taken.and(new)));
        Ok(())
    }

    /// It did not become a blob.
    pub(crate) fn give_back(&mut self, day: Day, upload: &Upload) {
        if let Some((latest, taken)) = &mut self.latest
            && *latest == day
        {
            *taken = taken.minus(taken_by(upload));
        }
    }

    /// What there is, as was just looked up. How each blob came is remembered nowhere else.
    pub(crate) fn measured(&mut self, stored: Taken, today: Day, latest: Taken) {
        let shared = self.of_day(today).shared;
        self.stored = stored.all;
        self.latest = Some((today, Taken { shared, ..latest }));
    }

    pub(crate) fn add(&mut self, bucket: Bucket) {
        self.stored = self.stored.saturating_add(len(bucket));
    }

    pub(crate) fn take_over(&mut self, now: UnixSeconds) -> Vec<Arc<Upload>> {
        let over = self.uploads.extract_if(|_, upload| upload.is_over(now));
        over.map(|(_, upload)| upload).collect()
    }
}

fn taken_by(upload: &Upload) -> Taken {
    Taken::of(len(upload.bucket), upload.is_shared)
}

/// Whether a blob of so many bytes is one of 16 or 64 MiB.
fn is_large(bytes: u64) -> bool {
    bytes > len(Bucket::Four)
}

fn len(bucket: Bucket) -> u64 {
    u64::try_from(bucket.blob_len()).unwrap_or(u64::MAX)
}
