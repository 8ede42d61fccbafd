//! Since when a tip waits.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Minute, UnixSeconds};
use crate::wire::Waited;

/// The minute since which triage could have read something, as far as anybody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Since {
    /// The minute.
    #[n(0)]
    pub minute: Minute,
    /// Whether it may have waited longer: it came before the server last started, or by another one.
    #[n(1)]
    pub is_least: bool,
}

impl Since {
    /// Since when a frame of this day waits, of which the server has just said so. What waits at least
    /// some minutes also waits since its own day was over.
    pub fn of(waited: Waited, day: Day, now: UnixSeconds) -> Self {
        let told = now.minute().plus(-i64::from(waited.minutes));
        let day_over = day.plus(1).start().minute();
        Self {
            minute: if waited.is_least {
                told.min(day_over)
            } else {
                told
            },
            is_least: waited.is_least,
        }
    }

    /// How long that is now, for the server to remember once more.
    pub fn waited(self, now: UnixSeconds) -> Waited {
        let minutes = now.minute().since(self.minute).max(0);
        Waited {
            minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
            is_least: self.is_least,
        }
    }

    /// What two words about the same frame amount to: a certain one before one that is not, else the
    /// earlier.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if (other.is_least, other.minute) < (self.is_least, self.minute) {
            other
        } else {
            self
        }
    }

    /// Since when a tip waits whose frames wait since these two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            minute: self.minute.min(other.minute),
            is_least: self.is_least || other.is_least,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: UnixSeconds = UnixSeconds(20_780 * 86_400 + 43_200);

    fn waited(minutes: u32, is_least: bool) -> Waited {
        Waited { minutes, is_least }
    }

    fn since(minute: i64, is_least: bool) -> Since {
        let minute = Minute(minute);
        Since { minute, is_least }
    }

    #[test]
    fn what_waits_since_an_earlier_day_waits_at_least_since_its_end() {
        let (today, noon) = (NOON.day(), NOON.minute());
        let of = |waited, day| Since::of(waited, day, NOON.plus(59));
        assert_eq!(of(waited(5, true), today), since(noon.0 - 5, true));
        let midnight = today.start().minute();
        assert_eq!(of(waited(5, true), today.plus(-1)), since(midnight.0, true));
        assert_eq!(
            of(waited(900, true), today.plus(-1)),
            since(noon.0 - 900, true)
        );
        assert_eq!(
            of(waited(700, false), today.plus(-1)),
            since(noon.0 - 700, false),
            "shuffled in after midnight, and known"
        );
    }

    #[test]
    fn certainty_comes_first_for_a_frame_and_last_for_a_tip() {
        let (sure, late, early) = (since(10, false), since(20, true), since(5, true));
        assert_eq!((sure.or(late), late.or(sure)), (sure, sure));
        assert_eq!((late.or(early), early.or(late)), (early, early));
        assert_eq!(sure.and(late), since(10, true));
        assert_eq!(sure.and(early), since(5, true));
        assert_eq!(sure.and(since(12, false)), sure);
    }

    #[test]
    fn a_wait_outlives_its_record() {
        let since = Since::of(waited(90, true), NOON.day(), NOON);
        assert_eq!(since.waited(NOON.plus(600)), waited(100, true));
        assert_eq!(since.waited(NOON.plus(-86_400)), waited(0, true));
    }
}
