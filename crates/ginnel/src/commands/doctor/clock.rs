//! The clock: whether it was set while the server ran.
//!
//! Whether it tells the right time, `right_time` finds out.

use domain::UnixSeconds;

use crate::diary::Noted;
use crate::findings::Finding;
use crate::machine;

/// A clock that is only pushed does not come that far from the one that counts from the start.
const JUMP_SECONDS: u64 = 30;

/// Compares what the running server noted when it started with how it is now.
pub(super) fn look(noted: Noted, now: UnixSeconds) -> Finding {
    judge(noted, now, machine::clock_offset(now))
}

fn judge(noted: Noted, now: UnixSeconds, offset: i64) -> Finding {
    let what = "clock";
    let mend = "`chronyc tracking` tells; mend the time source, then restart the server";
    if noted.settled.is_some_and(|settled| settled > now.day()) {
        let seen = "was set back: a day was settled that is still to come";
        return Finding::broken(what, seen, mend);
    }
    let Some(before) = noted.clock_offset else {
        return Finding::look(
            what,
            "the server did not note how it was at the start",
            mend,
        );
    };
    let jump = offset.saturating_sub(before);
    if jump.unsigned_abs() < JUMP_SECONDS {
        return Finding::well(what, "was not set since the server started");
    }
    let whither = if jump > 0 { "forward" } else { "back" };
    let seen = format!(
        "was set {whither} by {} seconds since the server started",
        jump.unsigned_abs()
    );
    Finding::broken(what, seen, mend)
}

#[cfg(test)]
mod tests {
    use domain::Day;

    use super::*;
    use crate::findings::Verdict;

    const NOW: UnixSeconds = UnixSeconds(20_780 * 86_400);

    fn verdict(before: Option<i64>, settled: i32, offset: i64) -> Verdict {
        let noted = Noted {
            clock_offset: before,
            settled: Some(Day(settled)),
            even: None,
        };
        judge(noted, NOW, offset).verdict
    }

    #[test]
    fn a_clock_that_was_set_is_told_and_one_that_was_pushed_is_not() {
        assert_eq!(verdict(Some(1_000), 20_780, 1_002), Verdict::Well);
        assert_eq!(verdict(Some(1_000), 20_780, 1_100), Verdict::Broken);
        assert_eq!(verdict(Some(1_000), 20_780, 900), Verdict::Broken);
        assert_eq!(verdict(Some(1_000), 20_781, 1_000), Verdict::Broken);
        assert_eq!(verdict(None, 20_780, 1_000), Verdict::Look);
    }
}
