//! A tip's files, opened with what the tip says of them.

use std::fmt;

use domain::bundle::Bucket;
use domain::tip::BundleSlot;
use seal::bundle::{BundleFile, read_bundle, unpad};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::Identity;
use crate::file::{OpenError, open_file};

/// What was in a bundle, at most 64 MiB of it; wiped when dropped. It does not print.
pub struct OpenedBundle(Zeroizing<Vec<u8>>);

impl OpenedBundle {
    /// The files in their order, as they were read when it was opened: 1 to 10, none of them empty.
    pub fn files(&self) -> Vec<BundleFile<'_>> {
        read_bundle(&self.0).unwrap_or_default()
    }
}

/// Opens a blob with the slot of its tip: needs as much memory again as the blob is long.
///
/// # Errors
/// [`OpenError::Misplaced`]: it is not the blob that the tip names. [`OpenError::Malformed`] or
/// [`OpenError::NotForUs`]: it is, and its sender, who chose every byte, did not keep to the form:
/// length, filling, list, names, kinds, or a picture that does not begin as its kind does.
pub fn open_bundle(slot: &BundleSlot, blob: &[u8]) -> Result<OpenedBundle, OpenError> {
    let bucket = Bucket::try_from(slot.bucket).map_err(|_| OpenError::Malformed)?;
    let is_named = blob.len() == bucket.blob_len();
    if !is_named || Sha256::digest(blob).as_slice() != slot.sha256.as_slice() {
        return Err(OpenError::Misplaced);
    }
    let file = unpad(blob, bucket)?;
    let identity = Identity::from_seed(Zeroizing::new(*slot.seed));
    let plaintext = open_file(&[&identity], file)?.plaintext;
    if Bucket::holding(plaintext.len()) != Some(bucket) {
        return Err(OpenError::Malformed);
    }
    read_bundle(&plaintext)?;
    Ok(OpenedBundle(plaintext))
}

impl fmt::Debug for OpenedBundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpenedBundle(..)")
    }
}
