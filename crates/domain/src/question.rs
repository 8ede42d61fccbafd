//! The public form as data: it drives the form, the check page, the sealer's rules and the tip.
//!
//! Texts are not here: each has a key made of the ids below (`question-about`, `about-hint`,
//! `danger-yes`, `category-firearms`), looked up in the language of the address.

mod entry;
mod field;

pub use entry::{Detail, Entry, Thing};
pub use field::{Field, Kind};

use crate::category::Category;

/// Most bytes of UTF-8 in "what happened": as many as four parts hold beside the longest answers.
pub const STORY_MAX: usize = 40_000;
/// Most bytes of UTF-8 in the free text about the place.
pub const PLACE_MAX: usize = 1_000;
/// Most bytes of UTF-8 in any other line of text.
pub const LINE_MAX: usize = 600;

/// One page of the form: one thing asked, with the fields that ask it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Stands in the address after `#` and in string keys.
    pub id: &'static str,
    /// The fields on the page.
    pub fields: &'static [Field],
    /// Asked only then; always if there is nothing here.
    pub only_if: Option<Condition>,
}

/// What calls for a question: a field that has any of these values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The field, asked earlier and always.
    pub field: Field,
    /// The values.
    pub any_of: &'static [&'static str],
}

impl Question {
    /// Whether it is asked, going by which values were chosen.
    pub fn is_asked(&self, chosen: impl Fn(Field, &str) -> bool) -> bool {
        self.only_if.is_none_or(|Condition { field, any_of }| {
            any_of.iter().any(|value| chosen(field, value))
        })
    }

    /// What it asks about several times over, if it does.
    pub const fn thing(&self) -> Option<Thing> {
        match self.fields {
            [Field::Entry(entry), ..] => Some(entry.detail.thing()),
            _ => None,
        }
    }

    /// The page a field is on.
    pub fn of(field: Field) -> Option<&'static Self> {
        QUESTIONS
            .iter()
            .find(|question| question.fields.contains(&field))
    }
}

/// The pages in the order asked.
pub const QUESTIONS: &[Question] = &[
    asked("danger", &[Field::Danger]),
    Question {
        id: "emergency",
        fields: &[Field::Emergency],
        only_if: Some(Condition {
            field: Field::Danger,
            any_of: &["yes"],
        }),
    },
    asked("helping", &[Field::Helping]),
    asked("about", &[Field::About]),
    asked("story", &[Field::Story]),
    asked("place", &[Field::Place, Field::District]),
    asked("when", &[Field::When, Field::Times]),
    asked("people", &entry::entries::<48>(Thing::Person)),
    asked("vehicles", &entry::entries::<18>(Thing::Vehicle)),
    asked("accounts", &entry::entries::<9>(Thing::Account)),
    by_category(
        "drugs",
        &[
            Field::DrugsKind,
            Field::DrugsSold,
            Field::DrugsKept,
            Field::DrugsLine,
        ],
        DRUGS,
    ),
    by_category(
        "weapons",
        &[Field::WeaponKind, Field::WeaponKept, Field::WeaponWho],
        WEAPONS,
    ),
    by_category(
        "risk",
        &[Field::RiskWho, Field::RiskCount, Field::RiskNeeds],
        PEOPLE_AT_RISK,
    ),
    by_category("premises", &[Field::Premises], PREMISES),
    // Files are no field: they travel beside the form.
    asked("files", &[]),
    asked("knows", &[Field::Knows, Field::Others]),
    asked("reply", &[Field::Reply]),
    Question {
        id: "safe",
        fields: &[Field::Safe],
        only_if: Some(Condition {
            field: Field::Reply,
            any_of: &["phrase"],
        }),
    },
];

const DRUGS: &[&str] = &[
    Category::DrugsSupply.code(),
    Category::CountyLines.code(),
    Category::CannabisGrow.code(),
];
const WEAPONS: &[&str] = &[Category::Firearms.code(), Category::KnivesGangs.code()];
const PEOPLE_AT_RISK: &[&str] = &[
    Category::CountyLines.code(),
    Category::ModernSlavery.code(),
    Category::OrganisedImmigration.code(),
    Category::ChildExploitation.code(),
    Category::AdultExploitation.code(),
];
/// Where somebody may have to go in: dealing, growing, guns, and homes and shops misused.
const PREMISES: &[&str] = &[
    Category::DrugsSupply.code(),
    Category::CountyLines.code(),
    Category::CannabisGrow.code(),
    Category::Firearms.code(),
    Category::ModernSlavery.code(),
    Category::AdultExploitation.code(),
    Category::Counterfeit.code(),
];

const fn by_category(
    id: &'static str,
    fields: &'static [Field],
    any_of: &'static [&'static str],
) -> Question {
    Question {
        id,
        fields,
        only_if: Some(Condition {
            field: Field::About,
            any_of,
        }),
    }
}

const fn asked(id: &'static str, fields: &'static [Field]) -> Question {
    Question {
        id,
        fields,
        only_if: None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_field_is_asked_twice_and_every_one_is_found_by_its_name() {
        let asked: Vec<Field> = QUESTIONS.iter().flat_map(|q| q.fields).copied().collect();
        assert_eq!(asked, Field::ALL);
        let unique: BTreeSet<Field> = asked.iter().copied().collect();
        assert_eq!(unique.len(), asked.len());
        for field in Field::ALL {
            assert_eq!(Field::from_name(field.name()), Some(*field));
        }
    }

    #[test]
    fn every_detail_of_every_thing_is_asked_under_names_and_numbers_of_its_own() {
        for thing in Thing::ALL {
            assert!(thing.details().iter().all(|detail| detail.thing() == thing));
            let question = QUESTIONS.iter().find(|q| q.thing() == Some(thing)).unwrap();
            let asked = usize::from(thing.most()) * thing.details().len();
            assert_eq!(question.fields.len(), asked);
        }
        let details = Thing::ALL.iter().flat_map(|thing| thing.details());
        let codes: BTreeSet<&str> = details.clone().map(|detail| detail.code()).collect();
        assert_eq!(codes.len(), details.count());
        let second = Field::from_name("person2_name").unwrap();
        assert_eq!((second.code(), second.number()), ("person_name", Some(320)));
        for field in Field::ALL {
            let is_entry = matches!(field, Field::Entry(_));
            let high = field.number().is_some_and(|n| n >= Entry::FIRST_NUMBER);
            assert_eq!(is_entry, high, "{field:?}");
        }
    }

    #[test]
    fn no_two_fields_are_sealed_under_one_number() {
        let numbers: Vec<u16> = Field::ALL.iter().filter_map(|f| f.number()).collect();
        let unique: BTreeSet<u16> = numbers.iter().copied().collect();
        assert_eq!(numbers.len(), unique.len());
    }

    #[test]
    fn what_calls_for_a_question_is_offered_earlier_and_always() {
        for (at, question) in QUESTIONS.iter().enumerate() {
            let Some(Condition { field, any_of }) = question.only_if else {
                continue;
            };
            let (Kind::OneOf(offered) | Kind::SeveralOf(offered)) = field.kind() else {
                panic!("{field:?} offers nothing");
            };
            assert!(any_of.iter().all(|value| offered.contains(value)));
            let earlier = QUESTIONS[..at].iter().find(|q| q.fields.contains(&field));
            assert_eq!(earlier.unwrap().only_if, None, "{}", question.id);
        }
    }
}
