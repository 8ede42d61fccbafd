//! Where reports went, sealed, kept longer than the tip they were made of.

use serde::{Deserialize, Serialize};

use super::Blob;
use crate::calendar::Quarter;
use crate::id::RecordId;

/// Most traces handed over at once.
pub const TRACES_PAGE_MAX: u32 = 500;

/// A sealed card that says to which desks reports went, and nothing of the tip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// Its id, which is not that of the record.
    pub id: RecordId,
    /// The VAULT epoch the wrapper is sealed to.
    pub quarter: Quarter,
    /// The age file with the seed of its own identity.
    pub wrapper: Blob,
    /// The sealed card, [`super::CARD_LEN`] bytes.
    pub card: Blob,
}

/// Asks for traces, in the order of their random ids.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct TracesAsked {
    /// From after this one; from the first if none is named.
    #[serde(default)]
    pub after: Option<RecordId>,
}

/// Some of them: all that are left, if they are fewer than [`TRACES_PAGE_MAX`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Traces {
    /// In the order of their ids.
    pub traces: Vec<Trace>,
}
