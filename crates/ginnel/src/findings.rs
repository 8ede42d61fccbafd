//! What somebody who looks after an installation is told: how it stands, and how to mend what does not.

use std::error::Error;
use std::fmt;

use serde::Serialize;

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// As it should be.
    #[serde(rename = "ok")]
    Well,
    /// Works, but somebody should look at it, or it could not be found out.
    Look,
    /// Does not do, or soon will not.
    Broken,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Well => "ok",
            Self::Look => "look",
            Self::Broken => "broken",
        })
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub what: &'static str,
    /// How it stands.
    pub verdict: Verdict,
    /// What was seen.
    pub seen: String,
    /// How to mend it; empty if there is nothing to mend.
    pub mend: String,
}

impl Finding {
    /// It is as it should be.
    pub fn well(what: &'static str, seen: impl Into<String>) -> Self {
        Self::new(what, Verdict::Well, seen, "")
    }

    /// Somebody should look at it.
    pub fn look(what: &'static str, seen: impl Into<String>, mend: impl Into<String>) -> Self {
        Self::new(what, Verdict::Look, seen, mend)
    }

    /// It does not do.
    pub fn broken(what: &'static str, seen: impl Into<String>, mend: impl Into<String>) -> Self {
        Self::new(what, Verdict::Broken, seen, mend)
    }

    fn new(
        what: &'static str,
        verdict: Verdict,
        seen: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        let (seen, mend) = (seen.into(), mend.into());
        Self {
            what,
            verdict,
            seen,
            mend,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<6}  {}: {}", self.verdict, self.what, self.seen)?;
        if self.mend.is_empty() {
            return Ok(());
        }
        write!(f, "\n        → {}", self.mend)
    }
}

/// Everything that was looked at, in that order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter()
    }

    /// How many are broken and how many to be looked at, in a line.
    pub fn sum(&self) -> String {
        let count = |verdict| self.0.iter().filter(|one| one.verdict == verdict).count();
        match (count(Verdict::Broken), count(Verdict::Look)) {
            (0, 0) => "everything is well".into(),
            (0, look) => format!("nothing is broken, {look} to look at"),
            (broken, look) => format!("{broken} broken, {look} to look at"),
        }
    }

    /// Whether nothing is broken.
    pub fn is_well(&self) -> bool {
        self.0.iter().all(|one| one.verdict < Verdict::Broken)
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, more: I) {
        self.0.extend(more);
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<I: IntoIterator<Item = Finding>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}

/// An error with all its causes, on one line.
pub(crate) fn whole(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let said = inner.to_string();
        if !text.ends_with(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = inner.source();
    }
    text
}
