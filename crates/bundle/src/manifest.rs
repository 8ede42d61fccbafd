//! The list of a site's files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Logical name → file.
pub type Manifest = BTreeMap<String, Entry>;

/// One file of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The hashed name it lies under.
    pub file: String,
    /// SHA-256, lower-case hex.
    pub sha256: String,
    /// Subresource integrity: `sha384-` and base64.
    pub integrity: String,
    /// The `Content-Type` to serve it with.
    pub content_type: String,
    /// Its size.
    pub bytes: usize,
    /// The size of the `.br` file beside it, if there is one.
    pub br_bytes: Option<usize>,
}
