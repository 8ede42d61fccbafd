//! Test tips: known by the mark of a key that the staff directory names, and shown to nobody.
//!
//! Whatever bears another mark, or comes while no staff directory is believed, is a tip like any other:
//! its text says what it is.

use std::collections::BTreeSet;

use domain::tip::TipPart;
use domain::wire::{Blob, CanaryArrived, IntakeRow};
use domain::work::{Original, Since};
use domain::{Hour, InstallationId, IntakeId, UnixSeconds};
use notes::PublicKey;

use super::waiting::{Frame, Waiting};

/// A test tip that came.
pub(crate) struct Canary {
    pub(crate) original: Original,
    pub(crate) arrived: CanaryArrived,
    frame: IntakeId,
}

/// Test tips that are still to be put away.
#[derive(Default)]
pub(super) struct Canaries(Vec<Canary>);

impl Canaries {
    /// Takes a part if it is a test tip with the mark of this key. Answers whether it is.
    pub(super) fn take(
        &mut self,
        part: &TipPart,
        row: &IntakeRow,
        key: Option<PublicKey>,
        inst: InstallationId,
        now: UnixSeconds,
    ) -> bool {
        let arrived = key.and_then(|key| marked(part, key, inst));
        let Some(arrived) = arrived else {
            return false;
        };
        let frame = Frame {
            id: row.id,
            day: row.day,
            since: Since::of(row.waited, row.day, now),
        };
        let mut waiting = Waiting::default();
        waiting.add(part.clone(), frame);
        let canary = waiting.original().map(|original| Canary {
            original,
            arrived,
            frame: row.id,
        });
        self.0.extend(canary);
        true
    }

    /// Gives up to so many, to be put away.
    pub(super) fn some(&mut self, most: usize) -> Vec<Canary> {
        let most = self.0.len().min(most);
        self.0.drain(..most).collect()
    }

    /// Keeps one that could not be put away for the next time.
    pub(super) fn keep(&mut self, canary: Canary) {
        self.0.push(canary);
    }

    /// Forgets those that somebody else put away.
    pub(super) fn lose(&mut self, gone: &BTreeSet<IntakeId>) {
        self.0.retain(|canary| !gone.contains(&canary.frame));
    }
}

/// What the server is told of a test tip; none if it bears no mark of this key, or says anything else.
fn marked(part: &TipPart, key: PublicKey, inst: InstallationId) -> Option<CanaryArrived> {
    let (tip, hour, mark) = (part.tip, Hour(part.hour), part.canary.as_ref()?);
    notes::canary::verify(key, inst, tip, hour, mark).ok()?;
    if !seal::is_canary(part) {
        return None;
    }
    let mark = Blob(mark.to_vec());
    Some(CanaryArrived { tip, hour, mark })
}
