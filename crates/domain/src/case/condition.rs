//! Under which condition a report may be acted on.

use serde::{Deserialize, Serialize};

use crate::grade::{ActionCode, Grade, Handling};
use crate::report::Report;

/// The strictest of a report's conditions, strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// A1: no direct action; the originator is asked first.
    AskFirst,
    /// A2: covert use; source and technique are protected.
    Covert,
    /// A3: overt use, as specified.
    AsSpecified,
}

impl Condition {
    /// The strictest condition anywhere in the report; none if all of it is handled under P.
    pub fn of(report: &Report) -> Option<Self> {
        let items = report.items.iter().map(|item| &item.grade);
        let grades = std::iter::once(&report.grade).chain(items);
        grades.filter_map(Self::of_grade).min()
    }

    /// The action code it is.
    pub const fn code(self) -> ActionCode {
        match self {
            Self::AskFirst => ActionCode::A1,
            Self::Covert => ActionCode::A2,
            Self::AsSpecified => ActionCode::A3,
        }
    }

    const fn of_grade(grade: &Grade) -> Option<Self> {
        match &grade.handling {
            Handling::Permitted => None,
            Handling::Conditional { action, .. } => Some(Self::of_code(*action)),
        }
    }

    pub(super) const fn of_code(action: ActionCode) -> Self {
        match action {
            ActionCode::A1 => Self::AskFirst,
            ActionCode::A2 => Self::Covert,
            ActionCode::A3 => Self::AsSpecified,
        }
    }
}
