//! Values read back from columns, or the inconsistency that names where they lie.

use std::str::FromStr;

use domain::{Day, IntakeId, OfficerId, SealedFrame};
use storage::{SmallAgeFile, StoreError};

/// A table whose columns are being read back.
#[derive(Clone, Copy)]
pub(crate) struct Table(pub &'static str);

impl Table {
    /// The value, or the inconsistency of this column.
    pub(crate) fn read<T>(self, column: &'static str, value: Option<T>) -> Result<T, StoreError> {
        value.ok_or(StoreError::Inconsistency {
            table: self.0,
            column,
        })
    }

    /// Exactly `N` bytes.
    pub(crate) fn array<const N: usize>(
        self,
        column: &'static str,
        bytes: &[u8],
    ) -> Result<[u8; N], StoreError> {
        self.read(column, bytes.try_into().ok())
    }

    /// A day.
    pub(crate) fn day(self, column: &'static str, value: i64) -> Result<Day, StoreError> {
        self.read(column, i32::try_from(value).ok().map(Day))
    }

    /// A day that may be absent.
    pub(crate) fn maybe_day(
        self,
        column: &'static str,
        value: Option<i64>,
    ) -> Result<Option<Day>, StoreError> {
        value.map(|value| self.day(column, value)).transpose()
    }

    /// A small positive number.
    pub(crate) fn number(self, column: &'static str, value: i64) -> Result<u32, StoreError> {
        self.read(column, u32::try_from(value).ok())
    }

    /// A type that is kept as its text.
    pub(crate) fn text<T: FromStr>(
        self,
        column: &'static str,
        text: &str,
    ) -> Result<T, StoreError> {
        self.read(column, text.parse().ok())
    }

    /// An intake id.
    pub(crate) fn intake_id(self, value: i64) -> Result<IntakeId, StoreError> {
        self.read("id", IntakeId::from_column(value))
    }

    /// An officer's id.
    pub(crate) fn officer(
        self,
        column: &'static str,
        bytes: &[u8],
    ) -> Result<OfficerId, StoreError> {
        self.array(column, bytes).map(OfficerId::from_bytes)
    }

    /// A frame.
    pub(crate) fn frame(
        self,
        column: &'static str,
        bytes: Vec<u8>,
    ) -> Result<SealedFrame, StoreError> {
        self.read(column, SealedFrame::try_from(bytes).ok())
    }

    /// A wrapper.
    pub(crate) fn age_file(
        self,
        column: &'static str,
        bytes: Vec<u8>,
    ) -> Result<SmallAgeFile, StoreError> {
        self.read(column, SmallAgeFile::try_from(bytes).ok())
    }
}

/// The key of a row that has a random id: its first 63 bits, so rows lie in no order of time.
pub(crate) fn key_of(id: &[u8; 16]) -> i64 {
    let (front, _) = id.split_at(8);
    let front = front.try_into().expect("split at eight bytes");
    i64::from_be_bytes(front) & i64::MAX
}
