//! The bundle's plaintext: written piece by piece, read without a copy.

use domain::bundle::{Bucket, FILES_MAX, FileKind};
use minicbor::{Decoder, Encoder};
use notes::Malformed;

use super::FileHead;

/// Entries of each file's map.
const ENTRIES: u64 = 3;
const NAME: u8 = 0;
const KIND: u8 = 1;
const BYTES: u8 = 2;

/// One file of a bundle.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct BundleFile<'a> {
    /// What it is.
    pub kind: FileKind,
    /// What is in it.
    pub bytes: &'a [u8],
}

impl std::fmt::Debug for BundleFile<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BundleFile({:?}, ..)", self.kind)
    }
}

/// What stands before the first of so many files.
pub(super) fn list_head(files: usize) -> Vec<u8> {
    let files = u64::try_from(files).expect("at most ten files");
    let mut e = Encoder::new(Vec::new());
    e.array(files).expect("writing to memory succeeds");
    e.into_writer()
}

/// What stands before a file's bytes; `number` counts from 1.
pub(super) fn file_head(number: usize, head: FileHead) -> Vec<u8> {
    let mut e = Encoder::new(Vec::new());
    write_head(&mut e, number, head).expect("writing to memory succeeds");
    e.into_writer()
}

fn write_head(
    e: &mut Encoder<Vec<u8>>,
    number: usize,
    head: FileHead,
) -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
    e.map(ENTRIES)?.u8(NAME)?.str(&head.kind.name(number))?;
    e.u8(KIND)?.encode(head.kind)?;
    e.u8(BYTES)?;
    e.bytes_len(head.len.try_into().unwrap_or(u64::MAX))?;
    Ok(())
}

/// How long the plaintext of these files is.
pub(super) fn len(heads: &[FileHead]) -> Option<usize> {
    let mut numbered = (1..).zip(heads);
    numbered.try_fold(list_head(heads.len()).len(), |sum, (number, head)| {
        sum.checked_add(file_head(number, *head).len())?
            .checked_add(head.len)
    })
}

/// Reads a bundle: what [`super::BundleWriter`] writes, and nothing that differs in one byte.
///
/// Everything in it is chosen by whoever sealed it. Nothing is copied.
pub fn read_bundle(plaintext: &[u8]) -> Result<Vec<BundleFile<'_>>, Malformed> {
    if plaintext.len() > Bucket::SixtyFour.room() {
        return Err(Malformed);
    }
    let mut decoder = Decoder::new(plaintext);
    let count = decoder.array().map_err(|_| Malformed)?.ok_or(Malformed)?;
    let count = usize::try_from(count).map_err(|_| Malformed)?;
    if count == 0 || count > FILES_MAX {
        return Err(Malformed);
    }
    let mut rest = plaintext.strip_prefix(list_head(count).as_slice());
    let mut files = Vec::with_capacity(count);
    for number in 1..=count {
        let (file, after) = read_file(rest.ok_or(Malformed)?, number)?;
        files.push(file);
        rest = Some(after);
    }
    if rest == Some(&[]) {
        Ok(files)
    } else {
        Err(Malformed)
    }
}

/// The first file of these bytes, and what stands behind it.
fn read_file(bytes: &[u8], number: usize) -> Result<(BundleFile<'_>, &[u8]), Malformed> {
    let file = decode_file(bytes).map_err(|_| Malformed)?;
    let head = FileHead {
        kind: file.kind,
        len: file.bytes.len(),
    };
    let head = file_head(number, head);
    let rest = bytes.strip_prefix(head.as_slice()).ok_or(Malformed)?;
    let rest = rest.strip_prefix(file.bytes).ok_or(Malformed)?;
    if file.bytes.is_empty() || !file.kind.begins(file.bytes) {
        return Err(Malformed);
    }
    Ok((file, rest))
}

/// Reads leniently: whoever calls writes the head again and compares.
fn decode_file(bytes: &[u8]) -> Result<BundleFile<'_>, minicbor::decode::Error> {
    let mut decoder = Decoder::new(bytes);
    decoder.map()?;
    decoder.u8()?;
    decoder.str()?;
    decoder.u8()?;
    let kind = decoder.decode()?;
    decoder.u8()?;
    let bytes = decoder.bytes()?;
    Ok(BundleFile { kind, bytes })
}
