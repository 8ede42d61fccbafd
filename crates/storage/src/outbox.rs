//! The outbox: mails that say something may be waiting, until a mail server has taken them.
//!
//! A mail is known by whom it is for and why, so at most one of each waits, however long the mail
//! server is away. Neither addresses nor texts are kept: those are settings, and the text is always the
//! same. Times are minutes, and only those that trying again needs.

use async_trait::async_trait;
use domain::{Desk, Minute};

use crate::StoreError;

/// Who reads a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// The officers of the desk.
    Desk,
    /// Those who are told when the desk does not answer.
    Supervisors,
}

impl Audience {
    /// Everybody who reads mails.
    pub const ALL: &'static [Self] = &[Self::Desk, Self::Supervisors];

    /// The code in columns.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Supervisors => "supervisors",
        }
    }

    /// Finds the audience with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }
}

/// Why a mail is sent. The mail itself does not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MailKind {
    /// It is the time for it.
    Digest,
    /// Frames are visible and the desk does not fetch them.
    IntakeNotFetched,
    /// A record with work to do has nobody who works on it.
    RecordUnclaimed,
    /// A report that its author signed has nobody who releases it.
    DraftWaiting,
    /// The desk has not been seen for days.
    DeskAbsent,
    /// The desk was handed everything, and no test tip that was sent lately was in it.
    CanaryMissing,
    /// Triage took a report back from the desk, or, if it is triage's, from any.
    ReportRecalled,
}

impl MailKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Digest,
        Self::IntakeNotFetched,
        Self::RecordUnclaimed,
        Self::DraftWaiting,
        Self::DeskAbsent,
        Self::CanaryMissing,
        Self::ReportRecalled,
    ];

    /// The code in columns.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::IntakeNotFetched => "intake_not_fetched",
            Self::RecordUnclaimed => "record_unclaimed",
            Self::DraftWaiting => "draft_waiting",
            Self::DeskAbsent => "desk_absent",
            Self::CanaryMissing => "canary_missing",
            Self::ReportRecalled => "report_recalled",
        }
    }

    /// Finds the kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// A mail, known by whom it is for and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mail {
    /// The desk it is about.
    pub desk: Desk,
    /// Who reads it.
    pub audience: Audience,
    /// Why it is sent.
    pub kind: MailKind,
}

impl Mail {
    /// Minutes a sender has for a mail before another may try.
    pub const LEASE_MINUTES: i64 = 10;

    /// A minute further ahead than this was written by a clock that has since been set back, and
    /// keeps no mail waiting.
    pub const FURTHEST_MINUTES: i64 = 24 * 60;
}

/// When a mail belongs, counted in whatever its kind repeats by; so that several servers with the
/// same thought send one mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Its number.
    pub number: i64,
    /// Another of its kind is too soon if its slot's number is less than this away, before or after.
    pub apart: i64,
}

/// What became of a mail that was put into the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutMail {
    /// It waits to be sent.
    Waits,
    /// One of its kind waits already, and does for both.
    WaitsAlready,
    /// One of its kind was put there too short a time ago.
    TooSoon,
}

/// Counts the leases on one mail; a lease ends with the first answer, or when another takes the mail.
/// What is said under an old number is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailLease(pub u32);

/// A mail somebody is about to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeasedMail {
    /// The mail.
    pub mail: Mail,
    /// How often it was taken to be sent, this time included.
    pub attempts: u32,
    /// To be shown when it is sent or not.
    pub lease: MailLease,
}

/// What becomes of a mail that could not be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSent {
    /// It is tried again, not before this minute.
    RetryAt(Minute),
    /// It is not tried again until somebody says so or the next of its kind comes.
    Dead,
}

/// How a mail in the outbox stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MailState {
    /// It is to be sent.
    Waiting,
    /// It was given up.
    Dead,
}

impl MailState {
    /// Every state.
    pub const ALL: &'static [Self] = &[Self::Waiting, Self::Dead];

    /// The code in columns.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Dead => "dead",
        }
    }

    /// Finds the state with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// A mail in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutboxMail {
    /// The mail.
    pub mail: Mail,
    /// How it stands.
    pub state: MailState,
    /// How often it was taken to be sent.
    pub attempts: u32,
    /// When it is tried again, if it was tried before.
    pub next_try: Option<Minute>,
}

/// What is to be mailed. A mail that was sent leaves nothing but its slot.
#[async_trait]
pub trait OutboxStore: Send + Sync {
    /// Puts a mail into the outbox, unless it is too soon for another of its kind. One that waits does
    /// for both; a dead one is tried again from the beginning.
    async fn put_mail(&self, mail: Mail, slot: Slot) -> Result<PutMail, StoreError>;

    /// Takes up to so many mails that are due, each for [`Mail::LEASE_MINUTES`]; of two servers at once
    /// each gets others. A mail whose sender did not answer in that time is due again.
    async fn take_mails(&self, most: u32, now: Minute) -> Result<Vec<LeasedMail>, StoreError>;

    /// Takes a mail that was sent out of the outbox; under an old lease nothing happens.
    async fn mail_sent(&self, mail: Mail, lease: MailLease) -> Result<(), StoreError>;

    /// Notes that a mail was not sent; under an old lease nothing happens.
    async fn mail_not_sent(
        &self,
        mail: Mail,
        lease: MailLease,
        then: NotSent,
    ) -> Result<(), StoreError>;

    /// Takes a mail back that nobody needs any more and forgets its slot, so that the next of its kind
    /// is not too soon. Taking back what is not there is no error.
    async fn take_back_mail(&self, mail: Mail) -> Result<(), StoreError>;

    /// Every mail in the outbox, by desk name, audience and kind.
    async fn mails(&self) -> Result<Vec<OutboxMail>, StoreError>;

    /// How many mails are dead.
    async fn dead_mails(&self) -> Result<u64, StoreError>;

    /// Makes every dead mail due, as if it had never been tried. Answers how many.
    async fn revive_mails(&self) -> Result<u64, StoreError>;
}
