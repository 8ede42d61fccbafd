//! What a desk counted of a month, before everybody may know it.

use serde::{Deserialize, Serialize};

use crate::calendar::Month;
use crate::desk::Desk;
use crate::sheet::Cell;

/// What a desk counted of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetView {
    /// The desk.
    pub desk: Desk,
    /// The month.
    pub month: Month,
    /// Every cell that is not empty, what will be left out among them.
    pub cells: Vec<Cell>,
    /// Cases whose card could not be opened: with any, nothing is published.
    pub unread: u32,
    /// Whether it was handed in from this session: it is not counted again then.
    pub sent: bool,
}
