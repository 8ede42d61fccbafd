//! What somebody typed, and what is wrong with it.

use domain::answers::{Problem, Rule};
use domain::question::Field;
use phrase::Phrase;
use zeroize::Zeroizing;

use crate::stand_in;

/// A form's answers as they came, to be shown again; wiped when dropped.
#[derive(Default)]
pub(crate) struct Entries {
    pairs: Vec<(Field, Zeroizing<String>)>,
    problems: Vec<Problem>,
    phrase: Option<Phrase>,
}

impl Entries {
    /// Answers as they came, without the letters that mark our own text.
    pub(crate) fn new(mut pairs: Vec<(Field, Zeroizing<String>)>) -> Self {
        for (_, value) in &mut pairs {
            value.retain(|letter| !stand_in::is_mark(letter));
        }
        Self {
            pairs,
            ..Self::default()
        }
    }

    /// With the phrase that was drawn for them.
    #[must_use]
    pub(crate) fn with_phrase(mut self, phrase: Option<Phrase>) -> Self {
        self.phrase = phrase;
        self
    }

    /// The phrase that was drawn for them, if one was.
    pub(crate) const fn phrase(&self) -> Option<&Phrase> {
        self.phrase.as_ref()
    }

    /// Whether they come back with a phrase.
    pub(crate) fn comes_back(&self) -> bool {
        self.has(Field::Reply, "phrase")
    }

    #[must_use]
    pub(crate) fn with_problems(mut self, problems: Vec<Problem>) -> Self {
        self.problems = problems;
        self
    }

    /// The pairs as `FilledForm::from_pairs` takes them.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.pairs.iter();
        pairs.map(|(field, value)| (field.name(), value.as_str()))
    }

    pub(crate) fn values(&self, field: Field) -> impl Iterator<Item = &str> {
        let of_field = self.pairs.iter().filter(move |(name, _)| *name == field);
        of_field.map(|(_, value)| value.as_str())
    }

    pub(crate) fn value(&self, field: Field) -> &str {
        self.values(field).next().unwrap_or_default()
    }

    pub(crate) fn has(&self, field: Field, value: &str) -> bool {
        self.values(field).any(|given| given == value)
    }

    pub(crate) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub(crate) fn rule(&self, field: Field) -> Option<Rule> {
        let mut problems = self.problems.iter();
        problems
            .find(|problem| problem.field == field.name())
            .map(|problem| problem.rule)
    }
}
