//! How long a tip of each priority may wait for its outcome.

use serde::{Deserialize, Serialize};

use crate::calendar::Minute;
use crate::priority::Priority;

/// Minutes from the moment triage could have read a tip until it is overdue, by priority. They run in
/// consoles: the server knows no priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Clocks {
    /// Of the first priority.
    pub p1_minutes: u32,
    /// Of the second.
    pub p2_minutes: u32,
    /// Of all others.
    pub p3_minutes: u32,
}

impl Default for Clocks {
    fn default() -> Self {
        Self {
            p1_minutes: 15,
            p2_minutes: 4 * 60,
            p3_minutes: 48 * 60,
        }
    }
}

impl Clocks {
    /// Minutes a tip of this priority may wait.
    pub fn minutes(self, priority: Priority) -> i64 {
        i64::from(match priority {
            Priority::P1 => self.p1_minutes,
            Priority::P2 => self.p2_minutes,
            Priority::P3 => self.p3_minutes,
        })
    }

    /// Minutes left to a tip that waits since then; negative once it is overdue.
    pub fn left(self, priority: Priority, since: Minute, now: Minute) -> i64 {
        self.minutes(priority).saturating_sub(now.since(since))
    }

    /// Whether more urgent tips may wait no longer than others, and none of them not at all.
    pub const fn are_sound(self) -> bool {
        0 < self.p1_minutes
            && self.p1_minutes <= self.p2_minutes
            && self.p2_minutes <= self.p3_minutes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_runs_down_to_nothing_and_on() {
        let clocks = Clocks::default();
        let left = |minutes: i64| clocks.left(Priority::P1, Minute(100), Minute(100 + minutes));
        assert_eq!([left(0), left(11), left(15), left(27)], [15, 4, 0, -12]);
        assert_eq!(clocks.left(Priority::P3, Minute(0), Minute(60)), 47 * 60);
        let odd = Clocks {
            p1_minutes: 500,
            ..clocks
        };
        assert!(clocks.are_sound() && !odd.are_sound());
    }
}
