//! What the console shows.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{FollowUp, NoteFault, Passphrase, WhichNote};
use crate::answers::{Answers, Area, Danger, Knows};
use crate::bundle::FileKind;
use crate::calendar::{Day, Hour, UnixSeconds};
use crate::category::Category;
use crate::clocks::Clocks;
use crate::desk::{Desk, Role, Standing};
use crate::id::{InstallationId, OfficerId, RecordId, ThreadId, TipId};
use crate::message::Message;
use crate::priority::Priority;
use crate::report::Report;
use crate::retention::{Due, Retention};
use crate::tip::{Language, ReplySlot, SealPath};
use crate::wire::{ClaimRow, DeliveryRow};
use crate::work::{HandedOver, History, Routing, Since, ThreatState, Work, WorkState};

/// A new officer: shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// The name to sign in with.
    pub name: String,
    /// The passphrase to write down; it is nowhere else.
    pub passphrase: Passphrase,
    /// Six words to be read to whoever approves the card.
    pub fingerprint: String,
}

impl fmt::Debug for Enrolled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Enrolled")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// Who is signed in, and what can be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The officer.
    pub officer: OfficerId,
    /// The sign-in name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The installation.
    pub inst: InstallationId,
    /// When the session ends whatever happens.
    pub until: UnixSeconds,
    /// Seconds without anybody at the console after which it locks itself.
    pub idle: u32,
    /// How long tips of each priority may wait.
    pub clocks: Clocks,
    /// How long desks keep things.
    #[serde(default)]
    pub retention: Retention,
    /// The six words of one's own card, to be read to whoever approves it.
    pub fingerprint: String,
    /// The desks the officer may work on; none until approved.
    pub desks: Vec<DeskKeys>,
    /// Desks that take reports and in whose believed roster is nobody who could open one; known at
    /// triage only.
    pub unstaffed: Vec<Desk>,
    /// Notes that are not believed; nothing is sealed or shown by them.
    pub notes: Vec<(WhichNote, NoteFault)>,
    /// Keys that were offered and refused.
    pub refused_keys: u32,
}

/// A desk and its open keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskKeys {
    /// The desk.
    pub desk: Desk,
    /// Whether the officer is in the desk's roster, as this browser verified it.
    pub rostered: bool,
    /// The weeks and quarters whose keys are open, such as `2026-W47`, `2026-Q4`.
    pub periods: Vec<String>,
}

/// What a fetch of the intake brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intake {
    /// New tips and tips that got another part; after a fresh start, every waiting tip.
    pub tips: Vec<TipView>,
    /// Tips shown earlier that wait no longer: another officer took them, or their days are over.
    pub gone: Vec<TipId>,
    /// Frames that did not open, in all.
    pub unopened: u32,
    /// Whether that count has jumped with this fetch: somebody may be sending rubbish, or a key is
    /// wrong.
    pub unopened_jumped: bool,
    /// Frames still to be fetched.
    pub remaining: u32,
}

/// Whether a reporter can be replied to, and what they say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CanReply {
    /// They have no phrase.
    No,
    /// They come back with a phrase, and did not say that a reply is safe.
    NotSafe,
    /// They come back with a phrase, and say that a reply is safe.
    Safe,
}

impl CanReply {
    /// By what came with a tip.
    pub fn of(reply: Option<&ReplySlot>) -> Self {
        match reply.map(|reply| reply.safe) {
            None => Self::No,
            Some(false) => Self::NotSafe,
            Some(true) => Self::Safe,
        }
    }
}

/// A tip, opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TipView {
    /// The tip.
    pub tip: TipId,
    /// The day its first part came.
    pub day: Day,
    /// Since when it waits.
    pub since: Since,
    /// The structured answers; none while part 1 is missing.
    pub answers: Option<Answers>,
    /// The free text, parts joined.
    pub story: String,
    /// The language of the form.
    pub lang: Language,
    /// How the reporter knows.
    pub knows: Knows,
    /// Where it was sealed.
    pub path: SealPath,
    /// The reporter's own clock, to the hour.
    pub hour: Hour,
    /// How many parts it has.
    pub parts: u8,
    /// The parts that have not come.
    pub missing: Vec<u8>,
    /// The conversation it belongs to.
    pub thread: ThreadId,
    /// Whether the reporter comes back for a reply.
    pub reply: CanReply,
    /// Whether there are attachments.
    pub has_files: bool,
    /// Whether a champion's token came with it.
    pub has_token: bool,
}

impl TipView {
    /// See [`Answers::own_words`].
    pub fn own_words(&self) -> String {
        let answers = self.answers.as_ref();
        answers.map_or_else(
            || self.story.clone(),
            |answers| answers.own_words(&self.story),
        )
    }
}

