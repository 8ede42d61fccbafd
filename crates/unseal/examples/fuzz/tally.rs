//! Counting what all cores do.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// What was done so far.
#[derive(Default)]
pub(crate) struct Tally {
    executions: AtomicU64,
    accepted: AtomicU64,
    words: AtomicU64,
}

/// Stands over the lines.
pub(crate) fn heading() -> String {
    format!(
        "{:<20}{:>14}{:>12}{:>12}{:>10}",
        "body", "executions", "accepted", "a second", "seconds"
    )
}

impl Tally {
    pub(crate) fn add(&self, executions: u64, accepted: u64) {
        self.executions.fetch_add(executions, Ordering::Relaxed);
        self.accepted.fetch_add(accepted, Ordering::Relaxed);
    }

    /// Whether it is time for a word on the way; says so once each time.
    pub(crate) fn word_is_due(&self, took: Duration, every: Duration) -> bool {
        let due = took.as_secs() / every.as_secs().max(1);
        self.words.fetch_max(due, Ordering::Relaxed) < due
    }

    pub(crate) fn line(&self, name: &str, took: Duration) -> String {
        let executions = self.executions.load(Ordering::Relaxed);
        let accepted = self.accepted.load(Ordering::Relaxed);
        let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX).max(1);
        let rate = executions.saturating_mul(1_000) / milliseconds;
        let seconds = took.as_secs();
        format!("{name:<20}{executions:>14}{accepted:>12}{rate:>12}{seconds:>10}")
    }
}
