//! Ringing: at once, again after a while, ever more rarely, and to the supervisors if nobody comes.
//!
//! Pure: what waited how long goes in, who is to be told comes out.

use domain::Minute;
use storage::{Audience, Slot};

/// Hours until the second, third and every further ring.
const HOURS_APART: [i64; 3] = [2, 4, 8];

/// What is remembered of one thing that waits at one desk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Bell {
    desk: Rung,
    supervisors: Rung,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Rung {
    times: usize,
    last_hour: i64,
}

impl Rung {
    fn hours_apart(self) -> i64 {
        let nth = self.times.saturating_sub(1);
        let [.., longest] = HOURS_APART;
        HOURS_APART.get(nth).copied().unwrap_or(longest)
    }

    /// The slot to ring in now. The slots are hours: coarse, since what is kept of a ring must not
    /// tell when a tip came; and of several servers that ring for the same thing one is heard.
    fn slot(self, hour: i64) -> Option<Slot> {
        let apart = self.hours_apart();
        let is_due = self.times == 0 || self.last_hour.abs_diff(hour) >= apart.unsigned_abs();
        is_due.then_some(Slot {
            number: hour,
            apart,
        })
    }
}

impl Bell {
    /// Who is to be told now that something has waited this long: the desk after its patience, the
    /// supervisors after twice that.
    pub(crate) fn due(&self, waited: i64, patience: i64, now: Minute) -> Vec<(Audience, Slot)> {
        let hour = now.start().hour().0;
        let audiences = [
            (Audience::Desk, patience),
            (Audience::Supervisors, patience.saturating_mul(2)),
        ];
        let told = audiences
            .into_iter()
            .filter(|(_, patience)| waited >= *patience);
        told.filter_map(|(audience, _)| Some((audience, self.rung(audience).slot(hour)?)))
            .collect()
    }

    /// They were told, by this server or another.
    pub(crate) fn rang(&mut self, audience: Audience, now: Minute) {
        let rung = match audience {
            Audience::Desk => &mut self.desk,
            Audience::Supervisors => &mut self.supervisors,
        };
        rung.times = rung.times.saturating_add(1);
        rung.last_hour = now.start().hour().0;
    }

    const fn rung(&self, audience: Audience) -> Rung {
        match audience {
            Audience::Desk => self.desk,
            Audience::Supervisors => self.supervisors,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who is told, minute by minute, of something that began at minute nought of an hour.
    fn told(patience: i64, minutes: i64) -> Vec<(i64, Audience)> {
        let (start, mut bell) = (Minute(600_000), Bell::default());
        let mut told = Vec::new();
        for waited in 0..=minutes {
            let now = start.plus(waited);
            for (audience, slot) in bell.due(waited, patience, now) {
                assert_eq!(slot.number, now.0 / 60);
                bell.rang(audience, now);
                told.push((waited, audience));
            }
        }
        told
    }

    #[test]
    fn the_desk_is_told_first_and_the_supervisors_when_nobody_came() {
        let (desk, supervisors) = (Audience::Desk, Audience::Supervisors);
        assert_eq!(told(10, 9), []);
        assert_eq!(told(10, 19), [(10, desk)]);
        assert_eq!(told(10, 20), [(10, desk), (20, supervisors)]);
    }

    #[test]
    fn rings_come_ever_more_rarely() {
        let all = told(10, 72 * 60);
        let of = |wanted| all.iter().filter(move |(_, who)| *who == wanted);
        let hours: Vec<_> = of(Audience::Desk).map(|(waited, _)| waited / 60).collect();
        assert_eq!(hours, [0, 2, 6, 14, 22, 30, 38, 46, 54, 62, 70]);
        assert_eq!(of(Audience::Supervisors).count(), hours.len());
    }

    #[test]
    fn two_servers_that_remember_differently_never_ring_within_two_hours() {
        let bell = Bell::default();
        let [(_, first)] = bell.due(10, 10, Minute(600_000))[..] else {
            panic!("it rings");
        };
        assert_eq!(first.apart, HOURS_APART[0]);
    }

    #[test]
    fn a_clock_that_was_set_back_a_day_does_not_silence_it() {
        let mut bell = Bell::default();
        bell.rang(Audience::Desk, Minute(600_000));
        assert_eq!(bell.due(10, 10, Minute(600_000 - 24 * 60)).len(), 1);
    }
}
