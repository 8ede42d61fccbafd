//! The intake room: frames opened here, grouped into tips, waiting for an officer.

mod waiting;

use std::collections::{BTreeMap, BTreeSet};

use domain::console::{Failure, TipView};
use domain::tip::TipPart;
use domain::wire::INTAKE_ENTRY_LEN;
use domain::work::{Minute, Original};
use domain::{Day, InstallationId, IntakeId, SealedFrame, TipId, Week};
use unseal::Identity;
use unseal::tip::open_tip;

use self::waiting::Waiting;

/// Fewer unopened frames in one fetch than this are never worth a warning.
const JUMP_LEAST: u32 = 5;

/// One frame as the server gives it.
pub(crate) struct Entry {
    id: IntakeId,
    day: Day,
    frame: SealedFrame,
}

/// Tips waiting, and what was counted on the way.
#[derive(Default)]
pub(crate) struct IntakeRoom {
    waiting: BTreeMap<TipId, Waiting>,
    first_seen: BTreeMap<TipId, Minute>,
    given: BTreeSet<IntakeId>,
    opened: u32,
    unopened: u32,
}

/// How many frames opened and did not, at one moment.
#[derive(Clone, Copy)]
pub(crate) struct Count {
    opened: u32,
    unopened: u32,
}

/// Cuts a fetch's answer into entries. Anything that is no whole number of them is no answer of ours.
pub(crate) fn entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    let chunks = bytes.chunks_exact(INTAKE_ENTRY_LEN);
    if !chunks.remainder().is_empty() {
        return None;
    }
    chunks.map(entry).collect()
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let (id, rest) = bytes.split_first_chunk()?;
    let (day, frame) = rest.split_first_chunk()?;
    Some(Entry {
        id: IntakeId::from_column(i64::from_be_bytes(*id))?,
        day: Day(i32::from_be_bytes(*day)),
        frame: SealedFrame::try_from(frame).ok()?,
    })
}

/// The weeks whose keys to try for a frame of this day: its own, the one before, then all others.
pub(crate) fn weeks_to_try(day: Day, open: impl Iterator<Item = Week>) -> Vec<Week> {
    let likely = [day.week(), day.week().plus(-1)];
    let mut weeks: Vec<Week> = open.collect();
    weeks.sort_by_key(|week| likely.iter().position(|one| one == week).unwrap_or(2));
    weeks
}

impl IntakeRoom {
    /// Forgets what waits, but not when it was first seen.
    pub(crate) fn begin_again(&mut self) {
        let first_seen = std::mem::take(&mut self.first_seen);
        *self = Self {
            first_seen,
            ..Self::default()
        };
    }

    /// Opens one frame with the first key that fits. Answers the tip it belongs to.
    pub(crate) fn open(
        &mut self,
        entry: &Entry,
        keys: &BTreeMap<Week, &Identity>,
        inst: InstallationId,
        now: Minute,
    ) -> Option<TipId> {
        if !self.given.insert(entry.id) {
            return None;
        }
        let weeks = weeks_to_try(entry.day, keys.keys().copied());
        let keys: Vec<_> = weeks
            .into_iter()
            .filter_map(|week| keys.get(&week).map(|key| (week, *key)))
            .collect();
        let part = open_tip(&keys, &entry.frame, inst).ok();
        let tip = part.and_then(|part| self.group(part, entry, now));
        let counter = match tip {
            Some(_) => &mut self.opened,
            None => &mut self.unopened,
        };
        *counter = counter.saturating_add(1);
        tip
    }

    /// Puts a part beside the others of its tip; one that contradicts them does not count as opened.
    fn group(&mut self, part: TipPart, entry: &Entry, now: Minute) -> Option<TipId> {
        let tip = part.tip;
        let seen = *self.first_seen.entry(tip).or_insert(now);
        let waiting = self.waiting.entry(tip);
        let waiting = waiting.or_insert_with(|| Waiting::since(entry.day, seen));
        waiting.add(part, entry.id, entry.day).then_some(tip)
    }

    /// The tip as the console shows it.
    pub(crate) fn view(&self, tip: TipId) -> Option<TipView> {
        let waiting = self.waiting.get(&tip)?;
        waiting.view()
    }

    /// The tip as it is kept. It must wait here, and its first part must have come.
    pub(crate) fn original(&self, tip: TipId) -> Result<Original, Failure> {
        let waiting = self.waiting.get(&tip).ok_or(Failure::NotFound)?;
        waiting.original().ok_or(Failure::Incomplete)
    }

    /// What there is of a tip, for spam to be kept as; its first part may never have come.
    pub(crate) fn remains(&self, tip: TipId) -> Result<Original, Failure> {
        let waiting = self.waiting.get(&tip).ok_or(Failure::NotFound)?;
        waiting.remains().ok_or(Failure::NotFound)
    }

    /// A tip left the intake.
    pub(crate) fn remove(&mut self, tip: TipId) {
        self.waiting.remove(&tip);
    }

    /// Frames that were put back may be given once more.
    pub(crate) fn expect_again(&mut self, frames: &[IntakeId]) {
        for frame in frames {
            self.given.remove(frame);
        }
    }

    pub(crate) const fn count(&self) -> Count {
        Count {
            opened: self.opened,
            unopened: self.unopened,
        }
    }

    pub(crate) const fn unopened(&self) -> u32 {
        self.unopened
    }

    /// Whether clearly more frames than usual did not open since the count was taken. Some never do:
    /// cover frames and tips to other desks come in the same intake.
    pub(crate) fn jumped_since(&self, before: Count) -> bool {
        let unopened = u64::from(self.unopened.saturating_sub(before.unopened));
        let opened = u64::from(self.opened.saturating_sub(before.opened));
        let total = unopened.saturating_add(opened);
        let before_unopened = u64::from(before.unopened);
        let before_total = before_unopened.saturating_add(u64::from(before.opened));
        let twice_the_usual = if before_total == 0 {
            unopened.saturating_mul(2) > total
        } else {
            unopened.saturating_mul(before_total)
                > before_unopened.saturating_mul(total).saturating_mul(2)
        };
        unopened >= u64::from(JUMP_LEAST) && twice_the_usual
    }
}

/// A kept tip as the console shows it.
pub(crate) fn view_of(original: &Original) -> TipView {
    TipView {
        tip: original.tip,
        day: original.day,
        seen: original.seen,
        answers: Some(original.answers.clone()),
        story: original.text.clone(),
        lang: original.lang.clone(),
        knows: original.knows,
        path: original.path,
        hour: original.hour(),
        parts: original.parts,
        missing: original.missing.clone(),
        has_reply: original.reply.is_some(),
        has_files: original.bundle.is_some(),
        has_token: original.champion.is_some(),
    }
}

#[cfg(test)]
mod tests;
