//! The one way a backend fails.

/// The backend failed, or holds what it cannot have written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The database did not do what was asked; the code is the driver's, never a message.
    #[error("the store is unavailable (code {})", code.as_deref().unwrap_or("none"))]
    Unavailable {
        /// The driver's result code.
        code: Option<String>,
    },
    /// A stored value cannot be read back as what it must be.
    #[error("what lies in {table}.{column} cannot be read back")]
    Inconsistency {
        /// Where it lies.
        table: &'static str,
        /// In which column.
        column: &'static str,
    },
}
