//! One `Store`, its errors, and the conformance suite every backend passes.
//!
//! One method = one transaction = one sentence. Everything readable stays coarse: what concerns the
//! intake knows the day only; seconds exist for sessions, invitations and claims. Every sealed row
//! names the key it was sealed to. A backend's failure is one [`StoreError`] that carries nothing a
//! person typed; what can go wrong in the trade is a variant of the operation's own error.
//!
//! `Arc<dyn Store>` has every method of the parts below without importing them.

mod claims;
pub mod columns;
#[cfg(feature = "conformance")]
pub mod conformance;
mod drafts;
mod error;
mod installation;
mod intake;
mod log;
mod notes;
mod officers;
mod outbox;
mod replies;
mod reports;
mod sealed;
mod sessions;
mod sheets;
mod traces;
mod vault;
mod watch;
mod wrappers;

pub use claims::{Claim, ClaimError, HeldClaim, HeldClaimError, Lease, LeaseNumber};
pub use drafts::{
    DraftRelease, DraftRow, DraftStore, NewDraft, PutDraftError, ReleaseDraftError, ReleasedReport,
    TakenBack,
};
pub use error::StoreError;
pub use installation::{InstallationStore, SetInstallationError};
pub use intake::{
    AcceptError, Acceptance, DayCount, IntakeEntry, IntakeFrame, IntakeStore, IntakeView,
    PartsHash, PutBackError, SeenHash, ShuffleError,
};
pub use log::{LOG_YEARS, LogStore, OperationsLog, RecordError};
pub use notes::{NoteKind, NoteStore, PutNoteError, StoredNote};
pub use officers::{
    CodeHash, EnrolError, Enrolment, Invitation, InviteError, NotAName, Officer, OfficerError,
    OfficerName, OfficerState, OfficerStore,
};
pub use outbox::{
    Audience, LeasedMail, Mail, MailKind, MailLease, MailState, NotSent, OutboxMail, OutboxStore,
    PutMail, Slot,
};
pub use replies::{NewReply, PutReplyError, ReadSlot, ReplyStore};
pub use reports::{
    AcknowledgeError, DeliverError, Delivery, DeliveryState, NewReport, NotAReference,
    OpenReportError, OpenedReport, RECALLS_AN_HOUR, Recall, RecallError, Reference, ReportStore,
    Restore, RestoreError,
};
pub use sealed::{
    LogFrame, OfficerCard, OpaqueRecord, PartsNonce, SealedCard, SmallAgeFile, WrongSealedLength,
};
pub use sessions::{NewSession, SessionStore, SignedIn, StartSessionError, TokenHash};
pub use sheets::{PutSheetError, SheetStore, StoredSheet};
pub use traces::{KeepTraceError, Trace, TraceStore};
pub use vault::{
    CardRow, KeepError, NewRecord, RecordRewrite, RecordState, RecordVersion, Review, RewrapError,
    StoredRecord, VaultStore, VersionHash, WriteRecordError,
};
pub use watch::{DeskSeen, WatchStore};
pub use wrappers::{DestroyEpochError, EpochWrapper, WrapperStore};

/// Everything the service keeps, whichever database keeps it.
pub trait Store:
    InstallationStore
    + IntakeStore
    + VaultStore
    + TraceStore
    + ReportStore
    + DraftStore
    + ReplyStore
    + NoteStore
    + WrapperStore
    + OfficerStore
    + SessionStore
    + OutboxStore
    + WatchStore
    + LogStore
    + SheetStore
{
}

impl<T> Store for T where
    T: InstallationStore
        + IntakeStore
        + VaultStore
        + TraceStore
        + ReportStore
        + DraftStore
        + ReplyStore
        + NoteStore
        + WrapperStore
        + OfficerStore
        + SessionStore
        + OutboxStore
        + WatchStore
        + LogStore
        + SheetStore
{
}