/// A file that came with a tip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileView {
    /// Its place, from 1.
    pub number: usize,
    /// What it is.
    pub kind: FileKind,
    /// How long it is, as it is handed on.
    pub bytes: u32,
    /// Of a picture: its width and height.
    pub pixels: Option<(u32, u32)>,
}

/// A record in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardView {
    /// The record.
    pub record: RecordId,
    /// The day it was accepted.
    pub day: Day,
    /// Counts up with every write.
    pub version: u32,
    /// Whether work on it is over: what the card says, or the server of a card that is not shown.
    pub closed: bool,
    /// The day after which it goes; none while work is not over.
    #[serde(default)]
    pub review: Option<Day>,
    /// Why it is to be reviewed now, if it is.
    #[serde(default)]
    pub due: Option<Due>,
    /// Who works on it, if anybody.
    pub claim: Option<ClaimRow>,
    /// Whether that is this officer. To write in a new session, claim again.
    pub mine: bool,
    /// What the card says; none with the reason if it is not shown.
    pub card: Result<CardFace, super::Failure>,
}

/// What a card says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardFace {
    /// How urgent, once triage has said so.
    pub priority: Option<Priority>,
    /// The threat category.
    pub category: Category,
    /// The areas ticked by the reporter.
    pub areas: Vec<Area>,
    /// Whether the reporter said somebody is in danger.
    pub danger: Danger,
    /// Since when the tip waits.
    pub since: Since,
    /// How far the work has come.
    pub state: WorkState,
    /// The report's title.
    pub title: String,
    /// A note for colleagues.
    pub note: String,
    /// The conversation, if its reporter comes back with a phrase.
    pub thread: Option<ThreadId>,
    /// How far a threat to life has come, if there is or may be one.
    pub threat: Option<ThreatState>,
    /// Who is to work on it next, until they do.
    pub handed: Option<HandedOver>,
    /// The supervisor who agreed with its closing.
    pub agreed: Option<OfficerId>,
    /// Whether this officer, a supervisor, is to look at its closing.
    pub to_check: bool,
    /// How many reports went out.
    pub routed: u32,
    /// How many of them are acknowledged, as of the newest deliveries fetched.
    pub acknowledged: u32,
    /// How many of them were taken back, as of the newest deliveries fetched.
    pub recalled: u32,
}

/// A claim one holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claimed {
    /// The record.
    pub record: RecordId,
    /// When it ends unless renewed.
    pub until: UnixSeconds,
}

/// A record, opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordView {
    /// The desk it is kept at.
    pub desk: Desk,
    /// The record.
    pub record: RecordId,
    /// Counts up with every write.
    pub version: u32,
    /// The tip as it came.
    pub original: TipView,
    /// What it shows of its conversation.
    pub follow_up: FollowUp,
    /// The work on it.
    pub work: Work,
    /// What was done.
    pub history: History,
    /// Where it went, with how far that has come.
    pub routings: Vec<RoutingView>,
    /// Whether this officer closed it a moment ago, and may take that back.
    #[serde(default)]
    pub may_undo: bool,
    /// Whether this officer, a supervisor, is to look at its closing.
    #[serde(default)]
    pub to_check: bool,
    /// Who wrote this version.
    pub author: OfficerId,
    /// Whether they are still an officer of the desk.
    pub standing: Standing,
}

/// A routing and its delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoutingView {
    /// What triage did.
    pub routing: Routing,
    /// What became of it; none if it never arrived: route it again.
    pub delivery: Option<DeliveryRow>,
}

/// A report in a desk's inbox. The title is known only once it was opened in this session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InboxRow {
    /// What the server knows.
    pub delivery: DeliveryRow,
    /// What the report says, if it was opened.
    pub heading: Option<Heading>,
    /// What it says if it is a message, and was opened.
    #[serde(default)]
    pub message: Option<Message>,
}

/// The head of an opened report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The reference officers quote.
    pub reference: String,
    /// How urgent.
    pub priority: Priority,
    /// The threat category.
    pub category: Category,
    /// One line that says what it is.
    pub title: String,
    /// The grade of the whole, such as `2DP`.
    pub grade: String,
}

/// A report, opened and its author's signature verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportView {
    /// What it says.
    pub report: Report,
    /// Whether its author is still an officer of the desk that sent it.
    pub standing: Standing,
    /// The second officer who released it.
    pub released_by: OfficerId,
    /// What the server knows of its delivery, as of the newest list fetched.
    pub delivery: Option<DeliveryRow>,
}
