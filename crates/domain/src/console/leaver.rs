//! What becomes of the work of somebody who leaves, or is off.

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::id::RecordId;

/// What was taken from a colleague at once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TakenAll {
    /// The records that were taken back, and handed on if that was asked for.
    pub taken: Vec<RecordId>,
    /// Those that were not, and why: they lie as they lay, or with whoever took them meanwhile.
    pub left: Vec<(RecordId, Failure)>,
}
