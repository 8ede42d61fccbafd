//! What may hang on a tip: a few files in one bundle, which is one of four sizes.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// Most files in one bundle.
pub const FILES_MAX: usize = 10;
/// How much longer a stored blob is than its bucket.
pub const BLOB_SLACK: usize = 65_536;
/// Bytes of every part of an upload but the last.
pub const BLOB_PART_LEN: usize = MIB;

const MIB: usize = 1_048_576;

/// What a file is. Pictures were decoded and encoded anew; nobody looked into an opaque file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum FileKind {
    /// A photograph.
    #[n(0)]
    Jpeg,
    /// A drawing or a screen.
    #[n(1)]
    Png,
    /// Either.
    #[n(2)]
    Webp,
    /// Anything else.
    #[n(3)]
    Opaque,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Jpeg, Self::Png, Self::Webp, Self::Opaque];

    /// The name of the file at this place, counted from 1: ours, never the reporter's.
    pub fn name(self, number: usize) -> String {
        let ending = match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Opaque => "bin",
        };
        format!("{number}.{ending}")
    }

    /// The media type; of an opaque file the one that says nothing.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Opaque => "application/octet-stream",
        }
    }

    /// Whether the bytes begin as a file of this kind does.
    pub fn begins(self, bytes: &[u8]) -> bool {
        match self {
            Self::Jpeg => bytes.starts_with(b"\xff\xd8\xff"),
            Self::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
            Self::Webp => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
            Self::Opaque => true,
        }
    }
}

/// One of the four sizes that a bundle can have: all that anybody learns of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bucket {
    /// 1 MiB.
    One,
    /// 4 MiB.
    Four,
    /// 16 MiB.
    Sixteen,
    /// 64 MiB.
    SixtyFour,
}

/// The number is no bucket's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a bucket")]
pub struct NotABucket;

impl Bucket {
    /// Every bucket, the smallest first.
    pub const ALL: [Self; 4] = [Self::One, Self::Four, Self::Sixteen, Self::SixtyFour];

    /// The smallest one with room for so many bytes.
    pub fn holding(bytes: usize) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|bucket| bytes <= bucket.room())
    }

    /// Bytes that it has room for.
    pub const fn room(self) -> usize {
        match self {
            Self::One => MIB,
            Self::Four => 4 * MIB,
            Self::Sixteen => 16 * MIB,
            Self::SixtyFour => 64 * MIB,
        }
    }

    /// Bytes of a stored blob of this size, always.
    pub const fn blob_len(self) -> usize {
        self.room() + BLOB_SLACK
    }

    /// How many parts its blob is uploaded in.
    pub const fn parts(self) -> usize {
        self.blob_len().div_ceil(BLOB_PART_LEN)
    }

    /// Bytes of the part with this number, counted from 0; `None` if there is no such part.
    pub fn part_len(self, part: usize) -> Option<usize> {
        let before = part.checked_mul(BLOB_PART_LEN)?;
        let left = self.blob_len().checked_sub(before)?;
        (left > 0).then_some(left.min(BLOB_PART_LEN))
    }

    /// Its number: 0 to 3.
    pub const fn number(self) -> u8 {
        match self {
            Self::One => 0,
            Self::Four => 1,
            Self::Sixteen => 2,
            Self::SixtyFour => 3,
        }
    }
}

impl TryFrom<u8> for Bucket {
    type Error = NotABucket;
    fn try_from(number: u8) -> Result<Self, NotABucket> {
        let mut all = Self::ALL.into_iter();
        all.find(|bucket| bucket.number() == number)
            .ok_or(NotABucket)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_blob_are_its_whole_length() {
        for bucket in Bucket::ALL {
            let parts = (0..).map_while(|part| bucket.part_len(part));
            assert_eq!(parts.clone().count(), bucket.parts());
            assert_eq!(parts.sum::<usize>(), bucket.blob_len());
        }
        assert_eq!(Bucket::One.part_len(1), Some(BLOB_SLACK));
        assert_eq!(Bucket::One.part_len(2), None);
        assert_eq!(Bucket::One.part_len(usize::MAX), None);
    }

    #[test]
    fn the_smallest_bucket_with_room_is_taken_and_beyond_the_largest_there_is_none() {
        assert_eq!(Bucket::holding(0), Some(Bucket::One));
        assert_eq!(Bucket::holding(MIB), Some(Bucket::One));
        assert_eq!(Bucket::holding(MIB + 1), Some(Bucket::Four));
        assert_eq!(Bucket::holding(64 * MIB), Some(Bucket::SixtyFour));
        assert_eq!(Bucket::holding(64 * MIB + 1), None);
    }

    #[test]
    fn four_numbers_name_buckets_and_no_fifth() {
        for bucket in Bucket::ALL {
            assert_eq!(Bucket::try_from(bucket.number()), Ok(bucket));
        }
        assert_eq!(Bucket::try_from(4), Err(NotABucket));
    }
}
