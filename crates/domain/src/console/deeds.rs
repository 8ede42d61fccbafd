//! What an officer does about a record, beyond the work on it.

use serde::{Deserialize, Serialize};

use crate::erasure::EraseReason;
use crate::id::ReportId;
use crate::tip::Language;
use crate::work::Referral;

/// What is done about two records that are about the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Together {
    /// The first notes that the other is about the same.
    Link,
    /// The other is taken into the first, and closed as its duplicate: what it says is read beside it.
    Merge,
    /// That is undone, as long as nothing was sent from the first.
    Part,
}

/// What is done about reports that were sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum SentDeed {
    /// They are taken back: each of their desks gets a signed notice.
    Recall {
        /// Which of them.
        reports: Vec<ReportId>,
        /// Why, as their desks read it.
        reason: String,
    },
    /// They stand again, which a colleague took back: each of their desks gets a signed notice.
    Restore {
        /// Which of them.
        reports: Vec<ReportId>,
        /// Why, as their desks read it.
        reason: String,
    },
    /// They are written again: the record is claimed and open for a correction.
    Correct,
    /// The correction is given up: what was sent stays as it is.
    Leave,
}

/// What is decided about how long something is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "deed")]
pub enum ReviewDeed {
    /// The review of something finished is put off, in a version that says why.
    Postpone {
        /// By how many months from now, to the end of the last; see [`crate::POSTPONE_MONTHS`].
        months: u16,
        /// Why it is still needed.
        reason: String,
    },
    /// It is erased with its key, by a supervisor, unless a colleague works on it.
    Erase {
        /// Why.
        reason: EraseReason,
    },
}

/// What an officer decides about a signpost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum SignpostDeed {
    /// The reporter is told of it, in a reply.
    Tell {
        /// What is said.
        text: String,
        /// The language it is said in.
        lang: Language,
    },
    /// Somebody at risk was referred: written down, and recorded as a disclosure.
    Refer {
        /// To whom, and on what ground.
        referral: Referral,
    },
    /// Nothing is needed.
    NotNeeded {
        /// Why.
        because: String,
    },
}
