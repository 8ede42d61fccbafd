//! A grade in the making: as a form holds it, until it makes a [`Grade`].

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::problem::ReportRule::Missing;
use super::problem::{GradePart, ReportRule};
use crate::grade::{
    ActionCode, Assessment, BadReason, Grade, Handling, Reason, SanitisationCode, Source,
};

/// The source's digit, without its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Encode, Decode)]
#[cbor(index_only)]
pub enum SourceCode {
    /// 1: reliable.
    #[n(1)]
    #[serde(rename = "1")]
    Reliable,
    /// 2: untested.
    #[n(2)]
    #[serde(rename = "2")]
    Untested,
    /// 3: not reliable; wants a reason.
    #[n(3)]
    #[serde(rename = "3")]
    NotReliable,
}

/// The assessment's letter, without its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Encode, Decode)]
#[cbor(index_only)]
pub enum AssessmentCode {
    /// Known directly to the source.
    #[n(1)]
    A,
    /// Known indirectly but corroborated.
    #[n(2)]
    B,
    /// Known indirectly.
    #[n(3)]
    C,
    /// Not known.
    #[n(4)]
    D,
    /// Suspected to be false; wants a reason.
    #[n(5)]
    E,
}

/// The handling letter, without its conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Encode, Decode)]
#[cbor(index_only)]
pub enum HandlingCode {
    /// Lawful sharing permitted.
    #[n(1)]
    P,
    /// Lawful sharing permitted with conditions; wants two codes and words.
    #[n(2)]
    C,
}

/// A grade as a form holds it: at first nothing is chosen. What belongs to another choice may stay
/// written and is not used.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct GradeDraft {
    /// The digit.
    #[n(0)]
    pub source: Option<SourceCode>,
    /// Why a source is not reliable.
    #[n(1)]
    pub source_why: String,
    /// The letter.
    #[n(2)]
    pub assessment: Option<AssessmentCode>,
    /// Why it is suspected to be false.
    #[n(3)]
    pub assessment_why: String,
    /// P or C.
    #[n(4)]
    pub handling: Option<HandlingCode>,
    /// With C: what may be done.
    #[n(5)]
    pub action: Option<ActionCode>,
    /// With C: who may sanitise.
    #[n(6)]
    pub sanitisation: Option<SanitisationCode>,
    /// With C: the conditions in words.
    #[n(7)]
    pub conditions: String,
}

/// What is wrong with a part of a grade.
pub(super) type GradeProblem = (GradePart, ReportRule);

impl GradeDraft {
    /// The usual grade of an anonymous tip, for an officer to take or leave: 2, D, P.
    pub fn usual_for_an_anonymous_tip() -> Self {
        Self {
            source: Some(SourceCode::Untested),
            assessment: Some(AssessmentCode::D),
            handling: Some(HandlingCode::P),
            ..Self::default()
        }
    }

    /// The grade, or everything that is missing for it.
    pub(super) fn check(&self) -> Result<Grade, Vec<GradeProblem>> {
        let mut problems = Vec::new();
        let source = kept(self.source(), &mut problems);
        let assessment = kept(self.assessment(), &mut problems);
        let handling = self.handling(&mut problems);
        match (source, assessment, handling) {
            (Some(source), Some(assessment), Some(handling)) => Ok(Grade {
                source,
                assessment,
                handling,
            }),
            _ => Err(problems),
        }
    }

    fn source(&self) -> Result<Source, GradeProblem> {
        let source = self.source.ok_or((GradePart::Source, Missing))?;
        Ok(match source {
            SourceCode::Reliable => Source::Reliable,
            SourceCode::Untested => Source::Untested,
            SourceCode::NotReliable => {
                Source::NotReliable(reason(&self.source_why, GradePart::SourceWhy)?)
            }
        })
    }

    fn assessment(&self) -> Result<Assessment, GradeProblem> {
        let assessment = self.assessment.ok_or((GradePart::Assessment, Missing))?;
        Ok(match assessment {
            AssessmentCode::A => Assessment::KnownDirectly,
            AssessmentCode::B => Assessment::Corroborated,
            AssessmentCode::C => Assessment::KnownIndirectly,
            AssessmentCode::D => Assessment::NotKnown,
            AssessmentCode::E => {
                Assessment::SuspectedFalse(reason(&self.assessment_why, GradePart::AssessmentWhy)?)
            }
        })
    }

    fn handling(&self, problems: &mut Vec<GradeProblem>) -> Option<Handling> {
        let handling = self.handling.ok_or((GradePart::Handling, Missing));
        match kept(handling, problems)? {
            HandlingCode::P => Some(Handling::Permitted),
            HandlingCode::C => self.conditional(problems),
        }
    }

    fn conditional(&self, problems: &mut Vec<GradeProblem>) -> Option<Handling> {
        let action = self.action.ok_or((GradePart::Action, Missing));
        let action = kept(action, problems);
        let sanitisation = self.sanitisation;
        let sanitisation = sanitisation.ok_or((GradePart::Sanitisation, Missing));
        let sanitisation = kept(sanitisation, problems);
        let conditions = kept(reason(&self.conditions, GradePart::Conditions), problems);
        Some(Handling::Conditional {
            action: action?,
            sanitisation: sanitisation?,
            conditions: conditions?,
        })
    }
}

/// The value, or none with its problem remembered.
fn kept<T>(result: Result<T, GradeProblem>, problems: &mut Vec<GradeProblem>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}

fn reason(text: &str, part: GradePart) -> Result<Reason, GradeProblem> {
    Reason::try_from(text.to_owned()).map_err(|bad| match bad {
        BadReason::Empty => (part, Missing),
        BadReason::TooLong => (part, ReportRule::TooLong),
    })
}
