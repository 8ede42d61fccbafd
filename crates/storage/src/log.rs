//! The log of operations: sealed entries, one after the other, a year at a time.

use async_trait::async_trait;
use domain::Year;
use domain::log::Entry;

use crate::{LogFrame, StoreError};

/// Whole years an entry is kept beside the year it was written in.
pub const LOG_YEARS: i16 = 6;

/// Sealed entries at rest. Nothing changes one, and only whole years that are over long since are deleted.
#[async_trait]
pub trait LogStore: Send + Sync {
    /// Puts entries at the end of a year's log, in this order and with none between them. Answers the
    /// number of the first; the first of a year is 0.
    async fn append_log(&self, year: Year, entries: Vec<LogFrame>) -> Result<u64, StoreError>;

    /// The entries of a year from this number on, at most so many, in their order.
    async fn read_log(&self, year: Year, from: u64, most: u32)
    -> Result<Vec<LogFrame>, StoreError>;

    /// How many entries a year has.
    async fn log_size(&self, year: Year) -> Result<u64, StoreError>;

    /// Deletes the years of which the last entry is more than [`LOG_YEARS`] years old, if this is the
    /// year now. Answers how many entries went. The store itself refuses to delete any of a year to which
    /// it has no entry that many years later.
    async fn purge_log(&self, now: Year) -> Result<u64, StoreError>;
}

/// Why an operation was not recorded. What was to be recorded must not be done then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The staff directory names no auditor to seal to.
    #[error("the staff directory names no auditor: operations cannot be recorded")]
    NoAuditor,
    /// The entry could not be sealed.
    #[error("an operation could not be sealed to the auditors")]
    NotSealed,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where operations are recorded before they are done.
#[async_trait]
pub trait OperationsLog: Send + Sync {
    /// Records these, in this order and all or none.
    async fn record(&self, entries: Vec<Entry>) -> Result<(), RecordError>;

    /// The checkpoint of a year's log as it is now: how long it is and what it hashes to, signed.
    async fn checkpoint(&self, year: Year) -> Result<String, StoreError>;
}
