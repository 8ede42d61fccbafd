//! How long something has waited, in words.

use domain::UnixSeconds;
use domain::work::Since;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The time since `then` in words; a clock that ran backwards reads as just now.
pub(crate) fn ago(then: UnixSeconds, now: UnixSeconds) -> String {
    match now.0.saturating_sub(then.0) {
        i64::MIN..MINUTE => "just now".into(),
        seconds => format!("{} ago", span(seconds)),
    }
}

/// How long something has waited, in words; `at least` if it may have been longer.
pub(crate) fn waits(since: Since, now: UnixSeconds) -> String {
    let then = since.minute.start();
    match now.0.saturating_sub(then.0) {
        _ if !since.is_least => ago(then, now),
        i64::MIN..MINUTE => "at least a moment".into(),
        seconds => format!("at least {}", span(seconds)),
    }
}

/// The time until `then` in words.
pub(crate) fn left(then: UnixSeconds, now: UnixSeconds) -> String {
    match then.0.saturating_sub(now.0) {
        i64::MIN..=0 => "no time left".into(),
        1..MINUTE => "under a minute left".into(),
        seconds => format!("{} left", span(seconds)),
    }
}

/// Minutes in words; up to three days in hours, for a day more or less is much to a clock.
pub(crate) fn of_minutes(minutes: i64) -> String {
    match minutes.saturating_mul(MINUTE) {
        seconds if (DAY..3 * DAY).contains(&seconds) => format!("{} h", seconds / HOUR),
        seconds => span(seconds),
    }
}

fn span(seconds: i64) -> String {
    let (count, unit) = match seconds {
        ..HOUR => (seconds / MINUTE, "min"),
        HOUR..DAY => (seconds / HOUR, "h"),
        _ => (seconds / DAY, "day"),
    };
    let minutes = (seconds % HOUR) / MINUTE;
    match unit {
        "h" if count < 4 && minutes > 0 => format!("{count} h {minutes} min"),
        "day" if count > 1 => format!("{count} days"),
        _ => format!("{count} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> UnixSeconds {
        UnixSeconds(seconds)
    }

    #[test]
    fn ages_read_as_people_say_them() {
        for (seconds, words) in [
            (-30, "just now"),
            (59, "just now"),
            (60, "1 min ago"),
            (59 * MINUTE + 59, "59 min ago"),
            (HOUR, "1 h ago"),
            (HOUR + 5 * MINUTE, "1 h 5 min ago"),
            (7 * HOUR + 5 * MINUTE, "7 h ago"),
            (DAY, "1 day ago"),
            (3 * DAY, "3 days ago"),
        ] {
            assert_eq!(ago(at(0), at(seconds)), words, "{seconds}");
        }
        assert_eq!(left(at(90), at(0)), "1 min left");
        assert_eq!(left(at(30), at(0)), "under a minute left");
        assert_eq!(left(at(0), at(10)), "no time left");
    }

    #[test]
    fn a_wait_nobody_is_sure_of_is_at_least_so_long() {
        let since = |is_least| Since {
            minute: at(0).minute(),
            is_least,
        };
        assert_eq!(waits(since(false), at(3 * HOUR)), "3 h ago");
        assert_eq!(waits(since(true), at(3 * HOUR)), "at least 3 h");
        assert_eq!(waits(since(true), at(3 * DAY)), "at least 3 days");
        assert_eq!(waits(since(true), at(30)), "at least a moment");
    }
}
