//! Where reports went, kept longer than the tip they were made of.

use async_trait::async_trait;
use domain::{Day, Quarter, RecordId};

use crate::{SealedCard, SmallAgeFile, StoreError};

/// A sealed card of triage's: to which desks reports of one tip went. Nothing of the tip is in it, and it names
/// neither its record nor the reports in the clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// Its own; not that of the record.
    pub id: RecordId,
    /// The VAULT epoch of the wrapper.
    pub quarter: Quarter,
    /// The seed of its own identity, sealed to VAULT.
    pub wrapper: SmallAgeFile,
    /// Where they went.
    pub card: SealedCard,
    /// The day after which it is deleted.
    pub review: Day,
}

/// Why a trace was not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeepTraceError {
    /// A trace has this id already.
    #[error("the id is taken")]
    IdTaken,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What triage keeps of tips whose records are gone.
#[async_trait]
pub trait TraceStore: Send + Sync {
    /// Keeps one.
    async fn keep_trace(&self, trace: Trace) -> Result<(), KeepTraceError>;

    /// So many of them at most, in the order of their random ids, from after this one.
    async fn traces(&self, after: Option<RecordId>, most: u32) -> Result<Vec<Trace>, StoreError>;

    /// How many have a day before this day.
    async fn traces_over(&self, before: Day) -> Result<u32, StoreError>;

    /// Deletes every one, with its wrapper, whose day lies before this day. Answers how many.
    async fn purge_traces(&self, before: Day) -> Result<u64, StoreError>;
}
