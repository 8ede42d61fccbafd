//! Reports: sanitised, sealed to one desk each, followed until acknowledged.

use std::fmt;
use std::str::FromStr;

use async_trait::async_trait;
use domain::{Day, Desk, Hour, OfficerId, ReportId, SealedFrame, Week};

use crate::StoreError;

/// A sealed report for one desk.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// Drawn by the author's browser.
    pub id: ReportId,
    /// Who may open it.
    pub desk: Desk,
    /// The DESK epoch it is sealed to.
    pub week: Week,
    /// The sealed report.
    pub frame: SealedFrame,
    /// The day it is delivered.
    pub day: Day,
    /// Who wrote it.
    pub author: OfficerId,
    /// Who signed beside the author.
    pub second_signer: Option<OfficerId>,
    /// The day after which it is deleted.
    pub review: Option<Day>,
}

/// How far a report has come at its desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeliveryState {
    /// Nobody opened it.
    New,
    /// An officer of the desk opened it.
    Opened,
    /// An officer of the desk took it on.
    Acknowledged,
}

impl DeliveryState {
    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Opened => "opened",
            Self::Acknowledged => "acknowledged",
        }
    }
}

/// The text is no reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a reference is 1 to 32 letters, digits, dots, slashes or dashes")]
pub struct NotAReference;

/// The receiving desk's own reference for a report, readable: 1 to 32 of `A-Z a-z 0-9 . / -`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference(String);

