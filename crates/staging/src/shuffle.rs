//! A window that is over goes into the store, in random order, and its file is unlinked.

use std::collections::BTreeMap;
use std::path::Path;

use domain::{Day, SealedFrame};
use storage::{SeenHash, ShuffleError, Store};

use crate::TurnError;
use crate::dice::Dice;
use crate::window::{Places, Window, is_damage, set_aside, unlink};
use crate::writer::Shared;

/// Frames in memory at a time. Which frames share a batch is random, so batches tell nothing.
const BATCH: usize = 32;
const DRAWS: usize = 3;

/// Shuffles one file's frames into the store and unlinks it. Answers how many were new there.
///
/// Of a damaged file everything that can still be read is stored; the file is set aside and not tried
/// again.
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
    let mut window = match Window::reopen(path).await {
        Err(error) if is_damage(&error) => {
            let nothing = Handed::default();
            return nothing.leaving_the_rest(path);
        }
        opened => opened?,
    };
    let handed = hand_over_all(&mut window, store, dice).await?;
    window.retire().await;
    for hash in &handed.hashes {
        shared.known().remove(hash);
    }
    if handed.is_damaged {
        return handed.leaving_the_rest(path);
    }
    unlink(path)?;
    Ok(handed.stored)
}

/// What became of a file's frames.
#[derive(Default)]
struct Handed {
    /// New in the store.
    stored: u64,
    hashes: Vec<SeenHash>,
    /// Whether something could not be read.
    is_damaged: bool,
}

impl Handed {
    fn leaving_the_rest(self, path: &Path) -> Result<u64, TurnError> {
        set_aside(path)?;
        let read = self.hashes.len();
        tracing::error!(
            read,
            "a staging file is damaged: what could be read is in the store, the file is kept beside \
             the others as .damaged"
        );
        Ok(self.stored)
    }
}

async fn hand_over_all(
    window: &mut Window,
    store: &dyn Store,
    dice: &Dice,
) -> Result<Handed, TurnError> {
    let Places { found, is_damaged } = window.places().await?;
    let mut handed = Handed {
        is_damaged,
        ..Handed::default()
    };
    let mut by_day: BTreeMap<Day, Vec<i64>> = BTreeMap::new();
    for (key, day) in found {
        by_day.entry(day).or_default().push(key);
    }
    for (day, mut keys) in by_day {
        dice.shuffle(&mut keys);
        for batch in keys.chunks(BATCH) {
            let mut frames = Vec::with_capacity(batch.len());
            for &key in batch {
                match window.frame(key).await? {
                    Some(frame) => frames.push(frame),
                    None => handed.is_damaged = true,
                }
            }
            handed.hashes.extend(frames.iter().map(SeenHash::of));
            let stored = hand_over(frames, day, store, dice).await?;
            handed.stored = handed.stored.saturating_add(stored);
        }
    }
    Ok(handed)
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
