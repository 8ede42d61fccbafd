//! What can go wrong between a reporter's browser and the store.

use storage::StoreError;

/// Why staging did not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenStagingError {
    /// The folder cannot be read or written.
    #[error("the staging folder cannot be used")]
    Folder(#[from] std::io::Error),
    /// No window's file can be made in it.
    #[error("no staging file can be made")]
    Window(#[from] sqlx::Error),
}

/// Why frames were not acknowledged; they may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StagingError {
    /// Too many frames wait for the disk.
    #[error("too many frames wait")]
    Full,
    /// The disk is full, broken or gone.
    #[error("frames cannot be made durable")]
    Unavailable,
}

/// Why a window's frames are not all in the store; they stay on disk and are tried again.
#[derive(Debug, thiserror::Error)]
pub enum TurnError {
    /// The store did not take them.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store had all ids that were drawn, again and again.
    #[error("no free intake ids")]
    NoFreeIds,
    /// A window's file cannot be read.
    #[error("a staging file cannot be read")]
    Unreadable(#[from] sqlx::Error),
    /// A window's file holds what no frame is.
    #[error("a staging file holds no frames")]
    Inconsistent,
    /// A window's file cannot be unlinked.
    #[error("a staging file cannot be unlinked")]
    Unlink(#[from] std::io::Error),
    /// Staging was closed.
    #[error("staging is closed")]
    Closed,
}
