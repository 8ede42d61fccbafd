//! What was sent of tips whose records are gone.

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::calendar::Day;
use crate::id::{RecordId, ReportId};
use crate::wire::DeliveryRow;
use crate::work::TracedReport;

/// What is done with what was sent before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "deed")]
pub enum TraceDeed {
    /// List it.
    List,
    /// Take reports back that a trace names.
    Recall {
        /// The trace.
        trace: RecordId,
        /// Those of its reports that are to be taken back.
        reports: Vec<ReportId>,
        /// Why: each desk reads it.
        reason: String,
    },
}

/// One release, as its trace says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraceView {
    /// The trace.
    pub trace: RecordId,
    /// What it says; none with the reason if it does not open.
    pub says: Result<Traced, Failure>,
}

/// What a trace says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traced {
    /// The reference officers quote.
    pub reference: String,
    /// The day it was written.
    pub written: Day,
    /// The reports, with how far the server says they have come; none if it has them no longer.
    pub sent: Vec<(TracedReport, Option<DeliveryRow>)>,
}
