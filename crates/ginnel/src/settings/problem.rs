//! What is wrong with a setting, and where it stands. Never what it says.

use std::fmt;

/// One thing that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    /// The section and the word.
    pub place: &'static str,
    /// What is wrong, in words that say how to mend it.
    pub problem: &'static str,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

/// Everything that is wrong at once, so that it is mended at once; at least one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// Nothing is wrong, or these are.
    pub(super) fn none_of(problems: Vec<Problem>) -> Result<(), Self> {
        if problems.is_empty() {
            Ok(())
        } else {
            Err(Self(problems))
        }
    }

    /// One alone.
    pub(super) fn one(place: &'static str, problem: &'static str) -> Self {
        Self(vec![Problem { place, problem }])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, problem) in self.0.iter().enumerate() {
            let before = if number == 0 { "" } else { "; " };
            write!(f, "{before}{problem}")?;
        }
        Ok(())
    }
}

/// Collects what is wrong.
#[derive(Default)]
pub(super) struct Found(pub(super) Vec<Problem>);

impl Found {
    /// Notes a problem unless this holds.
    pub(super) fn unless(&mut self, holds: bool, place: &'static str, problem: &'static str) {
        if !holds {
            self.0.push(Problem { place, problem });
        }
    }

    /// Notes whatever was found wrong elsewhere.
    pub(super) fn all_of<T>(&mut self, checked: Result<T, Problems>) {
        if let Err(problems) = checked {
            self.0.extend(problems.0);
        }
    }
}
