//! The officers of the installation.

use serde::{Deserialize, Serialize};

use crate::desk::{Desk, Role};
use crate::id::OfficerId;

/// The officers of the installation, for coordinators.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Officers {
    /// By name.
    pub officers: Vec<OfficerRow>,
}

/// One officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerRow {
    /// The officer.
    pub officer: OfficerId,
    /// The sign-in name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The desks; those asked for until approved.
    pub desks: Vec<Desk>,
    /// How far they have come.
    pub state: OfficerState,
}

/// Who works at a desk, for those who work there.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Colleagues {
    /// By name.
    pub colleagues: Vec<Colleague>,
}

/// Somebody who works at a desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// The officer.
    pub officer: OfficerId,
    /// The sign-in name.
    pub name: String,
    /// The role.
    pub role: Role,
}

/// How far an officer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficerState {
    /// Invited, not yet enrolled.
    Invited,
    /// Enrolled, not yet in a roster.
    Enrolled,
    /// In the rosters of their desks.
    Approved,
    /// Gone.
    Removed,
}
