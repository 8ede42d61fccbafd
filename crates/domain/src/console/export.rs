//! A report on its way to another force or agency.

use serde::{Deserialize, Serialize};

use super::{CaseView, RecordView};
use crate::desk::Desk;
use crate::export::{Errand, ExportSheet};
use crate::id::RecordId;

/// Which report goes out, and to whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToExport {
    /// The desk.
    pub desk: Desk,
    /// The case it is kept in; at triage, the record it was sent from.
    pub record: RecordId,
    /// To whom, and what for.
    pub errand: Errand,
}

/// A report that was made ready for another force or agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// What says so now.
    pub kept: ExportedFrom,
    /// What to call the file.
    pub name: String,
    /// The signed file.
    pub file: String,
    /// What is printed of it.
    pub sheet: ExportSheet,
}

/// What a report was exported from, as it now reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is", content = "it")]
pub enum ExportedFrom {
    /// A desk's case.
    Case(Box<CaseView>),
    /// Triage's record.
    Record(Box<RecordView>),
}
