//! What the console asks.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    DraftDeed, ReviewDeed, SentDeed, SignpostDeed, Subject, ToExport, Together, TraceDeed,
};
use crate::calendar::Month;
use crate::case::Deed;
use crate::desk::Desk;
use crate::id::{OfficerId, RecordId, ReportId, TipId};
use crate::tip::Language;
use crate::work::{CloseReason, Signpost, Translation, Work};

/// A question with the number its answer will carry.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Request {
    /// Drawn by the console, never twice.
    pub id: u32,
    /// The question.
    pub ask: Ask,
}

/// A passphrase or one-time code on its way through. It does not print.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Passphrase(String);

impl Passphrase {
    /// Wraps the text.
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text. Say why beside every use.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Gives the text away, to be wiped by whoever takes it.
    pub fn into_inner(self) -> String {
        self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// A question to the opener.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "ask")]
pub enum Ask {
    /// Draw a passphrase, register, hand in a card. → `Enrolled`
    Enrol {
        /// The one-time code.
        invitation: Passphrase,
    },
    /// Sign in, fetch notes and keys. → `Me`
    SignIn {
        /// The sign-in name.
        name: String,
        /// The passphrase, as the officer typed it.
        passphrase: Passphrase,
    },
    /// Forget everything, here and at the server. End the worker after the answer. → `Done`
    SignOut,
    /// Forget everything here, and end every session of this officer at the server. → `Done`
    SignOutEverywhere,
    /// End the session and forget its keys, but keep this text, sealed to the officer's own key, until
    /// they unlock; also after the server has ended the session. → `Done`
    Lock {
        /// What the officer was writing; nothing keeps what was sealed before.
        keep: Option<String>,
    },
    /// Sign in again as whoever was signed in when it was locked. → `Unlocked`
    Unlock {
        /// The passphrase, as the officer typed it.
        passphrase: Passphrase,
    },
    /// Who is signed in and which keys are open; asks the server nothing. → `Me`
    Me,
    /// Fetch notes and keys anew: after an approval, and each hour. → `Me`
    Refresh,
    /// Fetch frames not yet seen and open them. → `Progress`…, `Intake`
    FetchIntake {
        /// Begin again: the answer then holds every waiting tip.
        afresh: bool,
        /// Somebody used the console just now.
        attended: bool,
    },
    /// Keep a tip in triage's vault and claim it; the first wins. → `Accepted`
    Accept {
        /// The tip, from [`super::Intake`].
        tip: TipId,
    },
    /// Take spam out of the intake: it is kept as a closed record. → `Done`, or `NotReady` if its
    /// reporter spoke of danger
    Discard {
        /// The tip.
        tip: TipId,
    },
    /// The cards of a desk's vault. → `Cards`
    ListCards {
        /// The desk.
        desk: Desk,
    },
    /// Claim a record, or make one's claim last longer. → `Claimed`
    Claim {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
    },
    /// Give a claim up. → `Done`
    Release {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
    },
    /// Open a record. → `Record`
    OpenRecord {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
        /// Why, for the log: `triage`, `review`, `supervision`.
        purpose: String,
    },
    /// Seal and save the work on an opened, claimed record. Routings and state are the opener's:
    /// what stands in `work` there is ignored. → `Saved`
    SaveDraft {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
        /// The work as it stands.
        work: Box<Work>,
        /// The text in English as it stands, if there is one.
        translation: Option<Translation>,
    },
    /// What a tip names, and which others name the same or say the same. Reads only some of many
    /// tips at once: ask again until none is left. → `Related`
    Related {
        /// Which tip.
        of: Subject,
    },
    /// Do something about an opened, claimed record and another that is about the same. → `Record`, or
    /// `NotReady` if the other may not be closed
    OnAnother {
        /// The desk.
        desk: Desk,
        /// The record, and the other.
        of: (RecordId, RecordId),
        /// What.
        deed: Together,
    },
    /// Fetch and open the files of a tip that waits, or of an opened record: those of one tip are open at
    /// a time. → `Files`
    OpenFiles {
        /// The tip.
        tip: TipId,
    },
    /// Wipe the files that are open. → `Done`
    CloseFiles,
    /// Undo an acceptance: the record goes, the tip waits in the intake again. Not once it was
    /// routed. → `Done`
    PutBack {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
    },
    /// The colleagues at a desk. → `Colleagues`
    Colleagues {
        /// The desk.
        desk: Desk,
    },
    /// Hand an opened, claimed record to a colleague: the claim is given up. → `Done`
    HandOver {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
        /// The colleague.
        to: OfficerId,
        /// Why.
        reason: String,
    },
    /// Take a record from whoever works on it, as a supervisor. → `Record`
    TakeBack {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
        /// Why.
        reason: String,
    },
    /// Take everything back that a colleague works on or was handed, as a supervisor: they leave, or are off.
    /// → `TakenAll`
    TakeAll {
        /// The desk.
        desk: Desk,
        /// The colleague.
        from: OfficerId,
        /// Who is to work on it next, if that is decided.
        to: Option<OfficerId>,
        /// Why.
        reason: String,
    },
    /// Close an opened, claimed record without a report. → `Record` or `NotReady`
    Close {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
        /// Why.
        reason: CloseReason,
        /// What there is to say of it; may be empty.
        note: String,
    },
    /// Take the closing of an opened record back: at once by whoever closed it, unless a supervisor has
    /// agreed, or as a supervisor with a reason. → `Record`
    Reopen {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
        /// Why; may be empty for whoever closed it.
        reason: String,
    },
    /// Agree with the closing of an opened record, as a supervisor. → `Record`
    Agree {
        /// The desk.
        desk: Desk,
        /// The record.
        record: RecordId,
    },
    /// Decide how long something is kept. → `Postponed`, or `Done` if it is erased
    Review {
        /// The desk.
        desk: Desk,
        /// The record or the case.
        record: RecordId,
        /// What is decided.
        deed: ReviewDeed,
    },
    /// Seal a reply to the reporter of an opened, claimed record, sign it for the desk, and hand it in.
    /// → `Record`
    Reply {
        /// The desk that replies.
        desk: Desk,
        /// The record.
        record: RecordId,
        /// What is said.
        text: String,
        /// The language it is said in.
        lang: Language,
    },
    /// Decide where the reporter of an opened, claimed record, or somebody at risk, is pointed to or referred.
    /// → `Record`, or `NotReady` if something must be said of it first
    Signpost {
        /// The desk.
        desk: Desk,
        /// The record, and where.
        of: (RecordId, Signpost),
        /// What is decided.
        deed: Box<SignpostDeed>,
    },
    /// Make the report, sign one for each desk, and hand them in for a second officer to release.
    /// → `Record` or `NotReady`. After a failure open the record again: withdraw, and send again.
    Route {
        /// The desk that routes.
        desk: Desk,
        /// The record.
        record: RecordId,
        /// The work as it stands.
        work: Box<Work>,
    },
    /// Do something with what waits for a second officer. → `Drafts`, or `Record` when it is withdrawn
    OnDrafts {
        /// What.
        deed: DraftDeed,
    },
    /// Do something about what was sent from an opened record, which is claimed for it. → `Record`
    OnSent {
        /// The desk that sent it.
        desk: Desk,
        /// The record.
        record: RecordId,
        /// What.
        deed: SentDeed,
    },
    /// How far everything triage sent has come. → `Deliveries`
    Deliveries,
    /// Do something with what was sent of tips whose records are gone. → `Traces`
    OnTraces {
        /// What.
        deed: TraceDeed,
    },
    /// A desk's reports. → `Inbox`
    Inbox {
        /// The desk.
        desk: Desk,
    },
    /// Open a report, verify its author. → `Report`
    OpenReport {
        /// The desk.
        desk: Desk,
        /// The report.
        report: ReportId,
        /// Why, for the log: `action`, `review`.
        purpose: String,
    },
    /// Take an opened report on: it is acknowledged, and kept as a case. → `Acknowledged`
    Acknowledge {
        /// The desk.
        desk: Desk,
        /// The report.
        report: ReportId,
    },
    /// Write to another desk about a report. → `Done`
    WriteMessage {
        /// The desk that writes.
        from: Desk,
        /// The desk it is for.
        to: Desk,
        /// The reference of the report it is about.
        reference: String,
        /// That report, if the desk has it.
        report: Option<ReportId>,
        /// The text.
        text: String,
        /// The message it answers, which is marked as answered.
        answers: Option<ReportId>,
    },
    /// A desk's cases. → `Cases`
    ListCases {
        /// The desk.
        desk: Desk,
    },
    /// Open a case. → `Case`
    OpenCase {
        /// The desk.
        desk: Desk,
        /// The record it is kept in.
        record: RecordId,
        /// Why, for the log: `action`, `review`.
        purpose: String,
    },
    /// Do something with an opened case: it is claimed for that moment. → `Case` or `NotDone`
    OnCase {
        /// The desk.
        desk: Desk,
        /// The record it is kept in.
        record: RecordId,
        /// What.
        deed: Box<Deed>,
    },
    /// Give the report of an opened case, or one that an opened record of triage was sent as, to another
    /// force or agency: a signed file. → `Exported` or `NotDone`
    Export {
        /// Which, and to whom.
        what: Box<ToExport>,
    },
    /// Count what came of a district's cases in a month that is over. → `Sheet`
    MakeSheet {
        /// The district's desk.
        desk: Desk,
        /// The month.
        month: Month,
    },
    /// Sign for the desk what was counted, without what is small, and publish it, as a supervisor. → `Done`
    PostSheet {
        /// The district's desk.
        desk: Desk,
        /// The month.
        month: Month,
    },
    /// The officers of the installation. → `Officers`
    Officers,
}
