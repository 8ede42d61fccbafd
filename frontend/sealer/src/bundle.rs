//! A reporter's files, sealed as they come: files go in piece by piece, pieces of the blob come out, so
//! that the module never holds all of either.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use domain::BlobId;
use domain::bundle::{Bucket, FileKind};
use rand::{CryptoRng, RngCore};
use seal::bundle::{BundleError, BundleKey, BundleWriter, FileHead, bucket_of};

/// Files that were sealed and stored.
#[derive(Debug, Clone, Copy)]
pub struct Parcel<'a> {
    /// What opens them.
    pub key: &'a BundleKey,
    /// Where they lie.
    pub blob: BlobId,
}

/// A bundle that is being sealed.
pub struct Bundling {
    writer: BundleWriter<Pieces>,
    pieces: Pieces,
    bucket: Bucket,
}

/// What was written and not yet taken out.
#[derive(Clone, Default)]
struct Pieces(Rc<RefCell<Vec<u8>>>);

impl Bundling {
    /// Begins a bundle of files of these kinds, by [`FileKind::ALL`], and lengths.
    ///
    /// # Errors
    /// There is no such kind, or no bundle can hold such files.
    pub fn begin<R: RngCore + CryptoRng>(
        kinds: &[u8],
        lengths: &[u32],
        rng: &mut R,
    ) -> Result<Self, BundleError> {
        let heads = kinds.iter().zip(lengths).map(|(kind, len)| {
            let kind = FileKind::ALL.get(usize::from(*kind)).copied();
            let len = usize::try_from(*len).map_err(|_| BundleError::TooLarge)?;
            kind.map(|kind| FileHead { kind, len })
                .ok_or(BundleError::NotAsAnnounced)
        });
        let heads = heads.collect::<Result<Vec<_>, _>>()?;
        let (pieces, bucket) = (Pieces::default(), bucket_of(&heads)?);
        let writer = BundleWriter::begin(heads, rng, pieces.clone())?;
        Ok(Self {
            writer,
            pieces,
            bucket,
        })
    }

    /// How large the blob will be.
    pub const fn bucket(&self) -> Bucket {
        self.bucket
    }

    /// Takes the files' next bytes; gives the blob's.
    ///
    /// # Errors
    /// More came than was announced.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<u8>, BundleError> {
        self.writer.push(bytes)?;
        Ok(self.pieces.take())
    }

    /// The rest of the blob, and what opens it.
    ///
    /// # Errors
    /// Less came than was announced.
    pub fn finish(self) -> Result<(Vec<u8>, BundleKey), BundleError> {
        let (pieces, key) = self.writer.finish()?;
        Ok((pieces.take(), key))
    }
}

impl Pieces {
    fn take(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
