//! A window that is over goes into the store, in random order, and its file is unlinked.

use std::collections::BTreeMap;
use std::path::Path;

use domain::{Day, SealedFrame};
use storage::{SeenHash, ShuffleError, Store};

use crate::TurnError;
use crate::dice::Dice;
use crate::window::{Window, unlink};
use crate::writer::Shared;

/// Frames in memory at a time. Which frames share a batch is random, so batches tell nothing.
const BATCH: usize = 256;
const DRAWS: usize = 3;

/// Shuffles one file's frames into the store and unlinks it. Answers how many were new there.
pub(crate) async fn shuffle_in(
    path: &Path,
    store: &dyn Store,
    dice: &Dice,
    shared: &Shared,
) -> Result<u64, TurnError> {
    if !path.exists() {
        tracing::error!("a staging file was removed by somebody else");
        return Ok(0);
    }
    let mut window = Window::reopen(path).await?;
    let mut by_day: BTreeMap<Day, Vec<i64>> = BTreeMap::new();
    for place in window.places().await? {
        by_day.entry(place.day).or_default().push(place.key);
    }
    let (mut stored, mut hashes) = (0_u64, Vec::new());
    for (day, mut keys) in by_day {
        dice.shuffle(&mut keys);
        for batch in keys.chunks(BATCH) {
            let mut frames = Vec::with_capacity(batch.len());
            for &key in batch {
                frames.push(window.frame(key).await?);
            }
            hashes.extend(frames.iter().map(SeenHash::of));
            stored = stored.saturating_add(hand_over(frames, day, store, dice).await?);
        }
    }
    window.retire().await;
    unlink(path)?;
    let mut known = shared.known();
    for hash in hashes {
        known.remove(&hash);
    }
    Ok(stored)
}

/// Hands frames over under random ids, drawn anew if one is taken.
async fn hand_over(
    frames: Vec<SealedFrame>,
    day: Day,
    store: &dyn Store,
    dice: &Dice,
) -> Result<u64, TurnError> {
    for _ in 0..DRAWS {
        let drawn = frames.iter().cloned();
        let drawn = drawn.map(|frame| (dice.intake_id(), frame)).collect();
        match store.shuffle_in(drawn, day).await {
            Ok(stored) => return Ok(stored),
            Err(ShuffleError::IdTaken) => {}
            Err(ShuffleError::Store(error)) => return Err(error.into()),
        }
    }
    Err(TurnError::NoFreeIds)
}
