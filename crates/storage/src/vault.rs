//! The vault: what a desk keeps, three frames and a card each, under leases.

use async_trait::async_trait;
use domain::{Day, Desk, OfficerId, Quarter, RecordId, SealedFrame, UnixSeconds};
use sha2::{Digest, Sha256};

use crate::{
    Claim, ClaimError, HeldClaim, HeldClaimError, Lease, SealedCard, SmallAgeFile, StoreError,
};

/// Which state of a record: the first is 1, each write makes the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordVersion(pub u32);

impl RecordVersion {
    /// The version a record is accepted with.
    pub const FIRST: Self = Self(1);

    /// The version the next write makes.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// Chains a version to all before it: SHA-256(hash before || frames stored with it || card), zeros
/// before the first. Over sealed bytes only, so it confirms no guess at what they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct VersionHash(pub [u8; 32]);

impl VersionHash {
    /// What stands before the first version.
    pub const NONE: Self = Self([0; 32]);

    /// The hash of a version that follows this one: the first stores three frames, a later one two.
    #[must_use]
    pub fn then(self, frames: &[SealedFrame], card: &SealedCard) -> Self {
        let mut hash = Sha256::new_with_prefix(self.0);
        for frame in frames {
            hash.update(frame.as_bytes());
        }
        hash.update(card.as_bytes());
        Self(hash.finalize().into())
    }
}

/// Whether work on a record is over. Why is inside its seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordState {
    /// There is work to do.
    Open,
    /// Work is over.
    Closed,
}

impl RecordState {
    /// Every state.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Closed];

    /// The code in columns.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// Finds the state with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// What a version says of the day after which its record goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Review {
    /// Work is not over, so there is none.
    Open,
    /// Work is over: this day, unless it was over before and has one.
    Finished(Day),
    /// It was looked at, and is to go on this day, if that is later than the one it has.
    Postponed(Day),
}

impl Review {
    /// Whether work is over by it.
    pub const fn state(self) -> RecordState {
        match self {
            Self::Open => RecordState::Open,
            Self::Finished(_) | Self::Postponed(_) => RecordState::Closed,
        }
    }

    /// The day from now on, after the one there was.
    pub fn after(self, before: Option<Day>) -> Option<Day> {
        match self {
            Self::Open => None,
            Self::Finished(day) => before.or(Some(day)),
            Self::Postponed(day) => Some(before.map_or(day, |before| before.max(day))),
        }
    }
}

/// A record to be kept, at [`RecordVersion::FIRST`].
#[derive(Debug, Clone)]
pub struct NewRecord {
    /// Drawn by the officer's browser.
    pub id: RecordId,
    /// Whose vault.
    pub desk: Desk,
    /// The VAULT epoch the wrapper is sealed to.
    pub quarter: Quarter,
    /// The seed of the record's own identity, sealed to VAULT.
    pub wrapper: SmallAgeFile,
    /// Original; work; translation and history.
    pub frames: [SealedFrame; 3],
    /// What lists show.
    pub card: SealedCard,
    /// Closed at once if it is spam.
    pub state: RecordState,
    /// The day after which it may be deleted, if that is decided.
    pub review: Option<Day>,
}

/// The next version of a record.
#[derive(Debug, Clone)]
pub struct RecordRewrite {
    /// The version this one follows.
    pub expected: RecordVersion,
    /// Work; translation and history. The original stays as it was accepted.
    pub frames: [SealedFrame; 2],
    /// The new card.
    pub card: SealedCard,
    /// Whether work on it is over, and when it goes then.
    pub review: Review,
}

/// What lists show of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardRow {
    /// The record.
    pub id: RecordId,
    /// The VAULT epoch of the wrapper.
    pub quarter: Quarter,
    /// The seed, sealed to VAULT.
    pub wrapper: SmallAgeFile,
    /// The version the card belongs to.
    pub version: RecordVersion,
    /// The sealed card.
    pub card: SealedCard,
    /// Whether work on it is over.
    pub state: RecordState,
    /// The day it was accepted.
    pub day: Day,
    /// The day after which it may be deleted.
    pub review: Option<Day>,
    /// Who works on it now.
    pub claim: Option<Claim>,
}

