//! A tip's files, on their way.

use serde::{Deserialize, Serialize};

use crate::id::{BlobId, UploadId};

/// Begins an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeginUpload {
    /// The blob's size: [`crate::bundle::Bucket::number`].
    pub bucket: u8,
}

/// An upload was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BegunUpload {
    /// Its id, for an hour.
    pub upload: UploadId,
}

/// What is there of an upload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldParts {
    /// The blob's size.
    pub bucket: u8,
    /// The parts that are there, from 0.
    pub held: Vec<usize>,
}

/// An upload was finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishedUpload {
    /// The stored blob, for the tip's [`crate::tip::BundleSlot`].
    pub blob: BlobId,
}
