//! What is still wrong with a report in the making, for an error summary.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::signpost::{Signpost, SignpostPart};

/// One broken rule. Shown in a summary, linked to the field by [`ReportField`]'s text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkProblem {
    /// Where.
    pub field: ReportField,
    /// What.
    pub rule: ReportRule,
}

/// A field of the report form; its text is the element's id, such as `item-2-conditions`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "name")]
pub enum ReportField {
    /// `priority`
    Priority,
    /// `threat` and `threat-<part>`
    Threat {
        /// Which part of it.
        part: ThreatPart,
    },
    /// `title`
    Title,
    /// `items`: all of them together.
    Items,
    /// `item-<n>-text`, from 1.
    ItemText {
        /// Which item, from 1.
        item: usize,
    },
    /// `item-<n>-<part>`, from 1.
    ItemGrade {
        /// Which item, from 1.
        item: usize,
        /// Which part of its grade.
        part: GradePart,
    },
    /// `provenance`
    Provenance,
    /// `changed`: of a correction, what is different.
    Changed,
    /// `grade-<part>`
    Grade {
        /// Which part of the grade.
        part: GradePart,
    },
    /// `pii`
    Pii,
    /// `purpose`
    Purpose,
    /// `review`
    Review,
    /// `desks`
    Desks,
    /// `keep-<n>`, from 1: the reason to keep words that point to the source.
    Kept {
        /// Which of [`super::Work::pointers`], from 1.
        number: usize,
    },
    /// `signpost-<which>` and `signpost-<which>-<part>`
    Signpost {
        /// Which signpost.
        signpost: Signpost,
        /// Which part of what is said of it.
        part: SignpostPart,
    },
    /// `close-note`
    CloseNote,
}

/// A part of what is known of a threat to life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThreatPart {
    /// Whether there is one.
    IsOne,
    /// Who was told.
    Told,
    /// When.
    At,
    /// The incident number.
    Incident,
    /// Who acknowledged it.
    AcknowledgedBy,
}

impl ThreatPart {
    /// The element's id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::IsOne => "threat",
            Self::Told => "threat-told",
            Self::At => "threat-at",
            Self::Incident => "threat-incident",
            Self::AcknowledgedBy => "threat-by",
        }
    }
}

/// A part of a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GradePart {
    /// The digit.
    Source,
    /// Why a source is not reliable.
    SourceWhy,
    /// The letter.
    Assessment,
    /// Why it is suspected to be false.
    AssessmentWhy,
    /// P or C.
    Handling,
    /// With C: what may be done.
    Action,
    /// With C: who may sanitise.
    Sanitisation,
    /// With C: the conditions in words.
    Conditions,
}

impl GradePart {
    /// The word in element ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::SourceWhy => "source-why",
            Self::Assessment => "assessment",
            Self::AssessmentWhy => "assessment-why",
            Self::Handling => "handling",
            Self::Action => "action",
            Self::Sanitisation => "sanitisation",
            Self::Conditions => "conditions",
        }
    }
}

impl fmt::Display for ReportField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Priority => f.write_str("priority"),
            Self::Threat { part } => f.write_str(part.id()),
            Self::Title => f.write_str("title"),
            Self::Items => f.write_str("items"),
            Self::ItemText { item } => write!(f, "item-{item}-text"),
            Self::ItemGrade { item, part } => write!(f, "item-{item}-{}", part.name()),
            Self::Provenance => f.write_str("provenance"),
            Self::Changed => f.write_str("changed"),
            Self::Grade { part } => write!(f, "grade-{}", part.name()),
            Self::Pii => f.write_str("pii"),
            Self::Purpose => f.write_str("purpose"),
            Self::Review => f.write_str("review"),
            Self::Desks => f.write_str("desks"),
            Self::Kept { number } => write!(f, "keep-{number}"),
            Self::Signpost { signpost, part } => {
                write!(f, "signpost-{}{}", signpost.id(), part.suffix())
            }
            Self::CloseNote => f.write_str("close-note"),
        }
    }
}

/// The rule that was not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportRule {
    /// Something must be said here.
    Missing,
    /// The text, or all texts together, take more room than there is.
    TooLong,
    /// More items than a report can hold.
    TooMany,
    /// The day is after today.
    AfterToday,
    /// The day comes before anybody could have worked with it.
    TooSoon,
    /// The day is later than anything is kept.
    TooLate,
    /// Reports do not go to this desk.
    NotAReceiver,
    /// The same desk is chosen twice.
    Twice,
    /// An item is handled under conditions, the report as a whole is not.
    LooserThanItems,
    /// Every desk is only to know of it, and none to act.
    NobodyActs,
}
