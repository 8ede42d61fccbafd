//! The sanitised 3x5x2 product that leaves triage for one desk.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::category::Category;
use crate::desk::Desk;
use crate::grade::Grade;
use crate::id::{InstallationId, OfficerId, ReportId};
use crate::priority::Priority;

/// The context string at the head of every report.
pub const REPORT_CONTEXT: &str = "ginnel/report/v1";
/// Most bytes of UTF-8 in a report's title.
pub const TITLE_MAX: usize = 200;
/// Most bytes of UTF-8 in what a correction says is different.
pub const CHANGED_MAX: usize = 500;
/// Most bytes of UTF-8 in all items and the provenance together, and in what a correction says is different.
pub const REPORT_TEXT_MAX: usize = 14_000;

/// The protective marking. Anything higher must not be on this system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(index_only)]
pub enum Marking {
    /// OFFICIAL
    #[n(0)]
    #[serde(rename = "OFFICIAL")]
    Official,
    /// OFFICIAL-SENSITIVE
    #[n(1)]
    #[serde(rename = "OFFICIAL-SENSITIVE")]
    OfficialSensitive,
}

impl Marking {
    /// The words printed at head and foot.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Official => "OFFICIAL",
            Self::OfficialSensitive => "OFFICIAL-SENSITIVE",
        }
    }
}

/// One numbered item of intelligence with its own grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct ReportItem {
    /// Sanitised text that stands alone.
    #[n(0)]
    pub text: String,
    /// Its grade.
    #[n(1)]
    pub grade: Grade,
}

/// A sanitised intelligence report for one desk. Never holds a tip's id, thread, reply
/// recipient, token, original text or file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Report {
    /// Always [`REPORT_CONTEXT`].
    #[n(0)]
    pub ctx: String,
    /// The installation it comes from.
    #[n(1)]
    pub inst: InstallationId,
    /// Its id, one for each desk it goes to.
    #[n(2)]
    pub report: ReportId,
    /// The desk it is for.
    #[n(3)]
    pub desk: Desk,
    /// The reference officers quote; the same for every desk it goes to.
    #[n(4)]
    pub reference: String,
    /// The protective marking.
    #[n(5)]
    pub marking: Marking,
    /// How urgent it is.
    #[n(6)]
    pub priority: Priority,
    /// The threat category.
    #[n(7)]
    pub category: Category,
    /// The day it was made.
    #[n(8)]
    pub created: Day,
    /// The day the intelligence is from, if known.
    #[n(9)]
    pub intelligence_day: Option<Day>,
    /// One line that says what it is.
    #[n(10)]
    pub title: String,
    /// The numbered items; never empty.
    #[n(11)]
    pub items: Vec<ReportItem>,
    /// How it came to be known, without revealing the source.
    #[n(12)]
    pub provenance: String,
    /// The grade of the provenance, and of the report as a whole.
    #[n(13)]
    pub grade: Grade,
    /// Whether public interest immunity was considered.
    #[n(14)]
    pub pii_considered: bool,
    /// The lawful policing purpose it is shared for.
    #[n(15)]
    pub purpose: String,
    /// The day it is to be reviewed or deleted.
    #[n(16)]
    pub review: Day,
    /// The officer who made it.
    #[n(17)]
    pub author: OfficerId,
    /// The desks that are to act on it, if it went to others for their information only.
    #[n(18)]
    pub acting: Option<Vec<Desk>>,
    /// Said if it corrects what was sent before.
    #[n(19)]
    pub correction: Option<Correction>,
}

/// What a later version of a report says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Correction {
    /// Which version it is, from 2.
    #[n(0)]
    pub version: u32,
    /// The desk's report that it takes the place of; none at a desk that had none.
    #[n(1)]
    pub replaces: Option<ReportId>,
    /// What is different, for a desk that had one; empty for others.
    #[n(2)]
    pub what_changed: String,
}

impl Report {
    /// Which version it is, from 1.
    pub fn version(&self) -> u32 {
        self.correction.as_ref().map_or(1, |one| one.version)
    }

    /// The desk's report that it takes the place of.
    pub fn replaces(&self) -> Option<ReportId> {
        self.correction.as_ref()?.replaces
    }

    /// What it says is different; empty if it corrects nothing.
    pub fn what_changed(&self) -> &str {
        let correction = self.correction.as_ref();
        correction.map_or("", |one| &one.what_changed)
    }

    /// Whether what it says of its version can be.
    pub fn is_version(&self) -> bool {
        let Some(correction) = &self.correction else {
            return true;
        };
        let told = !correction.what_changed.is_empty();
        correction.version >= 2
            && told == correction.replaces.is_some()
            && correction.what_changed.len() <= CHANGED_MAX
    }

    /// Whether its desk is only to know of it, while others act.
    pub fn is_for_information(&self) -> bool {
        let acting = self.acting.as_ref();
        acting.is_some_and(|acting| !acting.contains(&self.desk))
    }
}
