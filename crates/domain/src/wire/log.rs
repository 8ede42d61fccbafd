//! The log of operations, for its auditors.

use serde::{Deserialize, Serialize};

use super::Blob;
use crate::calendar::Year;

/// Bytes of one sealed entry, whatever it says.
pub const LOG_FRAME_LEN: usize = 4_096;

/// Most entries in one answer.
pub const LOG_PAGE_MAX: u32 = 256;

/// Which entries are asked for.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct LogAsked {
    /// The year they were written in.
    pub year: Year,
    /// The number of the first.
    pub from: u64,
}

/// Entries of one year in their order; fewer than [`LOG_PAGE_MAX`] are the last there are.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LogPage {
    /// The sealed entries, [`LOG_FRAME_LEN`] bytes each.
    pub entries: Vec<Blob>,
    /// A signed checkpoint, as [C2SP tlog-checkpoint](https://c2sp.org/tlog-checkpoint) has it. It is of a
    /// moment after the entries were read, so it may speak of more.
    pub checkpoint: String,
}
