//! Whether a tip of a conversation shows who sent it.

use serde::{Deserialize, Serialize};

/// What a tip shows of holding the phrase of its conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUp {
    /// It is the first of the conversation that is known here, by which the others are judged.
    First,
    /// The key that the first one names signed it.
    Proven,
    /// It was not: whoever read the first one can have sent it.
    Unproven,
}
