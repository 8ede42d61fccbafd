//! Deterministic CBOR (RFC 8949 §4.2.1): one way to write each value, and no other is read.
//!
//! The reader decodes, writes the value again and compares. Unknown or repeated keys, longer forms
//! of numbers, indefinite lengths, floats and trailing bytes are all refused by that.

use minicbor::{Decode, Decoder, Encode};
use notes::Malformed;
use zeroize::Zeroizing;

/// Room for most bodies at once, so that growing leaves no copies behind.
const CAPACITY: usize = 20_480;

/// Writes a value.
///
/// # Errors
/// Only if the value's own `Encode` refuses it.
pub fn to_deterministic<T: Encode<()>>(value: &T) -> Result<Zeroizing<Vec<u8>>, Malformed> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(CAPACITY));
    minicbor::encode(value, &mut *bytes).map_err(|_| Malformed)?;
    Ok(bytes)
}

/// Reads exactly these bytes.
pub fn from_deterministic<'b, T>(bytes: &'b [u8]) -> Result<T, Malformed>
where
    T: Decode<'b, ()> + Encode<()>,
{
    match split(bytes)? {
        (value, []) => Ok(value),
        _ => Err(Malformed),
    }
}

/// Reads a value that is followed by zeros only.
pub fn from_padded<'b, T>(bytes: &'b [u8]) -> Result<T, Malformed>
where
    T: Decode<'b, ()> + Encode<()>,
{
    let (value, filling) = split(bytes)?;
    if filling.iter().all(|byte| *byte == 0) {
        Ok(value)
    } else {
        Err(Malformed)
    }
}

fn split<'b, T>(bytes: &'b [u8]) -> Result<(T, &'b [u8]), Malformed>
where
    T: Decode<'b, ()> + Encode<()>,
{
    let mut decoder = Decoder::new(bytes);
    let value: T = decoder.decode().map_err(|_| Malformed)?;
    let parts = bytes.split_at_checked(decoder.position());
    let (read, rest) = parts.ok_or(Malformed)?;
    if to_deterministic(&value)?.as_slice() == read {
        Ok((value, rest))
    } else {
        Err(Malformed)
    }
}
