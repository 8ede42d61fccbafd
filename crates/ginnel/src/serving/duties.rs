//! What happens by the clock: windows turn, days settle, what is over goes.

mod over;

use std::sync::Arc;
use std::time::Duration;

use api::public::Door;
use api::staff::Waits;
use blobs::Blobs;
use domain::mailbox::REPLY_DAYS;
use domain::{Clock, Day, UnixSeconds};
use staging::Staging;
use storage::{OperationsLog, Store};
use tokio::sync::watch;
use tokio::time::MissedTickBehavior;

use super::published::Progress;
use crate::diary::{Diary, Even, Noted};

/// Days an arrived frame is kept; the page says the same.
pub(crate) const INTAKE_DAYS: u16 = 28;
/// Weeks after which what arrived in one can no longer be opened.
const EPOCH_WEEKS: i32 = 4;
/// How long a claim whose lease ran out is still its holder's unless somebody else claims.
const CLAIM_SECONDS: i64 = 86_400;
const PURGE_SECONDS: i64 = 3_600;
/// How long the clock must have gone on evenly before whole days are deleted by it.
const STEADY_SECONDS: i64 = 86_400;
/// From one look at the clock to the next; more, and somebody has set it. Settling a large store may
/// take an hour.
const LEAP_SECONDS: i64 = 7_200;
/// What a clock that is kept right may go back.
const STEP_SECONDS: i64 = 60;
const TICK: Duration = Duration::from_secs(1);

/// Everything that happens by the clock.
pub(super) struct Duties {
    pub store: Arc<dyn Store>,
    /// Told what desks kept before it is deleted.
    pub log: Arc<dyn OperationsLog>,
    pub staging: Staging,
    pub blobs: Arc<Blobs>,
    pub waits: Arc<Waits>,
    pub door: Arc<Door>,
    pub clock: Arc<dyn Clock>,
    pub diary: Diary,
    pub window_seconds: u32,
    /// Told after each window what was done by then.
    pub progress: watch::Sender<Progress>,
}

/// When each was done last.
struct Done {
    turned: UnixSeconds,
    purged: Option<UnixSeconds>,
    /// Whole days included.
    purged_all: Option<UnixSeconds>,
    settled: Settled,
    steady: Steady,
}

/// Since when the clock goes on evenly. One that is set wrong must not delete what it takes for old:
/// there is a day to set it right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Steady(Even);

impl Steady {
    /// At the start. A server that did its work yesterday or today is told no new day by its clock, unless
    /// it had not yet seen it go on evenly for one; it goes on where it was, as does one that was away.
    fn at_start(now: UnixSeconds, noted: Noted) -> Self {
        let today = now.day();
        let worked = [today, today.plus(-1)].map(Some).contains(&noted.settled);
        let began = |even: &Even| even.until.0.saturating_sub(even.since.0) < STEADY_SECONDS;
        match noted.even {
            Some(even) if !worked || began(&even) => {
                let mut before = Self(even);
                before.look(now);
                before
            }
            Some(_) | None => {
                let ago = if worked { STEADY_SECONDS } else { 0 };
                let since = now.plus(-ago);
                Self(Even { since, until: now })
            }
        }
    }

    /// Looks at the clock. Answers whether what it says may delete whole days.
    fn look(&mut self, now: UnixSeconds) -> bool {
        let Self(Even { since, until }) = self;
        let went = now.0.saturating_sub(until.0);
        if !(-STEP_SECONDS..LEAP_SECONDS).contains(&went) {
            tracing::error!("the clock was set, or stood still: for a day nothing old is deleted");
            *since = now;
        }
        *until = now;
        now.0.saturating_sub(since.0) >= STEADY_SECONDS
    }
}

/// Which day the days before were settled on, and whether a window was still missing then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Settled {
    on: Option<Day>,
    incomplete: bool,
}

impl Settled {
    /// Whether to settle now: once a day, and again when a window that was late has come in, since it
    /// may have brought frames of a day that is over.
    fn is_owed(self, today: Day, turned: bool) -> bool {
        self.on != Some(today) || (self.incomplete && turned)
    }
}

