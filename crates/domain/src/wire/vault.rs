//! What a desk keeps, and who works on it.

use serde::{Deserialize, Serialize};

use super::{Blob, Waited};
use crate::calendar::{Day, Quarter, UnixSeconds};
use crate::erasure::EraseReason;
use crate::frame::SealedFrame;
use crate::id::{IntakeId, OfficerId, RecordId};

/// Bytes of a sealed card.
pub const CARD_LEN: usize = 4_096;

/// A record to be kept: three frames and a card, sealed to a one-time identity.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewRecord {
    /// Its id, drawn in the browser.
    pub record: RecordId,
    /// The VAULT epoch the wrapper is sealed to.
    pub quarter: Quarter,
    /// The age file that holds the one-time identity's seed.
    pub wrapper: Blob,
    /// Original; work; translation and history.
    pub frames: [SealedFrame; 3],
    /// The sealed card, [`CARD_LEN`] bytes.
    pub card: Blob,
    /// Whether work on it is over at once.
    pub closed: bool,
}

/// The cards of a desk's vault.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Cards {
    /// In no particular order.
    pub cards: Vec<CardRow>,
}

/// One card, with what the server itself knows of its record.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CardRow {
    /// The record.
    pub record: RecordId,
    /// The VAULT epoch.
    pub quarter: Quarter,
    /// The age file with the seed.
    pub wrapper: Blob,
    /// The sealed card.
    pub card: Blob,
    /// Counts up with every write, from 1.
    pub version: u32,
    /// The day it was accepted.
    pub day: Day,
    /// Whether work on it is over.
    pub closed: bool,
    /// The day after which it goes; none while work is not over.
    #[serde(default)]
    pub review: Option<Day>,
    /// Who holds the claim, and until when, if anybody.
    pub claim: Option<ClaimRow>,
}

/// Who works on a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimRow {
    /// The officer.
    pub officer: OfficerId,
    /// Their sign-in name.
    pub name: String,
    /// When the lease ends unless renewed.
    pub until: UnixSeconds,
}

/// Why something sealed is opened: a short purpose code for the log of operations.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Purpose {
    /// A code such as `triage`, `review`, `action`; at most 32 bytes of `a-z-`.
    pub purpose: String,
}

/// A record's sealed frames.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OpenedRecord {
    /// Original; work; translation and history.
    pub frames: [SealedFrame; 3],
    /// The version these frames are.
    pub version: u32,
    /// The VAULT epoch.
    pub quarter: Quarter,
    /// The age file with the seed.
    pub wrapper: Blob,
}

/// A lease on a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Its number; writes with an older one are refused. Claiming again renews it.
    pub lease: u32,
    /// When it ends.
    pub until: UnixSeconds,
}

/// Names the lease one holds.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct LeaseOnly {
    /// The number.
    pub lease: u32,
}

/// Undoes an acceptance: which frames it was made of stands inside the record's seal only.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PutBack {
    /// The lease held.
    pub lease: u32,
    /// The frames it was accepted with.
    pub intake: Vec<IntakeId>,
    /// The nonce it was accepted with.
    pub nonce: Blob,
    /// How long the tip has waited by now: it goes on waiting, it does not begin again.
    pub waited: Waited,
}

/// Puts the review of a record off, in a version that says why.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Postpone {
    /// The version.
    pub write: WriteRecord,
    /// The day after which it goes from now on: the last of a month.
    pub until: Day,
}

/// Erases a record with its key.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Erase {
    /// The lease held.
    pub lease: u32,
    /// Why, for the log.
    pub reason: EraseReason,
}

/// Writes a new version of a record.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WriteRecord {
    /// The lease held.
    pub lease: u32,
    /// The version this one follows.
    pub after: u32,
    /// Work; translation and history. The original stays as it was accepted.
    pub frames: [SealedFrame; 2],
    /// The new card.
    pub card: Blob,
    /// Whether work on it is over.
    pub closed: bool,
    /// Of a case that is over: the last day of the month in which its report is to be reviewed.
    #[serde(default)]
    pub review: Option<Day>,
}
