//! What alarms look at: when desks were last here, and which records nobody works on.

use async_trait::async_trait;
use domain::{Desk, Hour, Minute, RecordId, UnixSeconds};

use crate::StoreError;

/// When a desk last had everything that waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeskSeen {
    /// The desk.
    pub desk: Desk,
    /// The minute. It tells of officers, never of reporters.
    pub at: Minute,
}

/// What alarms look at.
#[async_trait]
pub trait WatchStore: Send + Sync {
    /// Notes that an officer of this desk was handed everything that waits for it, and takes back the
    /// mails that would say otherwise: of the kinds [`IntakeNotFetched`](crate::MailKind) and
    /// [`DeskAbsent`](crate::MailKind), for either audience.
    async fn desk_seen(&self, desk: Desk, now: Minute) -> Result<(), StoreError>;

    /// When each desk was last seen, by desk name; desks that never were are left out.
    async fn desks_seen(&self) -> Result<Vec<DeskSeen>, StoreError>;

    /// Every open record nobody works on now, by desk name.
    async fn unclaimed(&self, now: UnixSeconds) -> Result<Vec<(Desk, RecordId)>, StoreError>;

    /// Notes that a test tip arrived that was sent in this hour; one sent before the newest changes
    /// nothing.
    async fn canary_arrived(&self, sent: Hour) -> Result<(), StoreError>;

    /// When the newest test tip was sent of those that arrived.
    async fn newest_canary(&self) -> Result<Option<Hour>, StoreError>;
}
