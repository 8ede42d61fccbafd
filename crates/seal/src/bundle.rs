//! A tip's files: one bundle, sealed to a one-time identity, padded to one of four sizes.
//!
//! ```text
//! bundle = CBOR [{0: name, 1: kind, 2: bytes}, …]        1 to 10 files, none of them empty
//! blob   = u64 n | Seal(one-time recipient, bundle) | zeros       bucket + 65,536 bytes
//! bucket = the smallest of 1, 4, 16 and 64 MiB that the bundle fits
//! slot   = {blob id, seed of the one-time identity, bucket, SHA-256 of the blob}, in the tip
//! ```
//!
//! Names follow from place and kind (`1.jpg`). The bundle is written and sealed as it comes, in pieces
//! of 64 KiB: beside what is handed in and the blob itself it costs 200 KB, whatever its size.

mod padded;
mod plain;

use std::io::{self, Write};
use std::slice;

use domain::BlobId;
use domain::bundle::{Bucket, FILES_MAX, FileKind};
use domain::tip::BundleSlot;
use minicbor::bytes::ByteArray;
use rand::{CryptoRng, RngCore};
use zeroize::Zeroizing;

use crate::hybrid::Recipient;
use crate::stream::{SealedWriter, seal_stream};

use padded::Padded;
pub use plain::{BundleFile, read_bundle};

/// What is known of a file before its bytes come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileHead {
    /// What it is.
    pub kind: FileKind,
    /// How many bytes it has.
    pub len: usize,
}

/// Why a bundle was not sealed.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// There is no file.
    #[error("there is no file")]
    NoFile,
    /// There are more than [`FILES_MAX`] files.
    #[error("there are too many files")]
    TooMany,
    /// A file has no bytes.
    #[error("a file is empty")]
    Empty,
    /// Together they are larger than the largest bucket.
    #[error("the files are too large")]
    TooLarge,
    /// More or fewer bytes came than were announced.
    #[error("the files are not as announced")]
    NotAsAnnounced,
    /// There is no randomness, or the blob could not be written.
    #[error("the bundle could not be written")]
    Io(#[from] io::Error),
}

/// What opens a sealed bundle. The seed is wiped when dropped; it does not print.
pub struct BundleKey {
    seed: Zeroizing<[u8; 32]>,
    bucket: Bucket,
    sha256: [u8; 32],
}

impl BundleKey {
    /// The slot of the tip whose bundle is stored as this blob.
    pub fn at(&self, blob: BlobId) -> BundleSlot {
        BundleSlot {
            blob,
            // EXPOSE: the slot is what carries the seed, inside the tip's seal.
            seed: ByteArray::from(*self.seed),
            bucket: self.bucket.number(),
            sha256: ByteArray::from(self.sha256),
        }
    }

    /// How large the blob is.
    pub const fn bucket(&self) -> Bucket {
        self.bucket
    }
}

impl std::fmt::Debug for BundleKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BundleKey({:?}, ..)", self.bucket)
    }
}

/// The bucket that files of these kinds and lengths come to.
///
/// # Errors
/// No file, too many, an empty one, or more than the largest bucket holds.
pub fn bucket_of(heads: &[FileHead]) -> Result<Bucket, BundleError> {
    match heads.len() {
        0 => return Err(BundleError::NoFile),
        1..=FILES_MAX => {}
        _ => return Err(BundleError::TooMany),
    }
    if heads.iter().any(|head| head.len == 0) {
        return Err(BundleError::Empty);
    }
    let len = plain::len(heads).ok_or(BundleError::TooLarge)?;
    Bucket::holding(len).ok_or(BundleError::TooLarge)
}

/// Seals files as their bytes come.
pub struct BundleWriter<W: Write> {
    sealed: SealedWriter<Padded<W>>,
    heads: Vec<FileHead>,
    /// Files whose head is written.
    begun: usize,
    /// Bytes that the file begun last still wants.
    wants: usize,
    bucket: Bucket,
    seed: Zeroizing<[u8; 32]>,
}

impl<W: Write> BundleWriter<W> {
    /// Begins a bundle of exactly these files, whose blob is written to `out`.
    pub fn begin<R: RngCore + CryptoRng>(
        heads: Vec<FileHead>,
        rng: &mut R,
        out: W,
    ) -> Result<Self, BundleError> {
        let bucket = bucket_of(&heads)?;
        let len = plain::len(&heads).ok_or(BundleError::TooLarge)?;
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(seed.as_mut_slice());
        let recipient = Recipient::derive(&seed);
        let padded = Padded::new(out, len, bucket.blob_len());
        let mut sealed = seal_stream(slice::from_ref(&recipient), padded)?;
        // What stands before the plaintext has been written: now its length is known.
        sealed.flush()?;
        sealed.write_all(&plain::list_head(heads.len()))?;
        Ok(Self {
            sealed,
            heads,
            begun: 0,
            wants: 0,
            bucket,
            seed,
        })
    }

    /// Takes the next bytes of the files, one file after the other, in pieces of any length.
    pub fn push(&mut self, mut bytes: &[u8]) -> Result<(), BundleError> {
        while !bytes.is_empty() {
            if self.wants == 0 {
                let head = self.heads.get(self.begun);
                let head = head.ok_or(BundleError::NotAsAnnounced)?;
                self.begun = self.begun.saturating_add(1);
                self.sealed
                    .write_all(&plain::file_head(self.begun, *head))?;
                self.wants = head.len;
            }
            let (now, later) = bytes.split_at(bytes.len().min(self.wants));
            self.sealed.write_all(now)?;
            self.wants = self.wants.saturating_sub(now.len());
            bytes = later;
        }
        Ok(())
    }

    /// Fills up with zeros: gives back where the blob was written to, and what opens it.
    pub fn finish(self) -> Result<(W, BundleKey), BundleError> {
        if self.wants > 0 || self.begun < self.heads.len() {
            return Err(BundleError::NotAsAnnounced);
        }
        let (out, sha256) = self.sealed.finish()?.fill_up()?;
        let key = BundleKey {
            seed: self.seed,
            bucket: self.bucket,
            sha256,
        };
        Ok((out, key))
    }
}

/// Seals files that are in memory: the blob, and what opens it.
pub fn seal_bundle<R: RngCore + CryptoRng>(
    files: &[(FileKind, &[u8])],
    rng: &mut R,
) -> Result<(Vec<u8>, BundleKey), BundleError> {
    let head = |(kind, bytes): &(FileKind, &[u8])| FileHead {
        kind: *kind,
        len: bytes.len(),
    };
    let heads: Vec<FileHead> = files.iter().map(head).collect();
    let blob = Vec::with_capacity(bucket_of(&heads)?.blob_len());
    let mut writer = BundleWriter::begin(heads, rng, blob)?;
    for (_, bytes) in files {
        writer.push(bytes)?;
    }
    writer.finish()
}

/// The age file in a blob of this bucket; another length or a filling that is not zeros is refused.
///
/// Everything here is chosen by whoever sent the blob.
pub fn unpad(blob: &[u8], bucket: Bucket) -> Result<&[u8], notes::Malformed> {
    padded::unpad(blob, bucket.blob_len())
}
