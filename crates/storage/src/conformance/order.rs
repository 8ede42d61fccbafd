//! What the order of things on disk tells of the order they came in, measured as a thief would.
//!
//! The marks and the measure are for backends' own tests, since each keeps its rows in its own way.

use domain::{Day, FRAME_LEN, IntakeId, SealedFrame};
use sha2::{Digest, Sha256};

use super::Case;
use super::actors::Shared;

/// How many frames come.
pub const FRAMES: u16 = 1_000;
const MARK: &[u8; 16] = b"\xF1a marked frame\xF1";

/// An id as random as the server draws it, and the same in every test.
pub fn drawn_id(number: u16) -> IntakeId {
    let hash = Sha256::digest(number.to_be_bytes());
    IntakeId::from_random(hash.first_chunk().copied().unwrap_or_default())
}

fn marked_frame(number: u16) -> SealedFrame {
    let mut bytes = vec![0x5A; FRAME_LEN];
    let mark = [MARK.as_slice(), &number.to_be_bytes()].concat();
    bytes.splice(10_000..10_000 + mark.len(), mark);
    SealedFrame::try_from(bytes).expect("a frame's length")
}

/// [`FRAMES`] frames come on one day in the order of their numbers, over windows of one to thirty.
pub async fn a_day_of_marked_frames(store: &Shared, day: Day) -> Case {
    let (mut next, mut size) = (0, 7);
    while next < FRAMES {
        let window = next..FRAMES.min(next + size);
        let mut frames: Vec<_> = window.map(|n| (drawn_id(n), marked_frame(n))).collect();
        // As a window is shuffled: in an order of chance, here that of the ids.
        frames.sort_by_key(|(id, _)| *id);
        store.shuffle_in(frames, day).await?;
        next += size;
        size = (size * 11 + 3) % 30 + 1;
    }
    Ok(())
}

/// The numbers of the marked frames in these bytes, in the order they lie there.
pub fn numbers_in(bytes: &[u8]) -> Vec<u16> {
    let mut numbers = Vec::new();
    let mut rest = bytes;
    while let Some(place) = rest.iter().position(|byte| *byte == MARK[0]) {
        rest = rest.get(place..).unwrap_or_default();
        if let Some(marked) = rest.strip_prefix(MARK) {
            let number = marked.first_chunk().copied().unwrap_or_default();
            numbers.push(u16::from_be_bytes(number));
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    numbers
}

/// Spearman's coefficient between the order of arrival and this one: 1 if they are the same, -1 if one
/// is the other turned round; of chance alone within ±0.1 in 998 of 1,000 tries.
pub fn correlation_with_arrival(numbers: &[u16]) -> f64 {
    let squares: f64 = numbers
        .iter()
        .zip(0_u16..)
        .map(|(&number, place)| (f64::from(number) - f64::from(place)).powi(2))
        .sum();
    let count = f64::from(FRAMES);
    assert_eq!(numbers.len(), usize::from(FRAMES), "each frame once");
    1.0 - 6.0 * squares / (count * (count * count - 1.0))
}

/// The numbers of the frames in the order of these ids.
pub fn numbers_of(ids: impl Iterator<Item = IntakeId>) -> Vec<u16> {
    let by_id: std::collections::BTreeMap<_, _> = (0..FRAMES).map(|n| (drawn_id(n), n)).collect();
    ids.filter_map(|id| by_id.get(&id).copied()).collect()
}