impl Reference {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Reference {
    type Err = NotAReference;
    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-');
        if (1..=32).contains(&text.len()) && text.chars().all(allowed) {
            Ok(Self(text.into()))
        } else {
            Err(NotAReference)
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is known of a delivered report without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The report.
    pub id: ReportId,
    /// The desk it was delivered to.
    pub desk: Desk,
    /// The DESK epoch it is sealed to.
    pub week: Week,
    /// The day it was delivered.
    pub day: Day,
    /// Who wrote it.
    pub author: OfficerId,
    /// Who signed beside the author, if anybody.
    pub second_signer: Option<OfficerId>,
    /// How far it has come.
    pub state: DeliveryState,
    /// Who opened it first, and on which day.
    pub opened: Option<(OfficerId, Day)>,
    /// Who acknowledged it, and on which day.
    pub acknowledged: Option<(OfficerId, Day)>,
    /// The receiving desk's reference.
    pub reference: Option<Reference>,
    /// The day triage took it back, and what tells the desk so.
    pub recalled: Option<(Day, ReportId)>,
    /// What tells the desk that it stands again, the last time it was put back.
    pub restored: Option<ReportId>,
}

/// Most reports one officer takes back in one hour of the clock: twice what one tip is ever sent to, and
/// too few for whoever has somebody's session to silence all the desks before anybody looks.
pub const RECALLS_AN_HOUR: u32 = 16;

/// A report that is taken back.
#[derive(Debug, Clone)]
pub struct Recall {
    /// The report, at the desk that the notice is for.
    pub report: ReportId,
    /// The message that tells its desk so, by whoever takes it back.
    pub notice: NewReport,
    /// The hour in which that is.
    pub hour: Hour,
}

/// A report that was taken back and stands again.
#[derive(Debug, Clone)]
pub struct Restore {
    /// The report, at the desk that the notice is for.
    pub report: ReportId,
    /// The message that tells its desk so, by whoever puts it back.
    pub notice: NewReport,
}

/// A report handed to an officer of its desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedReport {
    /// What is known of it, this opening included.
    pub delivery: Delivery,
    /// The sealed report.
    pub frame: SealedFrame,
}

/// Why something was not delivered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeliverError {
    /// Another report or message has this id.
    #[error("the report id is taken")]
    ReportIdTaken,
    /// The desk has no inbox.
    #[error("this desk receives nothing")]
    WrongDesk,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a report was not handed out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenReportError {
    /// Triage has taken it back.
    #[error("it was taken back")]
    Recalled,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a report was not taken back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecallError {
    /// No report that a second officer released lies at this desk under this id.
    #[error("no such report")]
    NotFound,
    /// It was taken back before, with another notice.
    #[error("taken back already")]
    AlreadyRecalled,
    /// Something else has the notice's id, or it told of an earlier recall.
    #[error("the notice's id is taken")]
    NoticeIdTaken,
    /// This officer has taken [`RECALLS_AN_HOUR`] back in this hour.
    #[error("too many taken back in this hour")]
    TooMany,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a report was not put back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// No report that a second officer released lies at this desk under this id.
    #[error("no such report")]
    NotFound,
    /// It is not taken back.
    #[error("not taken back")]
    NotRecalled,
    /// Whoever took it back cannot put it back.
    #[error("taken back by the same officer")]
    OwnRecall,
    /// A correction lies in its place.
    #[error("a correction took its place")]
    Corrected,
    /// Something else has the notice's id, or it told of an earlier recall.
    #[error("the notice's id is taken")]
    NoticeIdTaken,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a report was not acknowledged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AcknowledgeError {
    /// The report does not exist at this desk.
    #[error("no such report")]
    NotFound,
    /// Nobody of the desk has opened it.
    #[error("not opened yet")]
    NotOpened,
    /// It was acknowledged before.
    #[error("acknowledged already")]
    AlreadyAcknowledged,
    /// Triage has taken it back.
    #[error("it was taken back")]
    Recalled,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was routed to desks.
#[async_trait]
pub trait ReportStore: Send + Sync {
    /// Delivers a message from one desk to another, to lie among its reports; triage gets them too. Delivering
    /// the very same again is no error.
    async fn deliver_message(&self, message: NewReport) -> Result<(), DeliverError>;

    /// Every report of a desk, newest day first.
    async fn inbox(&self, desk: Desk) -> Result<Vec<Delivery>, StoreError>;

    /// Hands a report to an officer of its desk and remembers the first who opened it. What was taken back
    /// is handed to nobody.
    async fn open_report(
        &self,
        desk: Desk,
        id: ReportId,
        officer: OfficerId,
        day: Day,
    ) -> Result<Option<OpenedReport>, OpenReportError>;

    /// Takes a released report back and delivers the notice of it, both or neither; with the very same
    /// notice again is no error. A message is never taken back. One officer takes at most
    /// [`RECALLS_AN_HOUR`] back in an hour.
    async fn recall(&self, recall: Recall) -> Result<(), RecallError>;

    /// Lets a report stand again that was taken back, and delivers the notice of it, both or neither; with
    /// the very same notice again is no error. Another officer than who took it back does, and nothing that
    /// a correction took the place of is put back.
    async fn restore(&self, restore: Restore) -> Result<(), RestoreError>;

    /// An officer of the desk takes an opened report on; the first wins.
    async fn acknowledge(
        &self,
        desk: Desk,
        id: ReportId,
        officer: OfficerId,
        day: Day,
        reference: Option<Reference>,
    ) -> Result<(), AcknowledgeError>;

    /// Every report delivered to any desk since this day, newest first: triage finds its own by their
    /// ids, so no question tells which belong together.
    async fn deliveries(&self, since: Day) -> Result<Vec<Delivery>, StoreError>;

    /// How many reports of each desk have a review day before this day.
    async fn reports_over(&self, before: Day) -> Result<Vec<(Desk, u32)>, StoreError>;

    /// Deletes reports whose review day lies before this day. Answers how many.
    async fn purge_reports(&self, before: Day) -> Result<u64, StoreError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_short_and_plain() {
        for text in ["BR/2026-0417", "a", &"x".repeat(32)] {
            assert_eq!(text.parse::<Reference>().unwrap().to_string(), text);
        }
        for text in ["", "two words", "<b>", "é", &"x".repeat(33)] {
            assert_eq!(text.parse::<Reference>(), Err(NotAReference), "{text}");
        }
    }
}
