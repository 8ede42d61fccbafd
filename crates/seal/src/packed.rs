//! `u32 n | age file (n bytes) | zeros`, always the same length in all.

use crate::file::{SealError, seal_file};
use crate::hybrid::Recipient;
use notes::Malformed;
use zeroize::Zeroizing;

/// Fewer bytes than any hybrid age file has.
const FILE_LEN_MIN: usize = 1_500;

/// Seals a plaintext and fills up with zeros to exactly `len` bytes.
pub fn seal_packed(
    recipient: &Recipient,
    plaintext: &[u8],
    len: usize,
) -> Result<Vec<u8>, SealError> {
    let file = seal_file(recipient, plaintext)?;
    let n = u32::try_from(file.len()).map_err(|_| SealError::TooLong)?;
    let mut packed = Vec::with_capacity(len);
    packed.extend_from_slice(&n.to_be_bytes());
    packed.extend_from_slice(&file);
    if packed.len() > len {
        return Err(SealError::TooLong);
    }
    packed.resize(len, 0);
    Ok(packed)
}

/// Finds the age file in packed bytes; a non-zero filling is refused.
///
/// Everything here is chosen by whoever sent the bytes.
pub fn unpack(packed: &[u8]) -> Result<&[u8], Malformed> {
    let (n, rest) = packed.split_first_chunk().ok_or(Malformed)?;
    let n = usize::try_from(u32::from_be_bytes(*n)).map_err(|_| Malformed)?;
    let (file, filling) = rest.split_at_checked(n).ok_or(Malformed)?;
    if n < FILE_LEN_MIN || filling.iter().any(|byte| *byte != 0) {
        return Err(Malformed);
    }
    Ok(file)
}

/// `u32 L | body | zeros`: a plaintext of exactly `len` bytes, so that sealed it tells nothing by its length.
pub fn pad(body: &[u8], len: usize) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let n = u32::try_from(body.len()).map_err(|_| SealError::TooLong)?;
    let mut plaintext = Zeroizing::new(Vec::with_capacity(len));
    plaintext.extend_from_slice(&n.to_be_bytes());
    plaintext.extend_from_slice(body);
    if plaintext.len() > len {
        return Err(SealError::TooLong);
    }
    plaintext.resize(len, 0);
    Ok(plaintext)
}

/// Finds the body in a plaintext of exactly `len` bytes; a non-zero filling is refused.
pub fn unpad(plaintext: &[u8], len: usize) -> Result<&[u8], Malformed> {
    let (n, rest) = plaintext.split_first_chunk().ok_or(Malformed)?;
    let n = usize::try_from(u32::from_be_bytes(*n)).map_err(|_| Malformed)?;
    let (body, filling) = rest.split_at_checked(n).ok_or(Malformed)?;
    if plaintext.len() != len || filling.iter().any(|byte| *byte != 0) {
        return Err(Malformed);
    }
    Ok(body)
}
