//! What waits for a second officer, and what can be done with it.

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::calendar::{Day, Minute};
use crate::desk::{Desk, Standing};
use crate::id::{DraftId, OfficerId, RecordId};
use crate::report::Report;

/// What to do with what waits for a second officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum DraftDeed {
    /// Only list it.
    List,
    /// Sign every report of a draft beside its author, seal each to its desk, deliver.
    Release {
        /// The draft, listed before.
        draft: DraftId,
    },
    /// Give a draft back to be written differently.
    Return {
        /// The draft, listed before.
        draft: DraftId,
        /// Why, for whoever wrote it.
        reason: String,
    },
    /// Take back what was handed in, of an opened record.
    Withdraw {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
    },
}

/// A draft in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    /// The draft.
    pub draft: DraftId,
    /// The day it was handed in, as the server says.
    pub day: Day,
    /// What it says; none with the reason if it is not shown.
    pub face: Result<Box<DraftFace>, Failure>,
}

/// What a draft says, its author's signatures verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftFace {
    /// The record it was made of.
    pub record: RecordId,
    /// When it was handed in, by its author's clock.
    pub since: Minute,
    /// How often words that point to the source were kept in it with a reason.
    pub kept: u32,
    /// The report as the first desk will read it; for the others only id and desk differ.
    pub report: Report,
    /// The desks it is for.
    pub desks: Vec<Desk>,
    /// The desks that lose what they have, since the correction does not go there.
    pub dropped: Vec<Desk>,
    /// Who wrote it.
    pub author: OfficerId,
    /// Whether they are still an officer of triage.
    pub standing: Standing,
    /// Whether that is this officer, who cannot release it.
    pub mine: bool,
}
