//! What the console and the opener's worker say to each other, as JSON text.
//!
//! The opener alone holds the session token, keys and sealed bytes. Each [`Request`] is answered by
//! exactly one [`Response`] with its id; a long one is preceded by [`Answer::Progress`].
//! JSON text crosses as it is: never `JSON.parse` it, its numbers go up to 2⁶³. The worker takes
//! `{type:"load", wasm, integrity, setup, seen}` (a [`Setup`] as text) and says `{type:"ready"}` or
//! `{type:"failed"}`; then `{type:"ask", request}` and `{type:"answer", response}`, texts both. The
//! bytes of an open file cross as they are: `{type:"file", id, tip, number}`, `{type:"file", id, bytes}`.

mod ask;
mod cases;
mod deeds;
mod drafts;
mod export;
mod failure;
mod follow_up;
mod leaver;
mod related;
mod sheet;
mod traces;
mod translator;
mod view;

pub use ask::{Ask, Passphrase, Request};
pub use cases::{CaseRow, CaseView, MessageView, Proof, SaidRecalled};
pub use deeds::{ReviewDeed, SentDeed, SignpostDeed, Together};
pub use drafts::{DraftDeed, DraftFace, DraftView};
pub use export::{Exported, ExportedFrom, ToExport};
pub use failure::{Failure, NoteFault, Quarantine, WhichNote};
pub use follow_up::FollowUp;
pub use leaver::TakenAll;
pub use related::{AlsoNamed, Burst, Related, SimilarTip, Subject};
pub use sheet::SheetView;
pub use traces::{TraceDeed, TraceView, Traced};
pub use translator::{Translator, UnusableTranslator};
pub use view::{
    CanReply, CardFace, CardView, Claimed, DeskKeys, Enrolled, FileView, Heading, InboxRow, Intake,
    Me, RecordView, ReportView, RoutingView, TipView,
};

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, UnixSeconds};
use crate::case::DeedProblem;
use crate::desk::Desk;
use crate::id::{InstallationId, RecordId, TipId};
use crate::wire::{Colleague, DeliveryRow, OfficerRow};
use crate::work::WorkProblem;

/// What the page hands to the opener when it is loaded: pinned there, never asked of the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// The installation.
    pub inst: InstallationId,
    /// The authorities, one C2SP verifier key (`name+id+key`) each.
    pub authorities: Vec<String>,
}

/// What the opener says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// The request this answers.
    pub id: u32,
    /// The answer.
    pub answer: Answer,
}

