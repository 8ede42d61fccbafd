//! How much work there is at a desk, and with whom it lies.

use domain::Priority;

/// One tip of the desk, as it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) priority: Priority,
    /// Minutes it has waited.
    pub(crate) age: i64,
    pub(crate) overdue: bool,
    pub(crate) with: Hand,
}

/// Hand whom a tip lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hand {
    /// Nobody has accepted it.
    Intake,
    /// Its reports wait for a second officer.
    Signed,
    /// Accepted, and nobody works on it.
    Nobody,
    /// Handed to somebody who has not begun.
    Handed(String),
    /// Somebody works on it.
    Claimed(String),
}

impl Hand {
    /// As a row's head says it.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Intake => "Waiting, not accepted".into(),
            Self::Signed => "Signed, to be released".into(),
            Self::Nobody => "Accepted, held by nobody".into(),
            Self::Handed(name) => format!("Handed to {name}, not begun"),
            Self::Claimed(name) => format!("Held by {name}"),
        }
    }
}

/// Some of the work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Load {
    pub(crate) count: usize,
    pub(crate) overdue: usize,
    /// Minutes the oldest has waited.
    pub(crate) oldest: Option<i64>,
}

impl Load {
    fn of<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Self {
        let mut load = Self::default();
        for piece in pieces {
            load.count = load.count.saturating_add(1);
            load.overdue = load.overdue.saturating_add(usize::from(piece.overdue));
            load.oldest = load.oldest.max(Some(piece.age));
        }
        load
    }
}

/// The work of each priority, most urgent first.
pub(crate) fn by_priority(pieces: &[Piece]) -> Vec<(Priority, Load)> {
    let of = |priority: &Priority| {
        let own = pieces.iter().filter(|piece| piece.priority == *priority);
        (*priority, Load::of(own))
    };
    Priority::ALL.iter().map(of).collect()
}

/// The work with each, what nobody has first.
pub(crate) fn by_hand(pieces: &[Piece]) -> Vec<(Hand, Load)> {
    let mut hands: Vec<Hand> = pieces.iter().map(|piece| piece.with.clone()).collect();
    hands.sort();
    hands.dedup();
    let of = |with: Hand| {
        let load = Load::of(pieces.iter().filter(|piece| piece.with == with));
        (with, load)
    };
    hands.into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_counted_by_priority_and_by_hand() {
        let piece = |priority, age, with| Piece {
            priority,
            age,
            overdue: age > 15,
            with,
        };
        let ann = || Hand::Claimed("ann".into());
        let all = [
            piece(Priority::P1, 20, Hand::Intake),
            piece(Priority::P1, 3, ann()),
            piece(Priority::P3, 9, Hand::Nobody),
        ];
        let load = |count, overdue, oldest| Load {
            count,
            overdue,
            oldest,
        };
        assert_eq!(
            by_priority(&all),
            [
                (Priority::P1, load(2, 1, Some(20))),
                (Priority::P2, load(0, 0, None)),
                (Priority::P3, load(1, 0, Some(9))),
            ]
        );
        assert_eq!(
            by_hand(&all),
            [
                (Hand::Intake, load(1, 1, Some(20))),
                (Hand::Nobody, load(1, 0, Some(9))),
                (ann(), load(1, 0, Some(3))),
            ]
        );
    }
}
