//! The public form as data: it drives the form, the check page, the sealer's rules and the tip.
//!
//! Texts are not here: each has a key made of the ids below (`question-about`, `about-hint`,
//! `danger-yes`, `category-firearms`), looked up in the language of the address.

use crate::category::Category;
use crate::desk::District;

/// Most bytes of UTF-8 in "what happened": four parts' worth, less the bytes that stay empty
/// where a part ends before a character that does not fit.
pub const STORY_MAX: usize = 47_990;
/// Most bytes of UTF-8 in the free text about the place.
pub const PLACE_MAX: usize = 1_000;

/// The name of a form field, as it stands in the document and in a posted form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Is anyone in danger right now? `yes` or `no`.
    Danger,
    /// After the 999 page: `called` or `cannot`.
    Emergency,
    /// Category codes, one or more.
    About,
    /// What happened, free text.
    Story,
    /// Where, free text.
    Place,
    /// District codes, `outside`, `unknown`; none or several.
    District,
    /// How the reporter knows.
    Knows,
}

impl Field {
    /// Every field in the order asked.
    pub const ALL: &'static [Self] = &[
        Self::Danger,
        Self::Emergency,
        Self::About,
        Self::Story,
        Self::Place,
        Self::District,
        Self::Knows,
    ];

    /// The name in the document and in a posted form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Emergency => "emergency",
            Self::About => "about",
            Self::Story => "story",
            Self::Place => "place",
            Self::District => "district",
            Self::Knows => "knows",
        }
    }

    /// Finds the field with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.name() == name)
    }

    /// How the field is answered.
    pub fn kind(self) -> Kind {
        match self {
            Self::Danger => Kind::OneOf(vec!["yes", "no"]),
            Self::Emergency => Kind::OneOf(vec!["called", "cannot"]),
            Self::About => Kind::SeveralOf(Category::ALL.iter().map(|c| c.code()).collect()),
            Self::Story => Kind::LongText {
                max_bytes: STORY_MAX,
            },
            Self::Place => Kind::ShortText {
                max_bytes: PLACE_MAX,
            },
            Self::District => {
                let mut values: Vec<_> = District::ALL.iter().map(|d| d.code()).collect();
                values.extend(["outside", "unknown"]);
                Kind::SeveralOf(values)
            }
            Self::Knows => Kind::OneOf(vec!["saw", "told", "online", "unsaid"]),
        }
    }

    /// Whether an answer is needed before a tip can be sent.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::Danger | Self::About | Self::Story)
    }
}

/// How a field is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Exactly one of these values.
    OneOf(Vec<&'static str>),
    /// Any number of these values.
    SeveralOf(Vec<&'static str>),
    /// Several lines of text, counted in bytes of UTF-8.
    LongText {
        /// Most bytes taken.
        max_bytes: usize,
    },
    /// One line of text, counted in bytes of UTF-8.
    ShortText {
        /// Most bytes taken.
        max_bytes: usize,
    },
}

/// One page of the form: one thing asked, with the fields that ask it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Stands in the address after `#` and in string keys.
    pub id: &'static str,
    /// The fields on the page.
    pub fields: &'static [Field],
    /// Shown only while another field has this value.
    pub only_if: Option<(Field, &'static str)>,
}

/// The pages in the order asked.
pub const QUESTIONS: &[Question] = &[
    Question {
        id: "danger",
        fields: &[Field::Danger],
        only_if: None,
    },
    Question {
        id: "emergency",
        fields: &[Field::Emergency],
        only_if: Some((Field::Danger, "yes")),
    },
    Question {
        id: "about",
        fields: &[Field::About],
        only_if: None,
    },
    Question {
        id: "story",
        fields: &[Field::Story],
        only_if: None,
    },
    Question {
        id: "place",
        fields: &[Field::Place, Field::District],
        only_if: None,
    },
    Question {
        id: "knows",
        fields: &[Field::Knows],
        only_if: None,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_asked_exactly_once_and_found_by_its_name() {
        let asked: Vec<Field> = QUESTIONS.iter().flat_map(|q| q.fields).copied().collect();
        assert_eq!(asked, Field::ALL);
        for field in Field::ALL {
            assert_eq!(Field::from_name(field.name()), Some(*field));
        }
    }
}