/// An answer, named after what was asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "answer", content = "with")]
pub enum Answer {
    /// It went well, and there is nothing to say.
    Done,
    /// It did not.
    Failed(Failure),
    /// Not an end: so many of so many frames are opened.
    Progress {
        /// Frames tried so far.
        opened: u32,
        /// Frames there are, as far as is known.
        total: u32,
    },
    /// To [`Ask::Enrol`].
    Enrolled(Enrolled),
    /// To [`Ask::SignIn`], [`Ask::Me`] and [`Ask::Refresh`].
    Me(Me),
    /// To [`Ask::Unlock`].
    Unlocked {
        /// As after a sign-in.
        me: Me,
        /// What was kept when it was locked.
        kept: Option<String>,
    },
    /// To [`Ask::FetchIntake`].
    Intake(Intake),
    /// To [`Ask::Accept`].
    Accepted {
        /// The tip, no longer in the intake.
        tip: TipId,
        /// The record it is kept in.
        record: RecordId,
    },
    /// To [`Ask::Related`].
    Related(Box<Related>),
    /// To [`Ask::OpenFiles`].
    Files {
        /// The tip.
        tip: TipId,
        /// Its files in their order.
        files: Vec<FileView>,
        /// What opens those nobody looked into, which are handed on sealed.
        passphrase: Option<Passphrase>,
    },
    /// To [`Ask::ListCards`].
    Cards {
        /// The desk.
        desk: Desk,
        /// Open ones first, the most urgent first.
        cards: Vec<CardView>,
    },
    /// To [`Ask::Claim`].
    Claimed(Claimed),
    /// To [`Ask::Colleagues`]: by name, oneself included.
    Colleagues(Vec<Colleague>),
    /// To [`Ask::TakeAll`].
    TakenAll(TakenAll),
    /// To [`Ask::OpenRecord`], [`Ask::OnAnother`], [`Ask::TakeBack`], [`Ask::Close`], [`Ask::Reopen`], [`Ask::Agree`],
    /// [`Ask::Signpost`], [`Ask::OnSent`] and [`Ask::Route`].
    Record(Box<RecordView>),
    /// To [`Ask::Discard`], [`Ask::Route`], [`Ask::Signpost`] and [`Ask::Close`]: it is not ready, nothing was done.
    NotReady(Vec<WorkProblem>),
    /// To [`Ask::Review`]: the day after which it goes from now on.
    Postponed(Day),
    /// To [`Ask::SaveDraft`].
    Saved {
        /// The record's new version.
        version: u32,
        /// When, by this console's clock.
        at: UnixSeconds,
    },
    /// To [`Ask::OnDrafts`]: the most urgent first, the oldest first.
    Drafts(Vec<DraftView>),
    /// To [`Ask::Deliveries`].
    Deliveries(Vec<DeliveryRow>),
    /// To [`Ask::OnTraces`]: newest first.
    Traces(Vec<TraceView>),
    /// To [`Ask::Inbox`].
    Inbox {
        /// The desk.
        desk: Desk,
        /// Newest day first.
        rows: Vec<InboxRow>,
    },
    /// To [`Ask::OpenReport`].
    Report(Box<ReportView>),
    /// To [`Ask::OpenReport`]: a message lies there.
    Message(Box<MessageView>),
    /// To [`Ask::Acknowledge`].
    Acknowledged {
        /// What to quote.
        reference: String,
        /// The case it is kept in.
        record: RecordId,
    },
    /// To [`Ask::ListCases`].
    Cases {
        /// The desk.
        desk: Desk,
        /// In no particular order.
        cases: Vec<CaseRow>,
    },
    /// To [`Ask::OpenCase`] and [`Ask::OnCase`].
    Case(Box<CaseView>),
    /// To [`Ask::Export`].
    Exported(Box<Exported>),
    /// To [`Ask::OnCase`] and [`Ask::Export`]: nothing was written.
    NotDone(DeedProblem),
    /// To [`Ask::MakeSheet`].
    Sheet(SheetView),
    /// To [`Ask::Officers`].
    Officers(Vec<OfficerRow>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_reads_back_and_never_prints_its_passphrase() {
        let json = r#"{"id":7,"ask":{"ask":"sign_in","name":"ann","passphrase":"plum harbour"}}"#;
        let request: Request = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&request).unwrap(), json);
        assert!(!format!("{request:?}").contains("plum"));
        let ask = r#"{"id":8,"ask":{"ask":"sign_out"}}"#;
        assert!(matches!(
            serde_json::from_str::<Request>(ask).unwrap().ask,
            Ask::SignOut
        ));
    }

    #[test]
    fn answers_read_back() {
        for answer in [
            Answer::Done,
            Answer::Progress {
                opened: 1,
                total: 2,
            },
            Answer::Failed(Failure::TooMany { retry_after: 3 }),
            Answer::Failed(Failure::Quarantined(Quarantine::UnknownAuthor)),
            Answer::Failed(Failure::Note {
                note: WhichNote::Roster,
                fault: NoteFault::Unsigned,
            }),
            Answer::Deliveries(vec![]),
        ] {
            let response = Response { id: 1, answer };
            let json = serde_json::to_string(&response).unwrap();
            assert_eq!(serde_json::from_str::<Response>(&json).unwrap(), response);
        }
    }
}
