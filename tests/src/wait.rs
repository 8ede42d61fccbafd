//! Waiting for conditions, with an end to patience. Nothing sleeps for a fixed time.

use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use domain::UnixSeconds;

const A_MOMENT: Duration = Duration::from_millis(25);

/// Tries until there is something, for half a minute.
pub fn until<T>(what: &str, found: impl FnMut() -> Option<T>) -> T {
    patiently(what, Duration::from_secs(30), found)
}

/// Tries until there is something, for so long.
pub fn patiently<T>(what: &str, patience: Duration, mut found: impl FnMut() -> Option<T>) -> T {
    let started = now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(
            started.elapsed() < patience,
            "waited {} s in vain: {what}",
            patience.as_secs()
        );
        sleep(A_MOMENT);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test's patience is measured by the real clock"
)]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// The time, for what is dated.
pub fn today() -> UnixSeconds {
    #[expect(
        clippy::disallowed_methods,
        reason = "whole-system tests run by the real clock, as the programs they start do"
    )]
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    UnixSeconds(seconds.cast_signed())
}