/// A whole record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecord {
    /// What lists show of it.
    pub row: CardRow,
    /// Chains this version to all before it.
    pub hash: VersionHash,
    /// Original; work; translation and history.
    pub frames: [SealedFrame; 3],
}

/// Why a version was not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteRecordError {
    /// The record does not exist at this desk.
    #[error("no such record")]
    NotFound,
    /// The claim was released, taken back or claimed anew.
    #[error("the claim is no longer held")]
    ClaimLost,
    /// The record is at another version.
    #[error("the record has moved on")]
    VersionMoved,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a record was not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeepError {
    /// A record has this id already.
    #[error("the record id is taken")]
    RecordIdTaken,
    /// The desk keeps only what it takes out of the intake.
    #[error("this desk receives no reports")]
    WrongDesk,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a wrapper was not replaced.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RewrapError {
    /// The record does not exist at this desk.
    #[error("no such record")]
    NotFound,
    /// Another officer's browser was first.
    #[error("wrapped to another epoch already")]
    EpochMoved,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What desks keep.
#[async_trait]
pub trait VaultStore: Send + Sync {
    /// Every card of a desk, newest day first.
    async fn cards(&self, desk: Desk, now: UnixSeconds) -> Result<Vec<CardRow>, StoreError>;

    /// One whole record of a desk.
    async fn open_record(
        &self,
        desk: Desk,
        id: RecordId,
        now: UnixSeconds,
    ) -> Result<Option<StoredRecord>, StoreError>;

    /// Keeps a record of a desk that receives reports, made of no frame of the intake, and claims it for
    /// the officer. Nothing can put it back.
    async fn keep_record(
        &self,
        record: NewRecord,
        officer: OfficerId,
        now: UnixSeconds,
    ) -> Result<Lease, KeepError>;

    /// Claims a record nobody works on; claiming what one holds already renews it.
    async fn claim(
        &self,
        desk: Desk,
        id: RecordId,
        officer: OfficerId,
        now: UnixSeconds,
    ) -> Result<Lease, ClaimError>;

    /// Makes a held claim last longer, under the same number.
    async fn renew(&self, held: HeldClaim, now: UnixSeconds) -> Result<Lease, HeldClaimError>;

    /// Gives a held claim up.
    async fn release(&self, held: HeldClaim) -> Result<(), HeldClaimError>;

    /// Takes a record from whoever works on it and claims it for this officer.
    async fn take_back(
        &self,
        desk: Desk,
        id: RecordId,
        for_officer: OfficerId,
        now: UnixSeconds,
    ) -> Result<Lease, HeldClaimError>;

    /// Forgets claims whose lease ran out before this moment. Answers how many.
    async fn forget_claims(&self, ended_before: UnixSeconds) -> Result<u64, StoreError>;

    /// Writes the next version of a record under a held claim; its original is never replaced.
    async fn write_record(
        &self,
        held: HeldClaim,
        rewrite: RecordRewrite,
    ) -> Result<RecordVersion, WriteRecordError>;

    /// Replaces only a record's wrapper when a quarter ends; no claim needed, the version stays.
    async fn rewrap_record(
        &self,
        desk: Desk,
        id: RecordId,
        expected: Quarter,
        quarter: Quarter,
        wrapper: SmallAgeFile,
    ) -> Result<(), RewrapError>;

    /// Deletes a record with its wrapper under a held claim.
    async fn delete_record(&self, held: HeldClaim) -> Result<(), HeldClaimError>;

    /// How many records of each desk have a review day before this day.
    async fn records_over(&self, before: Day) -> Result<Vec<(Desk, u32)>, StoreError>;

    /// Deletes every record, with its wrapper, whose review day lies before this day. Answers how many.
    async fn purge_vault(&self, before: Day) -> Result<u64, StoreError>;
}
