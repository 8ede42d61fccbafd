//! Why something did not become of a blob.

use std::io;

/// Why a blob or a part of it was not taken or given.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// No upload has this id, or it is over.
    #[error("there is no such upload")]
    UnknownUpload,
    /// The bucket has no part of this number.
    #[error("there is no such part")]
    NoSuchPart,
    /// More or fewer bytes came than the part has.
    #[error("a part has another length")]
    WrongLength,
    /// Not every part is there.
    #[error("parts are missing")]
    PartsMissing,
    /// As much is being sent as may be at once.
    #[error("too much is being uploaded")]
    Busy,
    /// There is no room for it.
    #[error("there is no room for more blobs")]
    NoRoom,
    /// The disk is full, broken or gone.
    #[error("blobs cannot be written or read")]
    Unavailable(#[from] io::Error),
}
