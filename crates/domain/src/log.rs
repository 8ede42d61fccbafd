//! The log of operations: what an officer did with personal data, for the auditors alone.
//!
//! The six operations of the Data Protection Act 2018 s.62. Nothing a reporter does is one of them: an
//! entry has a place for an officer and none for anybody else.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

use crate::calendar::Minute;
use crate::desk::{Desk, coded};
use crate::id::{DraftId, OfficerId, RecordId, ReportId};

/// Most desks one entry names as recipients.
pub const RECIPIENTS_MAX: usize = 16;
/// Most bytes of a purpose code.
pub const PURPOSE_MAX: usize = 32;

coded! {
    /// What is done, in the words of the Act.
    #[derive(Encode, Decode)]
    #[cbor(index_only)]
    Operation {
        /// An officer was given frames of the intake.
        #[n(0)]
        Collection = "collection", "Collection";
        /// Something kept was written, begun or finished.
        #[n(1)]
        Alteration = "alteration", "Alteration";
        /// Something kept was opened.
        #[n(2)]
        Consultation = "consultation", "Consultation";
        /// Something was sent to another desk, or to a reporter.
        #[n(3)]
        Disclosure = "disclosure", "Disclosure";
        /// Two things kept were put together.
        #[n(4)]
        Combination = "combination", "Combination";
        /// Something kept was deleted: by an officer, or by the service on its day.
        #[n(5)]
        Erasure = "erasure", "Erasure";
    }
}

coded! {
    /// What it is done with.
    #[derive(Encode, Decode)]
    #[cbor(index_only)]
    ObjectKind {
        /// Frames of the intake; which of them is never written down.
        #[n(0)]
        Intake = "intake", "Intake";
        /// What a desk keeps.
        #[n(1)]
        Record = "record", "Record";
        /// A report to a desk.
        #[n(2)]
        Report = "report", "Report";
        /// A reply to a reporter; where it lies is never written down.
        #[n(3)]
        Reply = "reply", "Reply";
        /// A tip's files; which of them is never written down, since a record's seal names them.
        #[n(4)]
        Files = "files", "Files";
        /// Numbers of cases, for everybody.
        #[n(5)]
        Sheet = "sheet", "Monthly sheet";
        /// Reports that wait for a second officer.
        #[n(6)]
        Draft = "draft", "Draft";
    }
}

/// What an operation is done with: its kind, and which one if that may be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Object {
    /// Which kind.
    #[n(0)]
    pub kind: ObjectKind,
    /// Which one.
    #[n(1)]
    pub id: Option<ByteArray<16>>,
}

impl Object {
    /// Records; which of them is not said, how many is.
    pub const RECORDS: Self = Self::unnamed(ObjectKind::Record);
    /// Reports; which of them is not said, how many is.
    pub const REPORTS: Self = Self::unnamed(ObjectKind::Report);
    /// Frames of the intake.
    pub const INTAKE: Self = Self::unnamed(ObjectKind::Intake);
    /// A reply to a reporter.
    pub const REPLY: Self = Self::unnamed(ObjectKind::Reply);
    /// Numbers of cases, for everybody.
    pub const SHEET: Self = Self::unnamed(ObjectKind::Sheet);
    /// A tip's files.
    pub const FILES: Self = Self::unnamed(ObjectKind::Files);

    const fn unnamed(kind: ObjectKind) -> Self {
        Self { kind, id: None }
    }

    fn named(kind: ObjectKind, id: [u8; 16]) -> Self {
        let id = Some(ByteArray::from(id));
        Self { kind, id }
    }
}

impl From<RecordId> for Object {
    fn from(id: RecordId) -> Self {
        Self::named(ObjectKind::Record, *id.as_bytes())
    }
}

impl From<ReportId> for Object {
    fn from(id: ReportId) -> Self {
        Self::named(ObjectKind::Report, *id.as_bytes())
    }
}

impl From<DraftId> for Object {
    fn from(id: DraftId) -> Self {
        Self::named(ObjectKind::Draft, *id.as_bytes())
    }
}

/// Who deletes what is over: no officer, the service itself, by the clock. An officer's id is cut from a hash,
/// and the server names itself in the officer's place; so it could for anything it wrote.
pub const THE_SERVICE: OfficerId = OfficerId::from_bytes([0; 16]);

/// The purpose of what [`THE_SERVICE`] does.
pub const RETENTION: &str = "retention";

/// One operation, written down before it is done: the entry says what an officer set out to do.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Entry {
    /// What is done.
    #[n(0)]
    pub operation: Operation,
    /// Who does it; [`THE_SERVICE`] if nobody.
    #[n(1)]
    pub officer: OfficerId,
    /// When.
    #[n(2)]
    pub minute: Minute,
    /// The desk they do it for.
    #[n(3)]
    pub desk: Desk,
    /// With what.
    #[n(4)]
    pub object: Object,
    /// The desks it goes to, if to any; at most [`RECIPIENTS_MAX`].
    #[n(5)]
    pub recipients: Vec<Desk>,
    /// What for: a code of `a-z-`, at most [`PURPOSE_MAX`] bytes.
    #[n(6)]
    pub purpose: String,
    /// How many, where one entry stands for several.
    #[n(7)]
    pub count: u32,
}

impl Entry {
    /// Whether it fits into its frame, whatever it says.
    pub fn is_sound(&self) -> bool {
        let plain = |b: u8| b.is_ascii_lowercase() || b == b'-';
        self.recipients.len() <= RECIPIENTS_MAX
            && (1..=PURPOSE_MAX).contains(&self.purpose.len())
            && self.purpose.bytes().all(plain)
    }
}
