//! What happens by itself: the clock, the intake's window, the claim, the session's end.

use domain::console::{Failure, Me};
use domain::{Desk, RecordId, Role, UnixSeconds};
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Console, Why};
use crate::browser;
use crate::place::Place;

/// How often the clock ticks, in milliseconds.
const TICK: u32 = 5_000;
/// How often a held claim is renewed, in seconds: whoever lost it is told no later.
const RENEW_EVERY: i64 = 20;
/// How long a claim lasts unless it is renewed, in seconds.
const LEASE: i64 = 10 * 60;
/// An officer who has not written for so long gives the claim to whoever comes, in seconds.
const IDLE: i64 = 15 * 60;
/// An enrolment nobody has touched for so long is forgotten, in seconds.
const UNATTENDED: i64 = 15 * 60;
/// Whoever used the console less than this ago is taken to see what comes, in seconds.
const ATTENDED: i64 = 2 * 60;
/// How long before it locks the console says so, in seconds.
const LOCKS_SOON: i64 = 60;
/// How long before a session's life is over the console says so, in seconds.
const ENDS_SOON: i64 = 10 * 60;
/// So long before its end a session is locked, so that what is written can still be saved, in seconds.
const ENDS: i64 = 20;
/// How often the server is asked for what is new, in seconds.
const LISTS_EVERY: i64 = 60;
/// How often notes and keys are read again, in seconds.
const REFRESH_EVERY: i64 = 60 * 60;

impl Console {
    /// Starts the clock.
    pub(crate) fn tick(self) {
        let refreshed = StoredValue::new(browser::now());
        let listed = StoredValue::new(browser::now());
        Interval::new(TICK, move || {
            let now = browser::now();
            self.now.set(now);
            if self.me.with_untracked(Option::is_none) {
                self.forget_enrolment_left_alone(now);
                return;
            }
            if let Some(why) = self.must_lock(now) {
                return self.lock(why);
            }
            self.fetch_if_due(now);
            self.renew_if_due(now);
            if is_due(listed, now, LISTS_EVERY) {
                self.read_lists();
            }
            if is_due(refreshed, now, REFRESH_EVERY) {
                spawn_local(async move {
                    let _ = self.refresh().await;
                });
            }
        })
        .forget();
    }

    /// Notes that somebody is there.
    ///
    /// Too late if nobody was for so long already: a computer that slept does not tick, and whoever
    /// opens its lid must not find the desk open.
    pub(crate) fn stay_awake(self) {
        let now = browser::now();
        if self.me.with_untracked(Option::is_some) && self.is_unattended(now) {
            return self.lock(Why::Left);
        }
        if self.awake.get_untracked() != now {
            self.awake.set(now);
        }
    }

    /// Whether the console is about to lock because nobody is there.
    pub(crate) fn dozes(self) -> bool {
        let alone = self.now.get().0.saturating_sub(self.awake.get().0);
        alone >= self.patience().saturating_sub(LOCKS_SOON)
    }

    /// Whether the session's life is nearly over.
    pub(crate) fn ends_soon(self) -> bool {
        self.left().is_some_and(|left| left < ENDS_SOON)
    }

    /// Seconds of the session that are left.
    fn left(self) -> Option<i64> {
        let until = self.me.with(|me| me.as_ref().map(|me| me.until))?;
        Some(until.0.saturating_sub(self.now.get().0))
    }

    fn must_lock(self, now: UnixSeconds) -> Option<Why> {
        if self.is_unattended(now) {
            return Some(Why::Left);
        }
        let over = untrack(|| self.left()).is_some_and(|left| left <= ENDS);
        over.then_some(Why::LifeOver)
    }

    fn is_unattended(self, now: UnixSeconds) -> bool {
        self.alone_for(now) >= untrack(|| self.patience())
    }

    /// Whether somebody is there to see what a fetch brings. Otherwise the alarm rings as if none was made.
    pub(super) fn is_attended(self, now: UnixSeconds) -> bool {
        self.alone_for(now) < ATTENDED
    }

    /// How long nobody has used the console, in seconds.
    fn alone_for(self, now: UnixSeconds) -> i64 {
        now.0.saturating_sub(self.awake.get_untracked().0)
    }

    /// How long nobody may be there, in seconds. The server ends idle sessions too, but a console that
    /// fetches is never idle to it.
    fn patience(self) -> i64 {
        let idle = |me: &Me| i64::from(me.idle);
        self.me.with(|me| me.as_ref().map_or(UNATTENDED, idle))
    }

    /// An enrolment shows a passphrase, and nobody is signed in who could be signed out.
    fn forget_enrolment_left_alone(self, now: UnixSeconds) {
        if self.place.get_untracked() == Place::Enrol && self.is_unattended(now) {
            browser::begin_again();
        }
    }

    fn fetch_if_due(self, now: UnixSeconds) {
        let (Some(every), true) = (
            self.intake.every.get_untracked(),
            untrack(|| self.at_triage()),
        ) else {
            return;
        };
        let tried = self.intake.tried.get_untracked();
        if tried.is_none_or(|tried| now.0.saturating_sub(tried.0) >= i64::from(every)) {
            self.fetch(self.intake.fetched.get_untracked().is_none());
        }
    }

    fn renew_if_due(self, now: UnixSeconds) {
        let bench = self.bench;
        let (Some(record), Some(until)) = (bench.held(), bench.claim.get_untracked()) else {
            return;
        };
        if now >= until {
            bench.claim.set(None);
            bench.readonly.set(Some(Failure::ClaimLost));
            return;
        }
        let edited = bench.edited_at.get_untracked();
        let idle = edited.is_none_or(|at| now.0.saturating_sub(at.0) > IDLE);
        let left = until.0.saturating_sub(now.0);
        if !idle && left <= LEASE.saturating_sub(RENEW_EVERY) {
            spawn_local(self.renew(record));
        }
    }

    /// Makes the claim last longer. Whoever lost it sees at once who has it.
    async fn renew(self, record: RecordId) {
        match self.claim(record).await {
            Ok(()) if self.bench.held() == Some(record) => {}
            Ok(()) => {
                let _ = self.list_cards().await;
            }
            Err(failure) => self.say_failed(&failure),
        }
    }

    /// Reads again, quietly, what the officer may be looking at. Whoever has no lists asks who they are:
    /// a session that was ended elsewhere is over here with the next question.
    fn read_lists(self) {
        let (inboxes, triage) = untrack(|| (self.inboxes(), self.at_triage()));
        let coordinates = self
            .me
            .with_untracked(|me| me.as_ref().is_some_and(coordinates));
        let none = inboxes.is_empty() && !triage && !coordinates;
        spawn_local(async move {
            for desk in inboxes {
                let _ = self.list_inbox(desk).await;
                let _ = self.list_cases(desk).await;
            }
            if triage {
                let _ = self.list_inbox(Desk::Triage).await;
                let _ = self.list_drafts().await;
                let _ = self.list_sent().await;
            }
            if coordinates {
                let _ = self.list_officers().await;
            }
            if none {
                let _ = self.refresh().await;
            }
        });
    }
}

fn coordinates(me: &Me) -> bool {
    me.role == Role::Coordinator
}

fn is_due(last: StoredValue<UnixSeconds>, now: UnixSeconds, every: i64) -> bool {
    let due = now.0.saturating_sub(last.get_value().0) >= every;
    if due {
        last.set_value(now);
    }
    due
}
