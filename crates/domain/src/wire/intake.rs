//! What waits, and how it is accepted.

use serde::{Deserialize, Serialize};

use super::{Blob, NewRecord};
use crate::calendar::{Day, Hour};
use crate::frame::{FRAME_LEN, SealedFrame};
use crate::id::{IntakeId, TipId};

/// Bytes of one frame of an intake answer: `u64 id || i32 day || u8 is_least || u32 minutes ||
/// frame`, big-endian.
const ROW_LEN: usize = 8 + 4 + 1 + 4 + FRAME_LEN;
/// Most frames one intake fetch gives.
pub const INTAKE_FETCH_MAX: u16 = 256;
/// The response header of an intake fetch that says how many frames are still to come.
pub const INTAKE_REMAINING_HEADER: &str = "ginnel-remaining";
/// Most frames one acceptance names; more copies of a part go into further records.
pub const ACCEPT_MAX: usize = 64;
/// Bytes of an acceptance's nonce.
pub const PARTS_NONCE_LEN: usize = 32;

/// Asks for frames this session has not been given yet, in random order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FetchIntake {
    /// Most frames wanted; at most [`INTAKE_FETCH_MAX`] are given.
    pub most: u16,
    /// Forget what was given before and begin again (a console that was reloaded).
    pub afresh: bool,
    /// Somebody is there to read it. A console that fetches by itself at an empty desk keeps no alarm
    /// from ringing.
    pub attended: bool,
}

/// How long a frame has been there to be fetched, as the server remembers it: in memory only, and
/// never finer than a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waited {
    /// Whole minutes.
    pub minutes: u32,
    /// Whether it may have been longer.
    pub is_least: bool,
}

/// One frame as an intake fetch gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntakeRow {
    /// Its random id.
    pub id: IntakeId,
    /// The day it came.
    pub day: Day,
    /// How long it has waited.
    pub waited: Waited,
    /// What the reporter's browser sealed.
    pub frame: SealedFrame,
}

/// What an intake fetch gives, as bytes: `u32 n || n × u64 id || frames`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IntakeBatch {
    /// Frames this session was given earlier that wait no longer.
    pub gone: Vec<IntakeId>,
    /// Frames it was not given yet.
    pub rows: Vec<IntakeRow>,
}

impl IntakeBatch {
    /// The bytes of the answer.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.rows.len().saturating_mul(ROW_LEN));
        let gone = u32::try_from(self.gone.len()).unwrap_or(u32::MAX);
        bytes.extend(gone.to_be_bytes());
        for id in &self.gone {
            bytes.extend(id.get().to_be_bytes());
        }
        for row in &self.rows {
            bytes.extend(row.id.get().to_be_bytes());
            bytes.extend(row.day.0.to_be_bytes());
            bytes.push(row.waited.is_least.into());
            bytes.extend(row.waited.minutes.to_be_bytes());
            bytes.extend(row.frame.as_bytes());
        }
        bytes
    }

    /// Reads an answer; none if it is no whole number of well-formed parts.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (gone, rest) = bytes.split_first_chunk()?;
        let gone = usize::try_from(u32::from_be_bytes(*gone)).ok()?;
        let (gone, rest) = rest.split_at_checked(gone.checked_mul(8)?)?;
        let rows = rest.chunks_exact(ROW_LEN);
        if !rows.remainder().is_empty() {
            return None;
        }
        Some(Self {
            gone: gone.chunks_exact(8).map(id).collect::<Option<_>>()?,
            rows: rows.map(row).collect::<Option<_>>()?,
        })
    }
}

fn id(bytes: &[u8]) -> Option<IntakeId> {
    let id = bytes.try_into().ok()?;
    IntakeId::from_column(i64::from_be_bytes(id))
}

fn row(bytes: &[u8]) -> Option<IntakeRow> {
    let (id, rest) = bytes.split_first_chunk::<8>()?;
    let (day, rest) = rest.split_first_chunk()?;
    let ([is_least], rest) = rest.split_first_chunk()?;
    let (minutes, frame) = rest.split_first_chunk()?;
    let is_least = match is_least {
        0 => false,
        1 => true,
        _ => return None,
    };
    Some(IntakeRow {
        id: self::id(id)?,
        day: Day(i32::from_be_bytes(*day)),
        waited: Waited {
            minutes: u32::from_be_bytes(*minutes),
            is_least,
        },
        frame: SealedFrame::try_from(frame).ok()?,
    })
}

/// Accepts a tip: all its parts' frames, and the record it is kept in. Spam is kept in a closed one,
/// so that nobody makes a tip disappear without a trace.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Accept {
    /// The frames of all parts, at most [`ACCEPT_MAX`].
    pub intake: Vec<IntakeId>,
    /// [`PARTS_NONCE_LEN`] random bytes that also lie inside the record's seal; the server keeps
    /// SHA-256(nonce || ids ascending, eight bytes each) with the record.
    pub nonce: Blob,
    /// The record, sealed to the triage vault.
    pub record: NewRecord,
}

/// Says that a test tip arrived where somebody can open it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CanaryArrived {
    /// The tip's id.
    pub tip: TipId,
    /// The hour in which it was sent, as it says itself.
    pub hour: Hour,
    /// The canary's mark, 64 bytes, as it lay inside the seal.
    pub mark: Blob,
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn batch() -> IntakeBatch {
        let row = |id, is_least| IntakeRow {
            id: IntakeId::from_random([id; 8]),
            day: Day(20_000),
            waited: Waited {
                minutes: 300,
                is_least,
            },
            frame: SealedFrame::try_from(vec![id; FRAME_LEN]).unwrap(),
        };
        IntakeBatch {
            gone: vec![IntakeId::from_random([9; 8])],
            rows: vec![row(1, true), row(2, false)],
        }
    }

    #[test]
    fn an_answer_reads_back_from_its_own_bytes_or_is_refused() {
        let bytes = batch().to_bytes();
        assert_eq!(IntakeBatch::parse(&bytes), Some(batch()));
        let none = IntakeBatch::default();
        assert_eq!(IntakeBatch::parse(&none.to_bytes()), Some(none));
        assert_eq!(IntakeBatch::parse(&bytes[..bytes.len() - 1]), None);
        for (at, value) in [(4, 0x80), (12, 0x80), (24, 2)] {
            let mut wrong = bytes.clone();
            wrong[at] = value;
            assert_eq!(IntakeBatch::parse(&wrong), None, "byte {at}");
        }
    }

    proptest! {
        #[test]
        fn foreign_bytes_never_panic(bytes in vec(any::<u8>(), 0..100), rows in 0_usize..3) {
            let mut whole = vec![0; 4];
            whole.resize(4 + ROW_LEN * rows, 1);
            whole.extend_from_slice(&bytes);
            let _ = IntakeBatch::parse(&whole);
            let _ = IntakeBatch::parse(&bytes);
        }
    }
}
