//! When frames became visible: in this server's memory only, and only the minute.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use domain::Minute;

/// Minutes in which a window brought frames that are kept no longer than the frames themselves.
const KEPT_MINUTES: i64 = 28 * 24 * 60;

/// The minutes in which frames became visible.
#[derive(Debug, Default)]
pub struct Arrivals(Mutex<BTreeSet<Minute>>);

impl Arrivals {
    /// Frames became visible; at the start, frames that have been visible since who knows when.
    pub fn came(&self, now: Minute) {
        let mut minutes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        minutes.insert(now);
        *minutes = minutes.split_off(&now.plus(-KEPT_MINUTES));
    }

    /// The first minute whose frames a desk may not have that was last here then. Of one and the same
    /// minute it is not known which was first, so it may not.
    pub(crate) fn oldest(&self, seen: Option<Minute>) -> Option<Minute> {
        let minutes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let after = seen.unwrap_or(Minute(i64::MIN));
        minutes.range(after..).next().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_is_asked_for_the_first_frames_it_may_not_have() {
        let arrivals = Arrivals::default();
        assert_eq!(arrivals.oldest(None), None);
        for minute in [100, 105, 110] {
            arrivals.came(Minute(minute));
        }
        let oldest = |seen: i64| arrivals.oldest(Some(Minute(seen)));
        assert_eq!(arrivals.oldest(None), Some(Minute(100)));
        assert_eq!(oldest(103), Some(Minute(105)));
        assert_eq!(oldest(110), Some(Minute(110)));
        assert_eq!(oldest(111), None);
    }

    #[test]
    fn frames_that_are_gone_are_forgotten() {
        let arrivals = Arrivals::default();
        arrivals.came(Minute(0));
        arrivals.came(Minute(KEPT_MINUTES + 1));
        assert_eq!(arrivals.oldest(None), Some(Minute(KEPT_MINUTES + 1)));
    }
}
