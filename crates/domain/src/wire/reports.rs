//! Reports on their way to desks.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Week};
use crate::desk::Desk;
use crate::frame::SealedFrame;
use crate::id::{OfficerId, ReportId};

/// Delivers the sealed reports of a draft, one to each desk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Deliver {
    /// At most 16, with the notices.
    pub reports: Vec<NewReport>,
    /// Reports that are taken back with that: they are in the place of some, others are dropped.
    #[serde(default)]
    pub taken_back: Vec<TakenBack>,
    /// What tells desks so that get none of the reports.
    #[serde(default)]
    pub notices: Vec<NewReport>,
}

/// A report that is taken back when another is delivered, or a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// The report.
    pub report: ReportId,
    /// Its desk.
    pub desk: Desk,
    /// The report in its place, or the notice.
    pub notice: ReportId,
}

/// One sealed report for one desk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewReport {
    /// Its id, drawn in the browser.
    pub report: ReportId,
    /// The desk.
    pub desk: Desk,
    /// The DESK epoch it is sealed to.
    pub week: Week,
    /// The sealed report.
    pub frame: SealedFrame,
}

/// The states of deliveries: a desk's inbox, or what triage has sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Deliveries {
    /// Newest day first.
    pub deliveries: Vec<DeliveryRow>,
}

/// One delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryRow {
    /// The report.
    pub report: ReportId,
    /// The desk.
    pub desk: Desk,
    /// The DESK epoch it is sealed to.
    pub week: Week,
    /// The day it was delivered.
    pub day: Day,
    /// The second officer who released it, if anybody had to.
    #[serde(default)]
    pub released_by: Option<OfficerId>,
    /// How far it has come.
    pub state: DeliveryState,
    /// Who acknowledged it, if anybody.
    pub acknowledged_by: Option<String>,
    /// That triage has taken it back, as the server says.
    #[serde(default)]
    pub recalled: Option<Recalled>,
    /// What tells its desk that it stands again, signed, if it was taken back and put back.
    #[serde(default)]
    pub restored: Option<ReportId>,
}

impl DeliveryRow {
    /// Whether it waits to be opened.
    pub fn is_new(&self) -> bool {
        self.state == DeliveryState::New && self.recalled.is_none()
    }
}

/// A report that was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recalled {
    /// The day.
    pub day: Day,
    /// What tells its desk so, signed: it lies in the same inbox.
    pub notice: ReportId,
}

/// How far a delivery has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// Nobody has opened it.
    New,
    /// Somebody has opened it.
    Opened,
    /// Somebody has acknowledged it.
    Acknowledged,
}

/// A sealed report, to be opened in the browser.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OpenedReport {
    /// The sealed report.
    pub frame: SealedFrame,
    /// The DESK epoch it is sealed to.
    pub week: Week,
}
