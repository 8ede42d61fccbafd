//! Measuring time, and how often something can be done in it.

use std::time::{Duration, Instant};

/// The real clock.
#[expect(
    clippy::disallowed_methods,
    reason = "a bench measures by the real clock"
)]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// How many in a second.
#[expect(
    clippy::cast_precision_loss,
    reason = "a bench counts to some thousands"
)]
pub(crate) fn per_second(count: usize, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64().max(f64::EPSILON)
}

/// Does something for this long, or this often if that is sooner; gives times a second.
pub(crate) fn rate(time: Duration, most: usize, mut work: impl FnMut()) -> f64 {
    let started = now();
    let mut done = 0;
    while done < most && started.elapsed() < time {
        work();
        done += 1;
    }
    per_second(done, started.elapsed())
}
