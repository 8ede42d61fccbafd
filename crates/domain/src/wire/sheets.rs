//! Monthly sheets.

use serde::{Deserialize, Serialize};

/// A sheet a desk publishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewSheet {
    /// The signed lines.
    pub sheet: String,
}

/// What was published of the months last over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheets {
    /// The signed lines of each, the newest month first, by district.
    pub sheets: Vec<String>,
}
