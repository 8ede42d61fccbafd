//! The name of this installation, set once.

use async_trait::async_trait;
use domain::InstallationId;

use crate::StoreError;

/// Why an installation was not named.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetInstallationError {
    /// It has another name already.
    #[error("this installation is named already")]
    AlreadyNamed,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What the store knows of itself.
#[async_trait]
pub trait InstallationStore: Send + Sync {
    /// Answers if the store can be read and written now.
    async fn ready(&self) -> Result<(), StoreError>;

    /// The id of this installation, if it was named.
    async fn installation(&self) -> Result<Option<InstallationId>, StoreError>;

    /// Names this installation; naming it the same again is no error.
    async fn set_installation(&self, id: InstallationId) -> Result<(), SetInstallationError>;
}
