//! The clock of a tip: how long it may still wait, by its priority, in words and in three steps.

use domain::answers::{Answers, Danger};
use domain::console::{CardFace, TipView};
use domain::work::{Since, ThreatState};
use domain::{Category, Clocks, Minute, Priority};

use super::age::of_minutes;

/// How pressing a wait has become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pressing {
    Fresh,
    Due,
    Late,
}

/// A tip's clock at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    priority: Priority,
    /// Minutes left; negative once it is overdue.
    left: i64,
    whole: i64,
}

impl Clock {
    /// The clock of what waits since then.
    pub(crate) fn of(clocks: Clocks, priority: Priority, since: Since, now: Minute) -> Self {
        Self {
            priority,
            left: clocks.left(priority, since.minute, now),
            whole: clocks.minutes(priority),
        }
    }

    /// Whether its time is over.
    pub(crate) const fn is_overdue(self) -> bool {
        self.left <= 0
    }

    /// What it says: `P1: 4 min left`, `P1: overdue by 12 min`.
    pub(crate) fn words(self) -> String {
        match self.left {
            0 => format!("{}: overdue now", self.priority),
            1.. => format!("{}: {} left", self.priority, of_minutes(self.left)),
            _ => format!(
                "{}: overdue by {}",
                self.priority,
                of_minutes(self.left.saturating_neg())
            ),
        }
    }

    /// The class the style sheet colours.
    pub(crate) const fn class(self) -> &'static str {
        match self.pressing() {
            Pressing::Fresh => "age age-fresh",
            Pressing::Due => "age age-due",
            Pressing::Late => "age age-late",
        }
    }

    const fn pressing(self) -> Pressing {
        if self.is_overdue() {
            Pressing::Late
        } else if self.left.saturating_mul(3) <= self.whole {
            Pressing::Due
        } else {
            Pressing::Fresh
        }
    }
}

/// How urgent a waiting tip is taken to be until an officer says otherwise.
pub(crate) fn of_tip(tip: &TipView) -> Priority {
    let urgent = |answers: &Answers| suggested(answers.danger, &answers.about);
    tip.answers.as_ref().map_or(Priority::P3, urgent)
}

/// How urgent an accepted tip is: as an officer said; while they have not, as its answers do.
pub(crate) fn of_card(face: &CardFace) -> Priority {
    if face.threat == Some(ThreatState::Open) {
        return Priority::P1;
    }
    face.priority
        .unwrap_or_else(|| suggested(face.danger, &[face.category]))
}

fn suggested(danger: Danger, about: &[Category]) -> Priority {
    if danger != Danger::No {
        return Priority::P1;
    }
    let least = about.iter().filter_map(|one| one.minimum_priority()).min();
    least.unwrap_or(Priority::P3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::answers::tests::tip;

    fn clock(priority: Priority, waited: i64) -> Clock {
        let since = Since {
            minute: Minute(1_000),
            is_least: false,
        };
        Clock::of(Clocks::default(), priority, since, Minute(1_000 + waited))
    }

    #[test]
    fn a_clock_says_its_priority_and_what_is_left_or_over() {
        for (priority, waited, words, pressing) in [
            (Priority::P1, 0, "P1: 15 min left", Pressing::Fresh),
            (Priority::P1, 11, "P1: 4 min left", Pressing::Due),
            (Priority::P1, 15, "P1: overdue now", Pressing::Late),
            (Priority::P1, 27, "P1: overdue by 12 min", Pressing::Late),
            (Priority::P2, 30, "P2: 3 h 30 min left", Pressing::Fresh),
            (Priority::P3, 4_320, "P3: overdue by 24 h", Pressing::Late),
        ] {
            let clock = clock(priority, waited);
            assert_eq!((&*clock.words(), clock.pressing()), (words, pressing));
        }
    }

    #[test]
    fn danger_is_as_urgent_as_the_first_priority_and_categories_have_a_least() {
        let mut one = tip(1, Danger::Unsaid, 0);
        assert_eq!(of_tip(&one), Priority::P1);
        let answers = one.answers.as_mut().unwrap();
        answers.danger = Danger::No;
        answers.about = vec![Category::Fraud, Category::Firearms];
        assert_eq!(of_tip(&one), Priority::P2);
        one.answers = None;
        assert_eq!(of_tip(&one), Priority::P3);
    }
}
