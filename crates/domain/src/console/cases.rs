//! What the console shows of a desk's cases.

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::calendar::Day;
use crate::case::{Case, CaseCard, CaseHistory, Received};
use crate::desk::{Desk, Standing};
use crate::id::{RecordId, ReportId};
use crate::message::Message;
use crate::report::Report;
use crate::retention::Due;
use crate::wire::ClaimRow;

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// The record it is kept in.
    pub record: RecordId,
    /// Counts up with every write.
    pub version: u32,
    /// The day after which it goes; none while work is not over.
    #[serde(default)]
    pub review: Option<Day>,
    /// Why it is to be reviewed now, if it is.
    #[serde(default)]
    pub due: Option<Due>,
    /// Who writes in it this moment, if anybody.
    pub claim: Option<ClaimRow>,
    /// What its card says; none with the reason if it is not shown.
    pub card: Result<CaseCard, Failure>,
}

/// A case, opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseView {
    /// The desk it is kept at.
    pub desk: Desk,
    /// The record it is kept in.
    pub record: RecordId,
    /// Counts up with every write.
    pub version: u32,
    /// The report as it came.
    pub received: Received,
    /// The desk's work on it.
    pub case: Case,
    /// What was done.
    pub history: CaseHistory,
    /// Whether who wrote this version is still an officer of the desk.
    pub standing: Standing,
    /// Whether it is what triage sent.
    pub proof: Proof,
    /// That triage took the report back or corrected it, as the server says; what counts is what triage
    /// signed.
    pub said_recalled: Option<SaidRecalled>,
    /// That it stands again, as the server says, while the case still has it as taken back.
    #[serde(default)]
    pub said_restored: bool,
    /// The report as it was before it was corrected, if that case opened too.
    pub before: Option<Box<Report>>,
}

/// What the server says of a report that a desk keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidRecalled {
    /// The day.
    pub day: Day,
    /// What tells the desk so.
    pub notice: ReportId,
    /// Whether that is a report in its place.
    pub is_corrected: bool,
}

/// Whether a report that a desk keeps is what an officer of triage signed for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// It is, word for word.
    Signed,
    /// It was kept without signatures: nobody can tell.
    Missing,
    /// The signatures are not of this report, or not by an officer of triage.
    Bad,
}

/// A message, opened and its author's signature verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageView {
    /// What it says.
    pub message: Message,
    /// Whether its author is still an officer of the desk it comes from.
    pub standing: Standing,
    /// At triage: the record that the report was sent from, as far as its card was opened.
    pub record: Option<RecordId>,
}
