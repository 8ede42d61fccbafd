//! Drafts: reports their author signed, sealed to triage until a second officer releases them.

use async_trait::async_trait;
use domain::{Day, Desk, DraftId, Hour, OfficerId, ReportId, SealedFrame, Week};

use crate::{NewReport, StoreError};

/// Reports that wait for a second officer, in one sealed frame.
#[derive(Debug, Clone)]
pub struct NewDraft {
    /// What is known of it without opening it.
    pub row: DraftRow,
    /// The sealed draft.
    pub frame: SealedFrame,
}

/// What is known of a draft without opening it: nothing of the record it was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraftRow {
    /// Drawn by the author's browser.
    pub id: DraftId,
    /// The DESK epoch of triage it is sealed to.
    pub week: Week,
    /// The day it was handed in.
    pub day: Day,
    /// Who handed it in.
    pub author: OfficerId,
}

/// What a second officer made of a draft: its reports, each signed by both and sealed to its desk.
#[derive(Debug, Clone)]
pub struct DraftRelease {
    /// The draft.
    pub draft: DraftId,
    /// The second officer.
    pub by: OfficerId,
    /// The day they are delivered.
    pub day: Day,
    /// The hour of it.
    pub hour: Hour,
    /// The day after which they go.
    pub review: Day,
    /// The reports.
    pub reports: Vec<ReleasedReport>,
    /// What tells desks that they lose what they have, and get none of these.
    pub notices: Vec<ReleasedReport>,
    /// What is taken back with that. What was taken back before stays as it was; what no longer lies at that
    /// desk, or is no released report, is passed over.
    pub taken_back: Vec<TakenBack>,
}

/// A report that is taken back when another is delivered in its place, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack {
    /// The report.
    pub report: ReportId,
    /// The desk that has it.
    pub desk: Desk,
    /// What tells the desk so: the report in its place, or a notice.
    pub notice: ReportId,
}

/// A released report for one desk.
#[derive(Debug, Clone)]
pub struct ReleasedReport {
    /// Drawn by the author's browser.
    pub id: ReportId,
    /// Who may open it.
    pub desk: Desk,
    /// The DESK epoch it is sealed to.
    pub week: Week,
    /// The sealed report.
    pub frame: SealedFrame,
}

impl DraftRelease {
    /// Everything as it is delivered: reports of this author, and the second officer's notices.
    pub fn into_reports(self, author: OfficerId) -> Vec<NewReport> {
        let Self {
            by, day, review, ..
        } = self;
        let delivered = |report: ReleasedReport, author, second_signer| NewReport {
            id: report.id,
            desk: report.desk,
            week: report.week,
            frame: report.frame,
            day,
            author,
            second_signer,
            review: Some(review),
        };
        let reports = self.reports.into_iter();
        let reports = reports.map(|one| delivered(one, author, Some(by)));
        let notices = self.notices.into_iter();
        reports
            .chain(notices.map(|one| delivered(one, by, None)))
            .collect()
    }

    /// Whether each of them goes to a desk that receives reports.
    pub fn are_received(&self) -> bool {
        let mut all = self.reports.iter().chain(&self.notices);
        all.all(|report| report.desk.receives_reports())
    }
}

/// Why a draft was not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PutDraftError {
    /// Another draft has this id.
    #[error("the draft id is taken")]
    DraftIdTaken,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a draft was not released; nothing is delivered then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseDraftError {
    /// It is not there, or no longer: released, returned or withdrawn.
    #[error("no such draft")]
    NotFound,
    /// Whoever wrote it cannot release it.
    #[error("its author cannot release it")]
    OwnDraft,
    /// Another report has one of these ids.
    #[error("the report id is taken")]
    ReportIdTaken,
    /// One of the desks receives no reports.
    #[error("this desk receives no reports")]
    WrongDesk,
    /// Whoever releases it has taken [`crate::RECALLS_AN_HOUR`] reports back in this hour.
    #[error("too many taken back in this hour")]
    TooManyRecalls,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What waits for a second officer.
#[async_trait]
pub trait DraftStore: Send + Sync {
    /// Keeps a draft; keeping the very same again is no error.
    async fn put_draft(&self, draft: NewDraft) -> Result<(), PutDraftError>;

    /// Every draft that waits, oldest day first.
    async fn drafts(&self) -> Result<Vec<DraftRow>, StoreError>;

    /// Hands a draft to an officer of triage.
    async fn open_draft(&self, id: DraftId) -> Result<Option<NewDraft>, StoreError>;

    /// Delivers a draft's reports with both officers' names and deletes it, all or nothing; refused if
    /// it is the author who asks.
    async fn release_draft(&self, release: DraftRelease) -> Result<(), ReleaseDraftError>;

    /// Deletes a draft that was withdrawn or returned. Answers whether it was there.
    async fn remove_draft(&self, id: DraftId) -> Result<bool, StoreError>;

    /// Deletes drafts sealed to weeks before this one. Answers how many.
    async fn purge_drafts(&self, before: Week) -> Result<u64, StoreError>;
}
