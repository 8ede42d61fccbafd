//! The intake room: frames opened here, grouped into tips, waiting for an officer.

mod canary;
mod waiting;

use std::collections::{BTreeMap, BTreeSet};

use domain::console::{CanReply, Failure, TipView};
use domain::tip::{BundleSlot, TipPart};
use domain::wire::IntakeRow;
use domain::work::{Original, Since};
use domain::{Day, InstallationId, IntakeId, TipId, UnixSeconds, Week};
use notes::PublicKey;
use unseal::ahead::Ahead;
use unseal::tip::open_tip;

use self::canary::Canaries;
pub(crate) use self::canary::Canary;
use self::waiting::{Frame, Waiting};

/// Fewer unopened frames in one fetch than this are never worth a warning.
const JUMP_LEAST: u32 = 5;

/// Tips waiting, and what was counted on the way.
#[derive(Default)]
pub(crate) struct IntakeRoom {
    waiting: BTreeMap<TipId, Waiting>,
    since: BTreeMap<IntakeId, Since>,
    given: BTreeSet<IntakeId>,
    opened: u32,
    unopened: u32,
    canaries: Canaries,
}

/// Tips of which frames have gone.
pub(crate) struct Lost {
    pub(crate) whole: Vec<TipId>,
    pub(crate) in_part: Vec<TipId>,
}

/// How many frames opened and did not, at one moment.
#[derive(Clone, Copy)]
pub(crate) struct Count {
    opened: u32,
    unopened: u32,
}

/// The weeks whose keys to try for a frame of this day: its own, the one before, then all others.
pub(crate) fn weeks_to_try(day: Day, open: impl Iterator<Item = Week>) -> Vec<Week> {
    let likely = [day.week(), day.week().plus(-1)];
    let mut weeks: Vec<Week> = open.collect();
    weeks.sort_by_key(|week| likely.iter().position(|one| one == week).unwrap_or(2));
    weeks
}

impl IntakeRoom {
    /// Forgets what waits, but not since when: a server that was started again knows less.
    pub(crate) fn begin_again(&mut self) {
        let since = std::mem::take(&mut self.since);
        *self = Self {
            since,
            ..Self::default()
        };
    }

    /// Opens one frame with the first key that fits. Answers the tip it belongs to; of a test tip, marked by
    /// the canary's key, none, and it is not counted.
    pub(crate) fn open(
        &mut self,
        row: &IntakeRow,
        keys: &BTreeMap<Week, Ahead<'_>>,
        canary: Option<PublicKey>,
        inst: InstallationId,
        now: UnixSeconds,
    ) -> Option<TipId> {
        if !self.given.insert(row.id) {
            return None;
        }
        let weeks = weeks_to_try(row.day, keys.keys().copied());
        let keys: Vec<_> = weeks
            .into_iter()
            .filter_map(|week| keys.get(&week).map(|key| (week, key)))
            .collect();
        let part = open_tip(&keys, &row.frame, inst).ok();
        if let Some(part) = &part
            && self.canaries.take(part, row, canary, inst, now)
        {
            return None;
        }
        let tip = part.and_then(|part| self.group(part, row, now));
        let counter = match tip {
            Some(_) => &mut self.opened,
            None => &mut self.unopened,
        };
        *counter = counter.saturating_add(1);
        tip
    }

    /// Puts a part beside the others of its tip; one that contradicts them does not count as opened.
    fn group(&mut self, part: TipPart, row: &IntakeRow, now: UnixSeconds) -> Option<TipId> {
        let tip = part.tip;
        let told = Since::of(row.waited, row.day, now);
        let since = self.since.entry(row.id).or_insert(told);
        *since = since.or(told);
        let frame = Frame {
            id: row.id,
            day: row.day,
            since: *since,
        };
        let waiting = self.waiting.entry(tip).or_default();
        waiting.add(part, frame).then_some(tip)
    }

    /// Frames wait no longer: somebody took them, or their days are over. Answers the tips that have
    /// gone whole, and those of which something is left.
    pub(crate) fn lose(&mut self, frames: &[IntakeId]) -> Lost {
        self.expect_again(frames);
        let gone: BTreeSet<IntakeId> = frames.iter().copied().collect();
        self.canaries.lose(&gone);
        let touched = self.waiting.iter_mut();
        let touched = touched.filter_map(|(tip, waiting)| {
            let lost = waiting.lose(&gone);
            lost.then(|| (*tip, waiting.is_over()))
        });
        let (whole, rest): (Vec<_>, Vec<_>) = touched.partition(|(_, is_over)| *is_over);
        let tips = |all: Vec<(TipId, bool)>| all.into_iter().map(|(tip, _)| tip).collect();
        let lost = Lost {
            whole: tips(whole),
            in_part: tips(rest),
        };
        for tip in &lost.whole {
            self.waiting.remove(tip);
        }
        lost
    }

    /// The tips that wait, with how many parts of each have not come.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = (TipId, usize)> {
        let all = self.waiting.iter();
        all.map(|(tip, waiting)| (*tip, waiting.missing().len()))
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

    /// What opens the files of a tip that waits here.
    pub(crate) fn bundle(&self, tip: TipId) -> Option<&BundleSlot> {
        self.waiting.get(&tip)?.bundle()
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

    /// Gives up to so many test tips, to be put away.
    pub(crate) fn canaries(&mut self, most: usize) -> Vec<Canary> {
        self.canaries.some(most)
    }

    /// Keeps a test tip that could not be put away for the next time.
    pub(crate) fn keep_canary(&mut self, canary: Canary) {
        self.canaries.keep(canary);
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
        since: original.since,
        answers: Some(original.answers.clone()),
        story: original.text.clone(),
        lang: original.lang.clone(),
        knows: original.knows,
        path: original.path,
        hour: original.hour(),
        parts: original.parts,
        missing: original.missing.clone(),
        thread: original.thread,
        reply: CanReply::of(original.reply.as_ref()),
        has_files: original.bundle.is_some(),
        has_token: original.champion.is_some(),
    }
}

#[cfg(test)]
mod tests;
