//! Claims: who works on a record now, by leases with a number.

use domain::{Desk, OfficerId, RecordId, UnixSeconds};

use crate::{PutBackError, StoreError, WriteRecordError};

/// Counts the claims on one record; a write under an old number is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeaseNumber(pub u32);

/// What an officer gets who claims a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lease {
    /// To be shown with every write.
    pub number: LeaseNumber,
    /// From then on another officer may claim.
    pub until: UnixSeconds,
}

impl Lease {
    /// Seconds a claim lasts unless renewed.
    pub const SECONDS: i64 = 600;

    /// A lease of full length from now on.
    pub const fn starting(now: UnixSeconds, number: LeaseNumber) -> Self {
        Self {
            number,
            until: now.plus(Self::SECONDS),
        }
    }
}

/// Who works on a record now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The claimant.
    pub officer: OfficerId,
    /// Their lease.
    pub lease: Lease,
}

/// A claim as its holder shows it. It holds until it is released, taken back or, once its lease ran
/// out, claimed by another or forgotten: an officer whose lease just ran out loses no work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldClaim {
    /// The desk the record lies at.
    pub desk: Desk,
    /// The record.
    pub record: RecordId,
    /// Who holds the claim.
    pub officer: OfficerId,
    /// Under which number.
    pub number: LeaseNumber,
}

/// Why a record was not claimed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClaimError {
    /// The record does not exist at this desk.
    #[error("no such record")]
    NotFound,
    /// An officer works on it.
    #[error("claimed by another officer")]
    Claimed(Claim),
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why nothing was done under a claim.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeldClaimError {
    /// The record does not exist at this desk.
    #[error("no such record")]
    NotFound,
    /// The claim was released, taken back or claimed anew.
    #[error("the claim is no longer held")]
    ClaimLost,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<HeldClaimError> for WriteRecordError {
    fn from(error: HeldClaimError) -> Self {
        match error {
            HeldClaimError::NotFound => Self::NotFound,
            HeldClaimError::ClaimLost => Self::ClaimLost,
            HeldClaimError::Store(error) => Self::Store(error),
        }
    }
}

impl From<HeldClaimError> for PutBackError {
    fn from(error: HeldClaimError) -> Self {
        match error {
            HeldClaimError::NotFound => Self::NotFound,
            HeldClaimError::ClaimLost => Self::ClaimLost,
            HeldClaimError::Store(error) => Self::Store(error),
        }
    }
}
