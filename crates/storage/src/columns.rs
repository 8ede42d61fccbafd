//! Values read back from columns, or the inconsistency that names where they lie: for backends.

use std::str::FromStr;

use domain::{Day, Desk, IntakeId, OfficerId, SealedFrame, UnixSeconds};

use crate::{Claim, Lease, LeaseNumber, SmallAgeFile, StoreError};

/// A table whose columns are being read back.
#[derive(Debug, Clone, Copy)]
pub struct Table(pub &'static str);

impl Table {
    /// The value, or the inconsistency of this column.
    pub fn read<T>(self, column: &'static str, value: Option<T>) -> Result<T, StoreError> {
        value.ok_or(StoreError::Inconsistency {
            table: self.0,
            column,
        })
    }

    /// Exactly `N` bytes.
    pub fn array<const N: usize>(
        self,
        column: &'static str,
        bytes: &[u8],
    ) -> Result<[u8; N], StoreError> {
        self.read(column, bytes.try_into().ok())
    }

    /// A day.
    pub fn day(self, column: &'static str, value: i64) -> Result<Day, StoreError> {
        self.read(column, i32::try_from(value).ok().map(Day))
    }

    /// A day that may be absent.
    pub fn maybe_day(
        self,
        column: &'static str,
        value: Option<i64>,
    ) -> Result<Option<Day>, StoreError> {
        value.map(|value| self.day(column, value)).transpose()
    }

    /// A small positive number.
    pub fn number(self, column: &'static str, value: i64) -> Result<u32, StoreError> {
        self.read(column, u32::try_from(value).ok())
    }

    /// A type that is kept as its text.
    pub fn text<T: FromStr>(self, column: &'static str, text: &str) -> Result<T, StoreError> {
        self.read(column, text.parse().ok())
    }

    /// How many rows each desk has.
    pub fn by_desk(self, counted: Vec<(String, i64)>) -> Result<Vec<(Desk, u32)>, StoreError> {
        let counted = counted.into_iter();
        let counted = counted.map(|(desk, count)| {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            Ok((self.text("desk", &desk)?, count))
        });
        counted.collect()
    }

    /// An intake id.
    pub fn intake_id(self, value: i64) -> Result<IntakeId, StoreError> {
        self.read("id", IntakeId::from_column(value))
    }

    /// An officer's id.
    pub fn officer(self, column: &'static str, bytes: &[u8]) -> Result<OfficerId, StoreError> {
        self.array(column, bytes).map(OfficerId::from_bytes)
    }

    /// A frame.
    pub fn frame(self, column: &'static str, bytes: Vec<u8>) -> Result<SealedFrame, StoreError> {
        self.read(column, SealedFrame::try_from(bytes).ok())
    }

    /// A claim, whether its lease has run out or not.
    pub fn claim(
        self,
        lease: i64,
        claimed_by: Option<&[u8]>,
        claimed_until: Option<i64>,
    ) -> Result<Option<Claim>, StoreError> {
        let (Some(officer), Some(until)) = (claimed_by, claimed_until) else {
            return Ok(None);
        };
        Ok(Some(Claim {
            officer: self.officer("claimed_by", officer)?,
            lease: Lease {
                number: LeaseNumber(self.number("lease", lease)?),
                until: UnixSeconds(until),
            },
        }))
    }

    /// A wrapper.
    pub fn age_file(
        self,
        column: &'static str,
        bytes: Vec<u8>,
    ) -> Result<SmallAgeFile, StoreError> {
        self.read(column, SmallAgeFile::try_from(bytes).ok())
    }
}

/// The key of a row that has a random id: its first 63 bits, so rows lie in no order of time.
pub fn key_of(id: &[u8; 16]) -> i64 {
    let front = id.first_chunk().copied().unwrap_or_default();
    i64::from_be_bytes(front) & i64::MAX
}
