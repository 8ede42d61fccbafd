//! Monthly sheets: published once, and never changed.

use async_trait::async_trait;
use domain::{District, Month};

use crate::StoreError;

/// A sheet as its desk signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSheet {
    /// The district.
    pub district: District,
    /// The month.
    pub month: Month,
    /// The whole signed text.
    pub text: String,
}

/// Why a sheet was not published.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PutSheetError {
    /// Another sheet of this district and month is published: two that differ would tell more than one.
    #[error("another sheet of this month is published")]
    AnotherThere,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// One sheet a district and month.
#[async_trait]
pub trait SheetStore: Send + Sync {
    /// Publishes a sheet; the very same one again is no error.
    async fn put_sheet(&self, sheet: StoredSheet) -> Result<(), PutSheetError>;

    /// Every sheet of this month and later ones, the newest month first, by district.
    async fn sheets(&self, since: Month) -> Result<Vec<StoredSheet>, StoreError>;
}
