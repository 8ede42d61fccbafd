//! A threat to life: that the Force Control Room was told by its normal channels, and has answered.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::Work;
use super::problem::{ReportField, ReportRule, ThreatPart, WorkProblem};
use crate::answers::Danger;
use crate::calendar::Minute;
use crate::priority::Priority;

/// Most bytes of UTF-8 in each line of a [`Threat`].
pub const THREAT_LINE_MAX: usize = 200;

/// What is known of a threat to life. Until an officer has said that there is none, or all of it is
/// recorded, the tip is neither closed nor sent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Threat {
    /// Whether there is one; none while no officer has said so.
    #[n(0)]
    pub is_one: Option<bool>,
    /// Who was told.
    #[n(1)]
    pub told: String,
    /// When they were told.
    #[n(2)]
    pub at: Option<Minute>,
    /// The control room's number for it.
    #[n(3)]
    pub incident: String,
    /// Who at the control room said that they have it.
    #[n(4)]
    pub acknowledged_by: String,
}

/// How far a threat to life has come, for lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum ThreatState {
    /// An officer must say whether there is one.
    #[n(0)]
    Undecided,
    /// There is one, and the control room is not yet known to have it.
    #[n(1)]
    Open,
    /// There is one, and the control room has it.
    #[n(2)]
    Recorded,
}

impl Threat {
    /// What a tip starts with whose reporter was asked about danger.
    pub fn begin(danger: Danger) -> Option<Self> {
        (danger != Danger::No).then(Self::default)
    }

    fn problems(&self) -> Vec<WorkProblem> {
        match self.is_one {
            None => return vec![problem(ThreatPart::IsOne, ReportRule::Missing)],
            Some(false) => return Vec::new(),
            Some(true) => {}
        }
        let line = |text: &str, part| match text.trim().len() {
            0 => Some(problem(part, ReportRule::Missing)),
            1..=THREAT_LINE_MAX => None,
            _ => Some(problem(part, ReportRule::TooLong)),
        };
        let at = self.at.is_none();
        let at = at.then(|| problem(ThreatPart::At, ReportRule::Missing));
        let all = [
            line(&self.told, ThreatPart::Told),
            at,
            line(&self.incident, ThreatPart::Incident),
            line(&self.acknowledged_by, ThreatPart::AcknowledgedBy),
        ];
        all.into_iter().flatten().collect()
    }
}

impl Work {
    /// What must still be said of a threat to life before the tip is closed or sent, in form order.
    /// The first priority asks for a word about it too.
    pub fn threat_problems(&self) -> Vec<WorkProblem> {
        match (&self.threat, self.priority) {
            (Some(threat), _) => threat.problems(),
            (None, Some(Priority::P1)) => Threat::default().problems(),
            (None, Some(Priority::P2 | Priority::P3) | None) => Vec::new(),
        }
    }

    /// How far it has come, if there is or may be a threat to life.
    pub fn threat_state(&self) -> Option<ThreatState> {
        let is_one = self.threat.as_ref().and_then(|threat| threat.is_one);
        let is_open = !self.threat_problems().is_empty();
        match (is_one, is_open) {
            (Some(false), _) | (None, false) => None,
            (None, true) => Some(ThreatState::Undecided),
            (Some(true), true) => Some(ThreatState::Open),
            (Some(true), false) => Some(ThreatState::Recorded),
        }
    }
}

const fn problem(part: ThreatPart, rule: ReportRule) -> WorkProblem {
    let field = ReportField::Threat { part };
    WorkProblem { field, rule }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{TODAY, ready};
    use super::*;

    fn fields(work: &Work) -> Vec<String> {
        let problems = work.threat_problems();
        let fields = problems.iter().map(|one| one.field.to_string());
        fields.collect()
    }

    #[test]
    fn a_threat_to_life_holds_the_tip_until_all_of_it_is_recorded() {
        let mut work = ready();
        assert_eq!((fields(&work), work.threat_state()), (vec![], None));
        work.threat = Threat::begin(Danger::CannotCall);
        assert_eq!(
            fields(&work),
            ["threat"],
            "somebody must say whether there is one"
        );
        assert_eq!(work.threat_state(), Some(ThreatState::Undecided));
        let mut threat = Threat {
            is_one: Some(true),
            ..Threat::default()
        };
        work.threat = Some(threat.clone());
        let all = ["threat-told", "threat-at", "threat-incident", "threat-by"];
        assert_eq!(fields(&work), all);
        assert_eq!(work.check(TODAY).unwrap_err().len(), all.len());
        assert_eq!(work.threat_state(), Some(ThreatState::Open));
        threat.told = "Inspector on duty".into();
        threat.at = Some(Minute(29_000_000));
        threat.incident = "x".repeat(THREAT_LINE_MAX + 1);
        threat.acknowledged_by = "  ".into();
        work.threat = Some(threat.clone());
        assert_eq!(fields(&work), ["threat-incident", "threat-by"]);
        threat.incident = "1427 of today".into();
        threat.acknowledged_by = "Call handler 12".into();
        work.threat = Some(threat);
        assert!(work.check(TODAY).is_ok());
        assert_eq!(work.threat_state(), Some(ThreatState::Recorded));
    }

    #[test]
    fn the_first_priority_asks_whether_there_is_one_and_no_is_an_answer() {
        let mut work = ready();
        work.priority = Some(Priority::P1);
        assert_eq!(fields(&work), ["threat"]);
        work.threat = Some(Threat {
            is_one: Some(false),
            ..Threat::default()
        });
        assert_eq!((fields(&work), work.threat_state()), (vec![], None));
        assert_eq!(Threat::begin(Danger::No), None);
    }
}
