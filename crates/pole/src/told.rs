//! What a tip says, field by field.

use domain::answers::Answers;
use domain::question::{Detail, Entry, Field, Kind, Thing};

/// What a tip says: its answers, once part 1 is there, and its story.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The structured answers.
    pub answers: Option<&'a Answers>,
    /// The free text.
    pub story: &'a str,
}

impl<'a> Told<'a> {
    /// Everything that was written and not chosen, the story first.
    pub(crate) fn texts(&self) -> Vec<(Field, &'a str)> {
        let mut all = vec![(Field::Story, self.story)];
        if let Some(answers) = self.answers {
            all.push((Field::Place, &answers.place));
            let written = Field::ALL.iter().filter(|field| is_written(**field));
            all.extend(written.flat_map(|field| {
                let values = answers.details.of(*field);
                values.map(|value| (*field, value))
            }));
        }
        all.retain(|(_, text)| !text.trim().is_empty());
        all
    }

    /// What was answered to a detail of one of several.
    pub(crate) fn entry(&self, detail: Detail, nth: u8) -> Option<&'a str> {
        let field = Field::Entry(Entry { detail, nth });
        let mut values = self.answers?.details.of(field);
        values.next()
    }

    /// Whether a value was chosen.
    pub(crate) fn chose(&self, field: Field, value: &str) -> bool {
        let answers = self.answers;
        answers.is_some_and(|answers| answers.details.of(field).any(|chosen| chosen == value))
    }

    /// The numbers of the accounts there is room for.
    pub(crate) fn accounts() -> std::ops::RangeInclusive<u8> {
        1..=Thing::Account.most()
    }
}

fn is_written(field: Field) -> bool {
    field.number().is_some()
        && matches!(field.kind(), Kind::ShortText { .. } | Kind::LongText { .. })
}
