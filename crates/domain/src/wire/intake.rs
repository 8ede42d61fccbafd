//! What waits, and how it is accepted.

use serde::{Deserialize, Serialize};

use super::{Blob, NewRecord};
use crate::frame::FRAME_LEN;
use crate::id::IntakeId;

/// Bytes of one entry of an intake answer: `u64 id || i32 day || frame`, big-endian.
pub const INTAKE_ENTRY_LEN: usize = 8 + 4 + FRAME_LEN;
/// Most frames one intake fetch gives.
pub const INTAKE_FETCH_MAX: u16 = 256;
/// The response header of an intake fetch that says how many frames are still to come.
pub const INTAKE_REMAINING_HEADER: &str = "ginnel-remaining";
/// Most frames one acceptance names; more copies of a part go into further records.
pub const ACCEPT_MAX: usize = 64;
/// Bytes of an acceptance's nonce.
pub const PARTS_NONCE_LEN: usize = 32;

/// Asks for frames this session has not been given yet, in random order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FetchIntake {
    /// Most frames wanted; at most [`INTAKE_FETCH_MAX`] are given.
    pub most: u16,
    /// Forget what was given before and begin again (a console that was reloaded).
    pub afresh: bool,
}

/// Accepts a tip: all its parts' frames, and the record it is kept in. Spam is kept in a closed one,
/// so that nobody makes a tip disappear without a trace.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Accept {
    /// The frames of all parts, at most [`ACCEPT_MAX`].
    pub intake: Vec<IntakeId>,
    /// [`PARTS_NONCE_LEN`] random bytes that also lie inside the record's seal; the server keeps
    /// SHA-256(nonce || ids ascending, eight bytes each) with the record.
    pub nonce: Blob,
    /// The record, sealed to the triage vault.
    pub record: NewRecord,
}
