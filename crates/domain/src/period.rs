//! How long a desk's key lives.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::calendar::{NotACalendarText, Quarter, Week};
use crate::desk::as_text;

/// A week for what arrives, a quarter for what is kept; `2026-W47` or `2026-Q4` in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// A DESK epoch.
    Week(Week),
    /// A VAULT epoch.
    Quarter(Quarter),
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Week(week) => week.fmt(f),
            Self::Quarter(quarter) => quarter.fmt(f),
        }
    }
}

impl FromStr for Period {
    type Err = NotACalendarText;
    fn from_str(text: &str) -> Result<Self, NotACalendarText> {
        let week = text.parse().map(Self::Week);
        week.or_else(|NotACalendarText| text.parse().map(Self::Quarter))
    }
}
as_text!(Period);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_reads_back_from_its_own_text() {
        for text in ["2026-W47", "2026-Q4"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        assert_eq!("2026-11".parse::<Period>(), Err(NotACalendarText));
    }
}
