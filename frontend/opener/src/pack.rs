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
use domain::work::with_translation;
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use notes::Malformed;
use seal::cbor::{from_deterministic, to_deterministic};
use seal::kept::KEPT_CONTENT_MAX;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::matter::{Matter, Tips};

/// No original is longer than this, deflated or not: 48,000 of text, its answers and slots.
const ORIGINAL_MAX: usize = 64_000;
/// CBOR around a spill: a map, two keys and a length.
const WRAPPING: usize = 8;
/// CBOR around the chunk: a map, three keys, a coding, a length, and the hash of the tail with its own.
const WRAPPING_CHUNK: usize = 44;
const DEFLATE_LEVEL: u8 = 9;

/// What a record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contents<K: Matter = Tips> {
    pub(crate) original: K::Original,
    pub(crate) work: K::Work,
    pub(crate) history: K::History,
}

impl Contents {
    /// Every word of the reporter's, and what an officer has of it in English.
    pub(crate) fn own_words(&self) -> String {
        let original = &self.original;
        let own_words = original.answers.own_words(&original.text);
        with_translation(own_words, self.history.translation.as_deref())
    }
}

/// What of an original does not fit its own frame.
#[derive(Default, PartialEq, Eq)]
pub(crate) struct Tail(Zeroizing<Vec<u8>>);

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
    #[n(2)]
    tail: ByteArray<32>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct WorkSlot<W> {
    #[n(0)]
    work: W,
    #[n(1)]
    spill: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct HistorySlot<H> {
    #[n(0)]
    history: H,
    #[n(1)]
    spill: ByteVec,
}

/// Lays an original out: the content of its own slot, and what is left for the others.
pub(crate) fn pack_original<O: Encode<()>>(
    original: &O,
) -> Result<(Zeroizing<Vec<u8>>, Tail), Failure> {
    let (coding, bytes) = coded(original)?;
    let room = KEPT_CONTENT_MAX.saturating_sub(WRAPPING_CHUNK);
    let (chunk, tail) = bytes.split_at(bytes.len().min(room));
    let slot = OriginalSlot {
        coding,
        chunk: ByteVec::from(chunk.to_vec()),
        tail: hash_of(tail),
    };
    Ok((encoded(&slot)?, Tail(Zeroizing::new(tail.to_vec()))))
}

/// Lays work and history out, with the tail of the original in the room they leave: the contents of
/// the slots Work and History.
///
/// # Errors
/// [`Failure::TooLarge`]: the two frames have not that much room.
pub(crate) fn pack<W: Encode<()> + Clone, H: Encode<()> + Clone>(
    work: &W,
    history: &H,
    tail: &Tail,
) -> Result<[Zeroizing<Vec<u8>>; 2], Failure> {
    let (spill, rest) = fitting(&tail.0, encoded(history)?.len())?;
    let history = HistorySlot {
        history: history.clone(),
        spill,
    };
    let (spill, rest) = fitting(rest, encoded(work)?.len())?;
    let work = WorkSlot {
        work: work.clone(),
        spill,
    };
    if rest.is_empty() {
        Ok([encoded(&work)?, encoded(&history)?])
    } else {
        Err(Failure::TooLarge)
    }
}

/// Forgets of what was done as much as it takes to lay a record out: a long history keeps nothing from
/// being saved.
///
/// # Errors
/// [`Failure::TooLarge`]: there is no room for the work alone.
pub(crate) fn make_room<K: Matter>(contents: &mut Contents<K>, tail: &Tail) -> Result<(), Failure> {
    loop {
        match pack(&contents.work, &contents.history, tail) {
            Err(Failure::TooLarge) if K::forget(&mut contents.history) => {}
            other => return other.map(|_| ()),
        }
    }
}

/// Reads what [`pack_original`] and [`pack`] wrote. Rostered officers signed each slot, not that they
/// fit together.
pub(crate) fn unpack<K: Matter>(
    [original, work, history]: [&[u8]; 3],
) -> Result<(Contents<K>, Tail), Malformed> {
    let slot: OriginalSlot = from_deterministic(original)?;
    let WorkSlot { work, spill } = from_deterministic(work)?;
    let work_spill = spill;
    let HistorySlot { history, spill } = from_deterministic(history)?;
    let tail = Zeroizing::new([&spill[..], &work_spill[..]].concat());
    if hash_of(&tail) != slot.tail {
        return Err(Malformed);
    }
    let bytes = Zeroizing::new([&slot.chunk[..], &tail[..]].concat());
    let original = match slot.coding {
        Coding::Plain => from_deterministic(&bytes)?,
        Coding::Deflated => {
            let plain = decompress_to_vec_with_limit(&bytes, ORIGINAL_MAX);
            from_deterministic(&Zeroizing::new(plain.map_err(|_| Malformed)?))?
        }
    };
    let contents = Contents {
        original,
        work,
        history,
    };
    Ok((contents, Tail(tail)))
}

/// As much as a slot has room for beside so many bytes, and the rest.
fn fitting(bytes: &[u8], used: usize) -> Result<(ByteVec, &[u8]), Failure> {
    let room = KEPT_CONTENT_MAX.checked_sub(used.saturating_add(WRAPPING));
    let (taken, left) = bytes.split_at(bytes.len().min(room.ok_or(Failure::TooLarge)?));
    Ok((ByteVec::from(taken.to_vec()), left))
}

fn coded<O: Encode<()>>(original: &O) -> Result<(Coding, Zeroizing<Vec<u8>>), Failure> {
    let plain = encoded(original)?;
    if plain.len().saturating_add(WRAPPING_CHUNK) <= KEPT_CONTENT_MAX {
        return Ok((Coding::Plain, plain));
    }
    let deflated = Zeroizing::new(compress_to_vec(&plain, DEFLATE_LEVEL));
    if deflated.len() < plain.len() {
        Ok((Coding::Deflated, deflated))
    } else {
        Ok((Coding::Plain, plain))
    }
}

fn hash_of(tail: &[u8]) -> ByteArray<32> {
    ByteArray::from(<[u8; 32]>::from(Sha256::digest(tail)))
}

fn encoded<T: Encode<()>>(value: &T) -> Result<Zeroizing<Vec<u8>>, Failure> {
    to_deterministic(value).map_err(|Malformed| Failure::Unexpected)
}

#[cfg(test)]
mod tests;