impl Duties {
    /// Does them until told to stop, then turns the last window.
    pub(super) async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut ticks = tokio::time::interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut done = Done {
            turned: self.clock.now(),
            purged: None,
            purged_all: None,
            settled: Settled::default(),
            steady: Steady::at_start(self.clock.now(), self.diary.read()),
        };
        self.diary.note_start(done.turned);
        // Before a day is noted that the next start might go by.
        self.diary.note_even(done.steady.0);
        // What lies there already came some time before.
        let _ = self.waits.catch_up(&*self.store, self.clock.now()).await;
        while !*stop.borrow() {
            tokio::select! {
                _ = ticks.tick() => self.tick(&mut done).await,
                changed = stop.changed() => if changed.is_err() { break },
            }
        }
        if let Err(error) = self.staging.close().await {
            tracing::error!(%error, "the last window is kept for the next start");
        }
    }

    async fn tick(&self, done: &mut Done) {
        let now = self.clock.now();
        let is_steady = done.steady.look(now);
        // Asked for its side effect: whoever cannot wait finds the answer fresh.
        let _ = self.door.open().await;
        let is_new_day = done.turned.day() != now.day();
        if is_new_day || is_due(done.turned, now, self.window_seconds.into()) {
            done.turned = now;
            self.blobs.forget_lapsed();
            let turned = self.turn_window().await;
            // Only now: the last frames of a day come in before it is settled, and none stands apart.
            if done.settled.is_owed(now.day(), turned) && self.settle(now.day(), is_steady).await {
                done.settled = Settled {
                    on: Some(now.day()),
                    incomplete: !turned,
                };
            }
            let (settled, purged) = (done.settled.on, done.purged_all);
            self.progress.send_replace(Progress {
                turned: now,
                settled,
                purged,
            });
        }
        if done
            .purged
            .is_none_or(|last| is_due(last, now, PURGE_SECONDS))
        {
            done.purged = Some(now);
            done.purged_all = is_steady.then_some(now).or(done.purged_all);
            self.diary.note_even(done.steady.0);
            self.purge(now, is_steady).await;
        }
    }

    async fn turn_window(&self) -> bool {
        let turned = self
            .waits
            .turn_window(&self.staging, &*self.store, &*self.clock);
        let turned = turned.await;
        if let Err(error) = &turned {
            tracing::error!(%error, "a window waits on disk and is tried again");
        }
        turned.is_ok()
    }

    async fn settle(&self, today: Day, is_steady: bool) -> bool {
        let settled = self.store.settle_intake(today).await;
        match &settled {
            // The next start goes by it.
            Ok(_) if is_steady || self.diary.read().settled.is_none() => {
                self.diary.note_settled(today);
            }
            Ok(_) => {}
            Err(error) => {
                tracing::error!(%error, "the days that are over are not settled; tried again");
            }
        }
        settled.is_ok()
    }

    /// Deletes what is over. What fails does not keep the rest from going.
    async fn purge(&self, now: UnixSeconds, is_steady: bool) {
        let (store, today) = (&self.store, now.day());
        let intake_ends = today.plus(1 - i32::from(INTAKE_DAYS));
        let blobs_end = is_steady.then_some(intake_ends);
        // Copying a day's blobs may take long, and windows must turn.
        tokio::spawn(tend_blobs(self.blobs.clone(), today, blobs_end));
        let mut gone = vec![
            ("sessions", store.purge_sessions(now).await),
            (
                "claims",
                store.forget_claims(now.plus(-CLAIM_SECONDS)).await,
            ),
        ];
        if is_steady {
            let oldest_week = today.week().plus(-EPOCH_WEEKS);
            let replies_end = today.plus(1 - REPLY_DAYS);
            gone.extend([
                ("invitations", store.purge_invitations(now).await),
                ("intake", store.purge_intake(intake_ends).await),
                ("drafts", store.purge_drafts(oldest_week).await),
                ("replies", store.purge_replies(replies_end).await),
                ("log", store.purge_log(today.year()).await),
                ("epochs", store.destroy_desk_epochs(oldest_week).await),
            ]);
            if let Err(error) = self.erase_over(now).await {
                let what = "records and reports";
                tracing::error!(%error, what, "not deleted; tried again in an hour");
            }
            match self.staging.purge_damaged(intake_ends) {
                Ok(0) => {}
                Ok(windows) => {
                    tracing::error!(
                        windows,
                        "damaged windows are over and deleted: tips are lost"
                    );
                }
                Err(error) => {
                    tracing::error!(%error, "a damaged window is not deleted; tried again in an hour");
                }
            }
        }
        for (what, outcome) in gone {
            if let Err(error) = outcome {
                tracing::error!(%error, what, "not deleted; tried again in an hour");
            }
        }
    }
}

/// Deletes the blobs that are over, and takes from those of yesterday what tells more than the day.
async fn tend_blobs(blobs: Arc<Blobs>, today: Day, end: Option<Day>) {
    if let Some(before) = end
        && let Err(error) = blobs.purge(before).await
    {
        tracing::error!(%error, what = "blobs", "not deleted; tried again in an hour");
    }
    if let Err(error) = blobs.settle(today).await {
        tracing::error!(%error, "blobs of days that are over still tell when they came");
    }
}

/// Whether so many seconds have passed; also if the clock was set back.
fn is_due(last: UnixSeconds, now: UnixSeconds, seconds: i64) -> bool {
    !(0..seconds).contains(&now.0.saturating_sub(last.0))
}

#[cfg(test)]
mod tests;
