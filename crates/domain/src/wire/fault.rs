//! How every failure is told.

use serde::{Deserialize, Serialize};

/// A failure: RFC 9457 problem details with a fixed title and nothing of the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The HTTP status, once more.
    pub status: u16,
    /// One fixed sentence for this kind of failure.
    pub title: String,
    /// A stable word for programs, such as `too-many` or `already-accepted`.
    pub code: String,
    /// When to try again, in seconds from now; with 429 and 503.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub retry_after: Option<u32>,
}
