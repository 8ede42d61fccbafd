//! Drafts: reports that wait for a second officer.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Week};
use crate::frame::SealedFrame;
use crate::id::{DraftId, OfficerId};

/// Hands a draft in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PutDraft {
    /// Its id, drawn in the browser.
    pub draft: DraftId,
    /// The DESK epoch of triage it is sealed to.
    pub week: Week,
    /// The sealed draft.
    pub frame: SealedFrame,
}

/// The drafts that wait.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Drafts {
    /// Oldest day first.
    pub drafts: Vec<DraftRow>,
}

/// One draft: nothing of what it was made of, nor of the desks it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRow {
    /// The draft.
    pub draft: DraftId,
    /// The DESK epoch it is sealed to.
    pub week: Week,
    /// The day it was handed in.
    pub day: Day,
    /// Who handed it in.
    pub author: OfficerId,
}

/// A sealed draft, to be opened in the browser.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OpenedDraft {
    /// The sealed draft.
    pub frame: SealedFrame,
    /// The DESK epoch it is sealed to.
    pub week: Week,
}
