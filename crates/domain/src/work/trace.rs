//! Where reports of a tip went: all that is left of it once its record is gone.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::Routing;
use crate::calendar::Day;
use crate::desk::Desk;
use crate::id::ReportId;

/// What a trace says first: it is never taken for another card.
const TRACE_CONTEXT: &str = "ginnel/trace/v1";
/// Most reports in one trace: as many as one release sends.
const REPORTS_MAX: usize = 16;

/// The reports of one release. Nothing of the tip is in it, and no title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Trace {
    #[n(0)]
    ctx: String,
    /// The reference officers quote.
    #[n(1)]
    pub reference: String,
    /// The reports.
    #[n(2)]
    pub sent: Vec<TracedReport>,
}

/// One report that went to one desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct TracedReport {
    /// The report.
    #[n(0)]
    pub report: ReportId,
    /// The desk.
    #[n(1)]
    pub desk: Desk,
    /// The day it was sent.
    #[n(2)]
    pub day: Day,
    /// Which version it is, from 1.
    #[n(3)]
    pub version: u32,
}

impl Trace {
    /// Of reports that went out together, if any did.
    pub fn of(routings: &[Routing]) -> Option<Self> {
        let first = routings.first()?;
        let sent = routings.iter().take(REPORTS_MAX);
        let sent = sent.map(|one| TracedReport {
            report: one.report,
            desk: one.desk,
            day: one.day,
            version: one.version(),
        });
        Some(Self {
            ctx: TRACE_CONTEXT.into(),
            reference: first.reference.clone(),
            sent: sent.collect(),
        })
    }

    /// Whether it is one.
    pub fn is_sound(&self) -> bool {
        self.ctx == TRACE_CONTEXT && (1..=REPORTS_MAX).contains(&self.sent.len())
    }
}
