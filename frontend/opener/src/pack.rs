//! A record's three parts, laid into its three frames.
//!
//! A tip can have 48,000 bytes of text and a frame 18,000 of content. What does not fit the first
//! frame (deflated, if that is shorter) spills into the room the other two have left:
//!
//! ```text
//! Original  CBOR {0: coding, 1: chunk}          chunk || history spill || work spill
//! Work      CBOR {0: Work, 1: spill}              = CBOR or DEFLATE(CBOR) of Original
//! History   CBOR {0: History, 1: spill}
//! ```

use domain::console::Failure;
use domain::work::{History, Original, Work};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use notes::Malformed;
use seal::cbor::{from_deterministic, to_deterministic};
use seal::kept::KEPT_CONTENT_MAX;
use zeroize::Zeroizing;

/// No original is longer than this, deflated or not: 48,000 of text, its answers and slots.
const ORIGINAL_MAX: usize = 64_000;
/// CBOR around a spill or chunk: a map, two keys, a coding and a length.
const WRAPPING: usize = 8;
const DEFLATE_LEVEL: u8 = 9;

/// What a record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contents {
    pub(crate) original: Original,
    pub(crate) work: Work,
    pub(crate) history: History,
}

/// The contents of the slots Original, Work, History.
pub(crate) type Slots = [Zeroizing<Vec<u8>>; 3];

#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
enum Coding {
    #[n(0)]
    Plain,
    #[n(1)]
    Deflated,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct OriginalSlot {
    #[n(0)]
    coding: Coding,
    #[n(1)]
    chunk: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct WorkSlot {
    #[n(0)]
    work: Work,
    #[n(1)]
    spill: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct HistorySlot {
    #[n(0)]
    history: History,
    #[n(1)]
    spill: ByteVec,
}

/// Lays the contents out.
///
/// # Errors
/// [`Failure::TooLarge`]: three frames have not that much room.
pub(crate) fn pack(contents: &Contents) -> Result<Slots, Failure> {
    let (coding, original) = coded(&contents.original)?;
    let mut rest = original.as_slice();
    let mut take = |used: usize| -> Result<ByteVec, Failure> {
        let room = KEPT_CONTENT_MAX.checked_sub(used.saturating_add(WRAPPING));
        let (taken, left) = rest.split_at(rest.len().min(room.ok_or(Failure::TooLarge)?));
        rest = left;
        Ok(ByteVec::from(taken.to_vec()))
    };
    let chunk = take(0)?;
    let history_spill = take(encoded(&contents.history)?.len())?;
    let work_spill = take(encoded(&contents.work)?.len())?;
    if !rest.is_empty() {
        return Err(Failure::TooLarge);
    }
    Ok([
        encoded(&OriginalSlot { coding, chunk })?,
        encoded(&WorkSlot {
            work: contents.work.clone(),
            spill: work_spill,
        })?,
        encoded(&HistorySlot {
            history: contents.history.clone(),
            spill: history_spill,
        })?,
    ])
}

/// Reads what [`pack`] wrote. A rostered officer signed each slot, not that they fit together.
pub(crate) fn unpack([original, work, history]: [&[u8]; 3]) -> Result<Contents, Malformed> {
    let OriginalSlot { coding, chunk } = from_deterministic(original)?;
    let WorkSlot { work, spill } = from_deterministic(work)?;
    let work_spill = spill;
    let HistorySlot { history, spill } = from_deterministic(history)?;
    let bytes = Zeroizing::new([&chunk[..], &spill[..], &work_spill[..]].concat());
    let original = match coding {
        Coding::Plain => from_deterministic(&bytes)?,
        Coding::Deflated => {
            let plain = decompress_to_vec_with_limit(&bytes, ORIGINAL_MAX);
            from_deterministic(&Zeroizing::new(plain.map_err(|_| Malformed)?))?
        }
    };
    Ok(Contents {
        original,
        work,
        history,
    })
}

fn coded(original: &Original) -> Result<(Coding, Zeroizing<Vec<u8>>), Failure> {
    let plain = encoded(original)?;
    if plain.len().saturating_add(WRAPPING) <= KEPT_CONTENT_MAX {
        return Ok((Coding::Plain, plain));
    }
    let deflated = Zeroizing::new(compress_to_vec(&plain, DEFLATE_LEVEL));
    if deflated.len() < plain.len() {
        Ok((Coding::Deflated, deflated))
    } else {
        Ok((Coding::Plain, plain))
    }
}

fn encoded<T: Encode<()>>(value: &T) -> Result<Zeroizing<Vec<u8>>, Failure> {
    to_deterministic(value).map_err(|Malformed| Failure::Unexpected)
}

#[cfg(test)]
mod tests;
