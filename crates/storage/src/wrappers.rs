//! Epoch secrets wrapped to officers, in a file of their own that no backup takes along.

use async_trait::async_trait;
use domain::{Desk, OfficerId, Period, Quarter, Week};

use crate::{SmallAgeFile, StoreError};

/// One epoch's secret, wrapped to one officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpochWrapper {
    /// Whose key.
    pub desk: Desk,
    /// Which epoch of it.
    pub period: Period,
    /// Who can open the wrapper.
    pub officer: OfficerId,
    /// The secret in an age file.
    pub wrapper: SmallAgeFile,
}

/// Why a VAULT epoch was not destroyed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DestroyEpochError {
    /// Records are still wrapped to it.
    #[error("records are still wrapped to this epoch")]
    StillNamed,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Epoch secrets at rest.
#[async_trait]
pub trait WrapperStore: Send + Sync {
    /// Keeps wrappers, all or none; one for the same epoch and officer is replaced.
    async fn put_wrappers(&self, wrappers: Vec<EpochWrapper>) -> Result<(), StoreError>;

    /// Every wrapper this officer can open, by desk and period.
    async fn wrappers_for(&self, officer: OfficerId) -> Result<Vec<EpochWrapper>, StoreError>;

    /// Deletes an officer's wrappers but those of these desks. Answers how many.
    async fn narrow_wrappers(&self, officer: OfficerId, desks: &[Desk]) -> Result<u64, StoreError>;

    /// Deletes the wrappers of DESK epochs before this week. Answers how many.
    async fn destroy_desk_epochs(&self, before: Week) -> Result<u64, StoreError>;

    /// Deletes the wrappers of one VAULT epoch, unless a record is still wrapped to it.
    async fn destroy_vault_epoch(
        &self,
        desk: Desk,
        quarter: Quarter,
    ) -> Result<u64, DestroyEpochError>;
}
