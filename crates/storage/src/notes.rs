//! Signed notes: kept and served, never made here.

use async_trait::async_trait;
use domain::Desk;

use crate::StoreError;

/// Which note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoteKind {
    /// The keys a reporter's browser needs.
    PublicDirectory,
    /// The keys of all other desks.
    StaffDirectory,
    /// The officers of one desk.
    Roster(Desk),
}

const ROSTER: &str = "roster/";

impl NoteKind {
    /// The code in columns.
    pub fn code(self) -> String {
        match self {
            Self::PublicDirectory => "public-directory".into(),
            Self::StaffDirectory => "staff-directory".into(),
            Self::Roster(desk) => format!("{ROSTER}{desk}"),
        }
    }

    /// Finds the kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "public-directory" => Some(Self::PublicDirectory),
            "staff-directory" => Some(Self::StaffDirectory),
            other => Some(Self::Roster(other.strip_prefix(ROSTER)?.parse().ok()?)),
        }
    }
}

/// A note as its authorities signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredNote {
    /// Which note.
    pub kind: NoteKind,
    /// Its serial; a later note has a greater one.
    pub serial: u64,
    /// The whole signed text.
    pub text: String,
}

/// Why a note was not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PutNoteError {
    /// A note of this kind with a greater serial is kept, or another text with the same.
    #[error("not newer than the note that is kept")]
    NotNewer,
    /// The serial is beyond 2⁶³ - 1.
    #[error("the serial is too great")]
    SerialTooGreat,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The newest note of each kind.
#[async_trait]
pub trait NoteStore: Send + Sync {
    /// Keeps a note in place of an older one; the very same note again is no error.
    async fn put_note(&self, note: StoredNote) -> Result<(), PutNoteError>;

    /// The note of this kind.
    async fn note(&self, kind: NoteKind) -> Result<Option<StoredNote>, StoreError>;

    /// The rosters of all desks that have one, by desk name.
    async fn rosters(&self) -> Result<Vec<StoredNote>, StoreError>;
}
