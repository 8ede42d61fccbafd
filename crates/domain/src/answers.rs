//! A filled-in form: read from its fields, checked by one set of rules everywhere.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::category::Category;
use crate::desk::District;
use crate::question::{Field, Kind, QUESTIONS};

/// Whether someone is in danger right now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum Danger {
    /// Nobody, as far as the reporter knows.
    #[n(0)]
    No,
    /// Somebody, and the reporter has called 999.
    #[n(1)]
    Called,
    /// Somebody, and the reporter cannot call safely.
    #[n(2)]
    CannotCall,
    /// Somebody, and the reporter did not say whether they called.
    #[n(3)]
    Unsaid,
}

/// How the reporter knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum Knows {
    /// Saw or heard it.
    #[n(0)]
    Saw,
    /// Was told.
    #[n(1)]
    Told,
    /// Saw it online.
    #[n(2)]
    Online,
    /// Would rather not say, or did not answer.
    #[n(3)]
    Unsaid,
}

/// What the reporter ticked about the area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// One of the five districts.
    In(District),
    /// Outside West Yorkshire.
    Outside,
    /// Not sure.
    Unknown,
}

impl Area {
    /// The code in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::In(district) => district.code(),
            Self::Outside => "outside",
            Self::Unknown => "unknown",
        }
    }

    /// Finds the area with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "outside" => Some(Self::Outside),
            "unknown" => Some(Self::Unknown),
            _ => District::from_code(code).map(Self::In),
        }
    }
}

impl Serialize for Area {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Area {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::from_code(&String::deserialize(d)?)
            .ok_or_else(|| serde::de::Error::custom("unknown area"))
    }
}

impl<C> Encode<C> for Area {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.str(self.code())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Area {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Self::from_code(d.str()?).ok_or_else(|| minicbor::decode::Error::message("unknown area"))
    }
}

/// The structured answers of a tip; the free text travels beside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Answers {
    /// Whether someone is in danger.
    #[n(0)]
    pub danger: Danger,
    /// What it is about; never empty.
    #[n(1)]
    pub about: Vec<Category>,
    /// Where, in the reporter's words; may be empty.
    #[n(2)]
    pub place: String,
    /// The areas ticked; may be empty.
    #[n(3)]
    pub areas: Vec<Area>,
}

/// A form that passed every rule: what a tip is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledForm {
    /// The structured answers.
    pub answers: Answers,
    /// What happened: 1 to [`crate::question::STORY_MAX`] bytes.
    pub story: String,
    /// How the reporter knows.
    pub knows: Knows,
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
        QUESTIONS
            .iter()
            .find(|question| question.fields.contains(&field))
            .and_then(|question| question.only_if)
            .is_none_or(|(other, value)| self.value(other) == value)
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

    fn filled(&self) -> FilledForm {
        let mut about: Vec<Category> = self.about().collect();
        about.sort_unstable();
        about.dedup();
        let mut areas: Vec<Area> = self
            .values(Field::District)
            .filter_map(Area::from_code)
            .collect();
        areas.sort_unstable_by_key(|area| area.code());
        areas.dedup();
        FilledForm {
            answers: Answers {
                danger: self.danger(),
                about,
                place: self.value(Field::Place).to_owned(),
                areas,
            },
            story: self.value(Field::Story).to_owned(),
            knows: self.knows(),
        }
    }
}

fn tidy(value: &str) -> String {
    value
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::STORY_MAX;

    const FULL: &[(&str, &str)] = &[
        ("danger", "yes"),
        ("emergency", "cannot"),
        ("about", "firearms"),
        ("about", "drugs_supply"),
        ("story", " two\r\nlines "),
        ("place", "by the mill"),
        ("district", "leeds"),
        ("knows", "told"),
        ("somebody-elses-field", "x"),
    ];

    #[test]
    fn a_full_form_becomes_answers() {
        let form = FilledForm::from_pairs(FULL.iter().copied()).unwrap();
        assert_eq!(form.story, "two\nlines");
        assert_eq!(form.knows, Knows::Told);
        assert_eq!(form.answers.danger, Danger::CannotCall);
        assert_eq!(
            form.answers.about,
            [Category::DrugsSupply, Category::Firearms]
        );
        assert_eq!(form.answers.areas, [Area::In(District::Leeds)]);
    }

    #[test]
    fn an_empty_form_names_what_is_missing_in_the_order_asked() {
        let problems = FilledForm::from_pairs([]).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|p| (p.field, p.rule)).collect();
        assert_eq!(
            fields,
            [
                ("danger", Rule::Missing),
                ("about", Rule::Missing),
                ("story", Rule::Missing)
            ]
        );
    }

    #[test]
    fn room_is_counted_in_bytes_after_tidying() {
        let fits = "ک".repeat(STORY_MAX / 2) + "  ";
        let over = "ک".repeat(STORY_MAX / 2) + "a";
        let with = |story| [("danger", "no"), ("about", "fraud"), ("story", story)];
        assert!(FilledForm::from_pairs(with(&fits)).is_ok());
        let problems = FilledForm::from_pairs(with(&over)).unwrap_err();
        assert_eq!(
            problems,
            [Problem {
                field: "story",
                rule: Rule::TooLong
            }]
        );
    }

    #[test]
    fn corruption_is_never_sent_to_triage() {
        let pairs = [
            ("danger", "no"),
            ("about", "fraud"),
            ("about", "corruption"),
            ("story", "x"),
        ];
        let problems = FilledForm::from_pairs(pairs).unwrap_err();
        assert_eq!(
            problems,
            [Problem {
                field: "about",
                rule: Rule::OtherWay
            }]
        );
    }

    #[test]
    fn a_value_nobody_offered_is_refused() {
        let pairs = [("danger", "maybe"), ("about", "fraud"), ("story", "x")];
        let problems = FilledForm::from_pairs(pairs).unwrap_err();
        assert_eq!(
            problems,
            [Problem {
                field: "danger",
                rule: Rule::Unknown
            }]
        );
    }
}
