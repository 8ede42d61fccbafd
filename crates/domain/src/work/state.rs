//! How far the work on a tip has come.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::CloseReason;

/// How far the work on a tip has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case", tag = "is", content = "why")]
pub enum WorkState {
    /// Accepted, nothing written yet.
    #[n(0)]
    New,
    /// Somebody has begun.
    #[n(1)]
    InProgress,
    /// Reports have gone out.
    #[n(2)]
    Routed,
    /// Closed without a report.
    #[n(3)]
    Closed(#[n(0)] CloseReason),
    /// Its reports wait for a second officer.
    #[n(4)]
    Waiting,
}

impl WorkState {
    /// Whether work is over.
    pub const fn is_over(self) -> bool {
        match self {
            Self::New | Self::InProgress | Self::Waiting => false,
            Self::Routed | Self::Closed(_) => true,
        }
    }

    /// Whether nothing is to be written on: work is over, or what is signed waits to be released.
    pub const fn is_read_only(self) -> bool {
        self.is_over() || matches!(self, Self::Waiting)
    }
}
