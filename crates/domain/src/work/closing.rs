//! Closing without a report, and the check of some that were closed.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::Work;
use super::problem::{ReportField, ReportRule, WorkProblem};
use crate::answers::Danger;

/// Most bytes of UTF-8 in the note on a closing, and in a reason to reopen, hand over or take back.
pub const REASON_MAX: usize = 300;
/// Of so many closed records one is drawn for a check.
const ONE_IN: u64 = 10;

/// Why a tip was closed without a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum CloseReason {
    /// No tip at all.
    #[n(0)]
    Spam,
    /// Nothing the police can use.
    #[n(1)]
    NoValue,
    /// Known already.
    #[n(2)]
    Known,
    /// Sent to harm somebody, knowing it to be false.
    #[n(3)]
    Malicious,
    /// The same as another tip.
    #[n(4)]
    Duplicate,
    /// Another force's: the note says whose.
    #[n(5)]
    Outside,
    /// A test of the service itself: a console closes it as it comes, and nobody else closes anything so.
    #[n(6)]
    Canary,
}

impl CloseReason {
    /// Every reason that officers have, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::NoValue,
        Self::Known,
        Self::Duplicate,
        Self::Outside,
        Self::Malicious,
        Self::Spam,
    ];

    /// Whether somebody may be at risk all the same: what is no tip, a lie, or worked on in another record asks
    /// for no help.
    const fn is_about_something(self) -> bool {
        match self {
            Self::NoValue | Self::Known | Self::Outside => true,
            Self::Spam | Self::Malicious | Self::Duplicate | Self::Canary => false,
        }
    }

    /// Whether a supervisor looks at a closed record: one in ten by a lot that nobody else could know
    /// when it was closed, and every one that was called malicious or spoke of danger.
    pub fn is_drawn(self, lot: u64, danger: Danger) -> bool {
        self == Self::Malicious || danger != Danger::No || lot.is_multiple_of(ONE_IN)
    }
}

impl Work {
    /// What keeps this work from being closed for a reason, with a note.
    pub fn check_to_close(&self, reason: CloseReason, note: &str) -> Vec<WorkProblem> {
        let mut problems = self.threat_problems();
        if reason.is_about_something() {
            problems.extend(self.signpost_problems());
        }
        let rule = match (reason, note.trim().len()) {
            (CloseReason::Outside, 0) => Some(ReportRule::Missing),
            (_, 0..=REASON_MAX) => None,
            _ => Some(ReportRule::TooLong),
        };
        let field = ReportField::CloseNote;
        problems.extend(rule.map(|rule| WorkProblem { field, rule }));
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::ready;
    use super::*;
    use crate::work::Threat;

    #[test]
    fn one_in_ten_is_drawn_and_whatever_was_called_malicious_or_spoke_of_danger() {
        let drawn = |reason: CloseReason, danger| {
            let all = (0..1_000).filter(|lot| reason.is_drawn(*lot, danger));
            all.count()
        };
        assert_eq!(drawn(CloseReason::NoValue, Danger::No), 100);
        assert_eq!(drawn(CloseReason::Malicious, Danger::No), 1_000);
        assert_eq!(drawn(CloseReason::Spam, Danger::Unsaid), 1_000);
    }

    #[test]
    fn outside_names_the_force_and_a_threat_to_life_is_not_closed() {
        let mut work = ready();
        let fields = |problems: Vec<WorkProblem>| -> Vec<String> {
            problems.iter().map(|one| one.field.to_string()).collect()
        };
        assert!(work.check_to_close(CloseReason::Known, "").is_empty());
        let outside =
            |work: &Work, note: &str| fields(work.check_to_close(CloseReason::Outside, note));
        assert_eq!(outside(&work, " "), ["close-note"]);
        assert!(outside(&work, "North Yorkshire Police").is_empty());
        assert_eq!(outside(&work, &"x".repeat(REASON_MAX + 1)), ["close-note"]);
        work.threat = Some(Threat::default());
        assert_eq!(outside(&work, ""), ["threat", "close-note"]);
    }
}
