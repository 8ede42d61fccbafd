//! From the fields of a form to the answers of a tip, by one set of rules everywhere.

use serde::Serialize;

use super::{Answers, Area, ComesBack, Danger, Details, Knows};
use crate::category::Category;
use crate::question::{Field, Kind, Question};

/// The value of "I do not know", wherever it is offered.
const UNKNOWN: &str = "unknown";

/// A form that passed every rule: what a tip is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledForm {
    /// The structured answers.
    pub answers: Answers,
    /// What happened: 1 to [`crate::question::STORY_MAX`] bytes.
    pub story: String,
    /// How the reporter knows.
    pub knows: Knows,
    /// Whether a reply is to reach them. What it takes is drawn apart from the form.
    pub comes_back: ComesBack,
}

/// What is wrong with one field. Its text is looked up as `error-<field>-<rule>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The field's name in the document.
    pub field: &'static str,
    /// The rule that was not met.
    pub rule: Rule,
}

/// The rules a field can fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// An answer is needed.
    Missing,
    /// The text is longer than there is room for.
    TooLong,
    /// The value is none of those offered.
    Unknown,
    /// The category has another way: corruption is not sent to triage.
    OtherWay,
}

impl Rule {
    /// The word in string keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong => "too-long",
            Self::Unknown => "unknown",
            Self::OtherWay => "other-way",
        }
    }
}

impl FilledForm {
    /// Reads a posted form's `name=value` pairs. Names that are no field are ignored, line ends
    /// become `\n`, surrounding white space goes. All problems are returned, in the order asked.
    pub fn from_pairs<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Problem>> {
        let mut form = Form::default();
        for (name, value) in pairs {
            if let Some(field) = Field::from_name(name) {
                form.0.push((field, tidy(value)));
            }
        }
        let problems: Vec<Problem> = Field::ALL
            .iter()
            .filter_map(|field| form.problem(*field))
            .collect();
        if problems.is_empty() {
            Ok(form.filled())
        } else {
            Err(problems)
        }
    }
}

#[derive(Default)]
struct Form(Vec<(Field, String)>);

impl Form {
    fn values(&self, field: Field) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |(name, value)| *name == field && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    fn value(&self, field: Field) -> &str {
        self.values(field).next().unwrap_or("")
    }

    fn problem(&self, field: Field) -> Option<Problem> {
        let rule = self.broken_rule(field)?;
        Some(Problem {
            field: field.name(),
            rule,
        })
    }

    fn broken_rule(&self, field: Field) -> Option<Rule> {
        if !self.is_asked(field) {
            return None;
        }
        if field.is_required() && self.value(field).is_empty() {
            return Some(Rule::Missing);
        }
        match field.kind() {
            Kind::OneOf(offered) | Kind::SeveralOf(offered) => {
                if self.values(field).any(|value| !offered.contains(&value)) {
                    return Some(Rule::Unknown);
                }
            }
            Kind::LongText { max_bytes } | Kind::ShortText { max_bytes } => {
                if self.value(field).len() > max_bytes {
                    return Some(Rule::TooLong);
                }
            }
        }
        let other_way = field == Field::About && self.about().any(Category::has_its_own_way);
        other_way.then_some(Rule::OtherWay)
    }

    fn is_asked(&self, field: Field) -> bool {
        let chosen = |other, value: &str| self.values(other).any(|given| given == value);
        Question::of(field).is_none_or(|question| question.is_asked(chosen))
    }

    fn about(&self) -> impl Iterator<Item = Category> {
        self.values(Field::About).filter_map(Category::from_code)
    }

    fn danger(&self) -> Danger {
        match (self.value(Field::Danger), self.value(Field::Emergency)) {
            ("yes", "called") => Danger::Called,
            ("yes", "cannot") => Danger::CannotCall,
            ("yes", _) => Danger::Unsaid,
            _ => Danger::No,
        }
    }

    fn knows(&self) -> Knows {
        match self.value(Field::Knows) {
            "saw" => Knows::Saw,
            "told" => Knows::Told,
            "online" => Knows::Online,
            _ => Knows::Unsaid,
        }
    }

    fn comes_back(&self) -> ComesBack {
        match (self.value(Field::Reply), self.value(Field::Safe)) {
            ("phrase", safe) => ComesBack::WithPhrase {
                safe: safe == "yes",
            },
            _ => ComesBack::Never,
        }
    }

    /// What was typed into a question that is not asked any more stays with the form.
    fn details(&self) -> Details {
        let mut details = Details::default();
        for field in Field::ALL.iter().filter(|field| self.is_asked(**field)) {
            let values: Vec<&str> = match field.kind() {
                Kind::SeveralOf(offered) => {
                    let given = |value: &&str| self.values(*field).any(|one| one == *value);
                    known(offered.into_iter().filter(given).collect())
                }
                Kind::OneOf(_) | Kind::LongText { .. } | Kind::ShortText { .. } => {
                    self.values(*field).take(1).collect()
                }
            };
            details.put(*field, &values);
        }
        details
    }

    fn filled(&self) -> FilledForm {
        let mut about: Vec<Category> = self.about().collect();
        about.sort_unstable();
        about.dedup();
        let areas = known(self.values(Field::District).collect());
        let mut areas: Vec<Area> = areas.into_iter().filter_map(Area::from_code).collect();
        areas.sort_unstable_by_key(|area| area.code());
        areas.dedup();
        FilledForm {
            answers: Answers {
                danger: self.danger(),
                about,
                place: self.value(Field::Place).to_owned(),
                areas,
                details: self.details(),
            },
            story: self.value(Field::Story).to_owned(),
            knows: self.knows(),
            comes_back: self.comes_back(),
        }
    }
}

/// Whoever ticked something and "I do not know" knows that much.
fn known(mut ticked: Vec<&str>) -> Vec<&str> {
    if ticked.iter().any(|value| *value != UNKNOWN) {
        ticked.retain(|value| *value != UNKNOWN);
    }
    ticked
}

fn tidy(value: &str) -> String {
    value
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim()
        .to_owned()
}
