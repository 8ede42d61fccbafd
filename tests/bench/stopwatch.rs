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

/// A count as a number to reckon with.
#[expect(
    clippy::cast_precision_loss,
    reason = "a bench counts bytes and frames, far below 2^52"
)]
pub(crate) fn float(count: impl TryInto<u64>) -> f64 {
    count.try_into().unwrap_or(u64::MAX) as f64
}

/// How many in a second.
pub(crate) fn per_second(count: usize, took: Duration) -> f64 {
    float(count) / took.as_secs_f64().max(f64::EPSILON)
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

/// Milliseconds.
pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// What half of them do not exceed.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    percentile(&values, 50)
}

/// What so many of a hundred sorted values do not exceed.
pub(crate) fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().unwrap_or_default()
}
