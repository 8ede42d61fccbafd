//! Why something asked was not done. Never carries what was asked.

use serde::{Deserialize, Serialize};

use crate::desk::Desk;

/// Why something asked was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "is", content = "of")]
pub enum Failure {
    /// Nobody is signed in, or the session has ended.
    #[error("signed out")]
    SignedOut,
    /// The name or the passphrase is wrong; which one is not known.
    #[error("the name or the passphrase is wrong")]
    WrongNameOrPassphrase,
    /// The one-time code is wrong, used or too old.
    #[error("the invitation is not valid")]
    BadInvitation,
    /// The server could not be reached.
    #[error("the server could not be reached")]
    Unreachable,
    /// Too many requests: again in so many seconds.
    #[error("too many requests")]
    TooMany {
        /// Seconds to wait.
        retry_after: u32,
    },
    /// The role or the desks of this officer do not allow it.
    #[error("not allowed")]
    NotAllowed,
    /// It is not there, or no longer.
    #[error("not found")]
    NotFound,
    /// Another officer accepted this tip first.
    #[error("another officer was first")]
    AlreadyAccepted,
    /// The first part of this tip has not come, so it cannot be kept yet.
    #[error("its first part has not come")]
    Incomplete,
    /// Another officer works on this record.
    #[error("another officer works on it")]
    ClaimedByAnother,
    /// The claim is not held, or was taken over.
    #[error("the claim is not held")]
    ClaimLost,
    /// The record has moved on: open it again.
    #[error("the record has moved on")]
    VersionMoved,
    /// The record or report must be opened first.
    #[error("open it first")]
    NotOpened,
    /// Another officer of the desk acknowledged it before.
    #[error("acknowledged already")]
    AlreadyAcknowledged,
    /// Triage has taken this report back.
    #[error("it was taken back")]
    Recalled,
    /// Whoever took a report back cannot put it back.
    #[error("another officer has to put it back")]
    OwnRecall,
    /// It is not taken back.
    #[error("it is not taken back")]
    NotRecalled,
    /// This officer has taken as many reports back in this hour as one may.
    #[error("too many taken back in this hour")]
    TooManyRecalls,
    /// A note is not believed, so nothing can be sealed or checked against it.
    #[error("a signed note is not believed: {fault}")]
    Note {
        /// Which one.
        note: WhichNote,
        /// Why not.
        fault: NoteFault,
    },
    /// There is no key of this desk for this week or quarter: not wrapped to this officer yet.
    #[error("no key for this desk and period")]
    NoKey {
        /// The desk.
        desk: Desk,
        /// The week or quarter.
        period: String,
    },
    /// What came sealed is not what it must be, and is not shown.
    #[error("quarantined: {0}")]
    Quarantined(Quarantine),
    /// Whoever wrote a report cannot release it.
    #[error("another officer has to release it")]
    OwnDraft,
    /// A draft that its record does not say is waiting: withdrawn, returned, released, or never handed in.
    #[error("its record does not say that it waits")]
    NotAwaited,
    /// A draft of a week to which nothing is sealed any more: it has to be signed again.
    #[error("its week is over")]
    WeekOver,
    /// Every place where a reply to this reporter can wait is taken.
    #[error("all replies wait unread")]
    MailboxFull,
    /// The reply is on its way to the reporter, but the record could not be written that says so.
    #[error("the reply went out, but is not in the record")]
    ReplyNotKept,
    /// Another sheet of this month is published.
    #[error("a sheet of this month is published")]
    AlreadyPublished,
    /// This browser signed another count of the same month.
    #[error("another count of this month was signed here")]
    CountedOtherwise,
    /// The whole takes more room than its frames have.
    #[error("too large to be kept")]
    TooLarge,
    /// The server keeps things longer than anything may be kept, or deletes them before anybody could look.
    #[error("its days of keeping cannot be right")]
    UnsoundRetention,
    /// The server answered what it never should.
    #[error("unexpected answer")]
    Unexpected,
}

/// A signed note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhichNote {
    /// The public directory.
    Public,
    /// The staff directory.
    Staff,
    /// A desk's roster.
    Roster,
}

/// Why a note is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NoteFault {
    /// There is none.
    #[error("there is none")]
    Missing,
    /// Not in the expected form.
    #[error("not in the expected form")]
    Malformed,
    /// An authority's signature is missing or wrong.
    #[error("a signature is missing or wrong")]
    Unsigned,
    /// For another installation.
    #[error("another installation's")]
    WrongInstallation,
    /// Its first day is still to come.
    #[error("not yet valid")]
    NotYetValid,
    /// Its last day is over.
    #[error("expired")]
    Expired,
    /// A newer one has been seen.
    #[error("a newer one has been seen")]
    Older,
}

/// Why something sealed is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Quarantine {
    /// It does not open with the key it names, or is not in the expected form.
    #[error("it does not open")]
    Unreadable,
    /// Its author is in no roster that may write it.
    #[error("its author is not rostered")]
    UnknownAuthor,
    /// The author's signature is wrong.
    #[error("its signature is wrong")]
    BadSignature,
    /// It says it is another record, report or desk's.
    #[error("it is another's")]
    Another,
    /// It is an older version than one seen before.
    #[error("it is older than what was seen")]
    Older,
    /// Its parts were not written together, or its original was exchanged.
    #[error("its parts do not belong together")]
    Mixed,
    /// No second officer released it.
    #[error("no second officer released it")]
    NotReleased,
    /// The epoch secret is not the directory's.
    #[error("the key is not the directory's")]
    WrongKey,
}
