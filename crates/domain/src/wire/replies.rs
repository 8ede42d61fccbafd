//! Replies on their way to reporters.

use serde::{Deserialize, Serialize};

use super::Blob;
use crate::frame::SealedFrame;

/// One reply, sealed once for each slot it may come to lie in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PutReply {
    /// Eight of them, as the tip names them.
    pub slots: Vec<SlotFrame>,
}

/// The reply as it is sealed for one slot.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SlotFrame {
    /// Where the slot lies, 32 bytes.
    pub address: Blob,
    /// The sealed reply.
    pub frame: SealedFrame,
}
