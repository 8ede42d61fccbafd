//! Notes and wrapped epoch secrets.

use serde::{Deserialize, Serialize};

use super::Blob;
use crate::desk::Desk;

/// The signed notes an officer's browser verifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notes {
    /// The public directory.
    pub public: Option<String>,
    /// The staff directory.
    pub staff: Option<String>,
    /// The rosters of the officer's desks and of those reports come from; at triage every roster.
    pub rosters: Vec<String>,
}

/// The epoch secrets wrapped to this officer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Wrappers {
    /// One for each desk and period.
    pub wrappers: Vec<Wrapper>,
}

/// One epoch secret, wrapped to one officer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Wrapper {
    /// The desk.
    pub desk: Desk,
    /// The week (`2026-W47`) of a DESK epoch or the quarter (`2026-Q4`) of a VAULT epoch.
    pub period: String,
    /// The age file.
    pub blob: Blob,
}
