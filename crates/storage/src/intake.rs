//! The intake: reporters' frames, known by a random id and a day.

use std::collections::BTreeSet;

use async_trait::async_trait;
use domain::{Day, Desk, IntakeId, OfficerId, SealedFrame, UnixSeconds};
use sha2::{Digest, Sha256};

use crate::{HeldClaim, Lease, NewRecord, PartsNonce, StoreError};

/// SHA-256 of a frame: tells a resend from a new frame, joined to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SeenHash([u8; 32]);

impl SeenHash {
    /// The hash of this frame.
    pub fn of(frame: &SealedFrame) -> Self {
        Self(Sha256::digest(frame.as_bytes()).into())
    }

    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Who looks at the intake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntakeView {
    /// Triage: what triage has not accepted yet.
    Triage,
    /// The corruption desks: every frame, since acceptance must not tell which frames are theirs.
    Corruption,
}

/// One frame of the intake, without the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IntakeEntry {
    /// Its random id.
    pub id: IntakeId,
    /// The day it came.
    pub day: Day,
}

/// One frame of the intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntakeFrame {
    /// Its random id.
    pub id: IntakeId,
    /// The day it came.
    pub day: Day,
    /// What the reporter's browser sealed.
    pub frame: SealedFrame,
}

/// How many frames came on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCount {
    /// The day.
    pub day: Day,
    /// The frames of that day still held.
    pub frames: u64,
}

/// An officer takes a tip out of the intake.
#[derive(Debug, Clone)]
pub struct Acceptance {
    /// Every part of the tip.
    pub parts: Vec<IntakeId>,
    /// To be shown again if the tip is put back.
    pub nonce: PartsNonce,
    /// Who accepts.
    pub officer: OfficerId,
    /// When; only the claim remembers more than the day.
    pub now: UnixSeconds,
    /// The vault record made of the tip, spam or not: nothing leaves the intake without a trace.
    pub record: NewRecord,
}

/// What a record tells the server of the frames it was made of: SHA-256(nonce || ids ascending, eight
/// bytes each, big-endian). Whoever puts the tip back shows both, so nobody can delete a record
/// against other frames; without the nonce it confirms no guess at which frames they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartsHash(pub [u8; 32]);

impl PartsHash {
    /// What a record has that was made of no frame: no nonce leads to it.
    pub const NONE: Self = Self([0; 32]);

    /// The hash over these parts, in any order, each counted once.
    pub fn of(nonce: &PartsNonce, parts: &[IntakeId]) -> Self {
        let distinct: BTreeSet<_> = parts.iter().collect();
        let mut hash = Sha256::new_with_prefix(nonce.as_bytes());
        for part in distinct {
            hash.update(part.get().to_be_bytes());
        }
        Self(hash.finalize().into())
    }
}

/// Why frames were not shuffled in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShuffleError {
    /// A drawn id is in use: draw anew.
    #[error("an intake id is taken")]
    IdTaken,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a tip was not accepted; nothing of it is stored then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AcceptError {
    /// Another officer was first with at least one part.
    #[error("accepted by another officer")]
    AlreadyAccepted,
    /// A part is not in the intake (its day may have expired), or no part was named.
    #[error("not in the intake")]
    NotInIntake,
    /// A record has this id already.
    #[error("the record id is taken")]
    RecordIdTaken,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a tip was not put back; nothing changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PutBackError {
    /// The record does not exist at this desk.
    #[error("no such record")]
    NotFound,
    /// The claim was released, taken back or claimed anew.
    #[error("the claim is no longer held")]
    ClaimLost,
    /// These are not the parts, or not the nonce, the record was made with.
    #[error("not what the record was made of")]
    NotItsParts,
    /// A named part has left the intake, so deleting the record would lose the tip.
    #[error("no longer in the intake")]
    FrameGone,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What came and was not yet forgotten. Nobody deletes one frame; whole days expire.
#[async_trait]
pub trait IntakeStore: Send + Sync {
    /// Which of these frames came before, in the order asked.
    async fn seen(&self, hashes: &[SeenHash]) -> Result<Vec<bool>, StoreError>;

    /// Stores a window's frames and their hashes; a frame seen before is passed over, so handing over
    /// a window twice stores it once. Answers how many were new.
    async fn shuffle_in(
        &self,
        frames: Vec<(IntakeId, SealedFrame)>,
        day: Day,
    ) -> Result<u64, ShuffleError>;

    /// Every frame this view may fetch, in id order, which is random.
    async fn intake_ids(&self, view: IntakeView) -> Result<Vec<IntakeEntry>, StoreError>;

    /// These frames, in id order; what the view may not fetch or no longer exists is left out.
    async fn intake_frames(
        &self,
        view: IntakeView,
        ids: &[IntakeId],
    ) -> Result<Vec<IntakeFrame>, StoreError>;

    /// How many frames each day still has, oldest first.
    async fn intake_count_by_day(&self) -> Result<Vec<DayCount>, StoreError>;

    /// Accepts every part of a tip for triage, stores its record and claims it for the officer: all or
    /// nothing, the first wins. Which record came of which frame is not stored.
    async fn accept(&self, acceptance: Acceptance) -> Result<Lease, AcceptError>;

    /// Undoes an acceptance: deletes the record with its wrapper and serves the parts to triage again.
    /// Takes exactly the parts and the nonce of that acceptance.
    async fn put_back(
        &self,
        held: HeldClaim,
        parts: &[IntakeId],
        nonce: &PartsNonce,
    ) -> Result<(), PutBackError>;

    /// Forgets which record was accepted together with which frames, as far as what was written tells.
    /// Done after each window; what cannot be forgotten now, because somebody reads, goes later.
    async fn forget_acceptances(&self) -> Result<(), StoreError>;

    /// Copies the frames of days before this one in id order and drops the old rows, so that a frame's
    /// place on disk tells its window no longer. Answers how many moved.
    async fn settle_intake(&self, before: Day) -> Result<u64, StoreError>;

    /// Deletes frames, acceptances and hashes of days before this one. Answers how many frames went.
    async fn purge_intake(&self, before: Day) -> Result<u64, StoreError>;
}

impl IntakeView {
    /// The view a desk has of the intake; none for desks that only receive reports.
    pub const fn of(desk: Desk) -> Option<Self> {
        match desk {
            Desk::Triage => Some(Self::Triage),
            Desk::CorruptionA | Desk::CorruptionB => Some(Self::Corruption),
            Desk::Bronze(_) | Desk::Team(_) | Desk::Silver => None,
        }
    }
}
