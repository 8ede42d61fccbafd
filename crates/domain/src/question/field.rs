//! The fields of the form: what each is called, and how it is answered.

use super::{Entry, LINE_MAX, PLACE_MAX, QUESTIONS, Question, STORY_MAX};
use crate::category::Category;
use crate::desk::District;

/// The name of a form field, as it stands in the document and in a posted form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Is anyone in danger right now? `yes` or `no`.
    Danger,
    /// After the 999 page: `called` or `cannot`.
    Emergency,
    /// Whether the reporter speaks for themselves or helps somebody.
    Helping,
    /// Category codes, one or more.
    About,
    /// What happened, free text.
    Story,
    /// Where, free text.
    Place,
    /// District codes, `outside`, `online`, `unknown`; none or several.
    District,
    /// Going on, again and again, once, planned; none or several.
    When,
    /// Days and times, and since when: free text.
    Times,
    /// What is asked of each person, vehicle and account: free text.
    Entry(Entry),
    /// Which drugs: free text.
    DrugsKind,
    /// How drugs are sold; none or several.
    DrugsSold,
    /// Where drugs are kept: free text.
    DrugsKept,
    /// The phone number or name that buyers call: free text.
    DrugsLine,
    /// Which kinds of weapon; none or several.
    WeaponKind,
    /// Where a weapon is kept: free text.
    WeaponKept,
    /// Who carries a weapon: free text.
    WeaponWho,
    /// Whether children or adults are at risk; none or both.
    RiskWho,
    /// How many are at risk.
    RiskCount,
    /// Their needs and injuries: free text.
    RiskNeeds,
    /// What whoever goes there has to know; none or several.
    Premises,
    /// How the reporter knows.
    Knows,
    /// How many others could know it: how much the tip itself gives its teller away.
    Others,
    /// Whether the reporter comes back for a reply: `phrase` or `none`.
    Reply,
    /// Whether it is safe if an officer replies: `yes` or `no`.
    Safe,
}

impl Field {
    /// Every field in the order asked.
    pub const ALL: &'static [Self] = &all::<{ count() }>();

    /// The name in the document and in a posted form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Emergency => "emergency",
            Self::Helping => "helping",
            Self::About => "about",
            Self::Story => "story",
            Self::Place => "place",
            Self::District => "district",
            Self::When => "when",
            Self::Times => "times",
            Self::Entry(entry) => entry.name(),
            Self::DrugsKind => "drugs_kind",
            Self::DrugsSold => "drugs_sold",
            Self::DrugsKept => "drugs_kept",
            Self::DrugsLine => "drugs_line",
            Self::WeaponKind => "weapon_kind",
            Self::WeaponKept => "weapon_kept",
            Self::WeaponWho => "weapon_who",
            Self::RiskWho => "risk_who",
            Self::RiskCount => "risk_count",
            Self::RiskNeeds => "risk_needs",
            Self::Premises => "premises",
            Self::Knows => "knows",
            Self::Others => "others",
            Self::Reply => "reply",
            Self::Safe => "safe",
        }
    }

    /// The number its answer is sealed under; none if it has a place of its own in the tip. A number
    /// is never given to another field.
    pub const fn number(self) -> Option<u16> {
        match self {
            Self::Danger
            | Self::Emergency
            | Self::About
            | Self::Story
            | Self::Place
            | Self::District
            | Self::Knows
            | Self::Reply
            | Self::Safe => None,
            Self::Helping => Some(1),
            Self::When => Some(2),
            Self::Times => Some(3),
            Self::Entry(entry) => Some(entry.number()),
            Self::Others => Some(4),
            Self::DrugsKind => Some(5),
            Self::DrugsSold => Some(6),
            Self::DrugsKept => Some(7),
            Self::DrugsLine => Some(8),
            Self::WeaponKind => Some(9),
            Self::WeaponKept => Some(10),
            Self::WeaponWho => Some(11),
            Self::RiskWho => Some(12),
            Self::RiskCount => Some(13),
            Self::RiskNeeds => Some(14),
            Self::Premises => Some(15),
        }
    }

    /// The word in the keys of its strings: its name, but one for all people, vehicles or accounts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Entry(entry) => entry.detail.code(),
            field => field.name(),
        }
    }

    /// Finds the field with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.name() == name)
    }

    /// How the field is answered.
    pub fn kind(self) -> Kind {
        match self {
            Self::Danger | Self::Safe => Kind::OneOf(vec!["yes", "no"]),
            Self::Emergency => Kind::OneOf(vec!["called", "cannot"]),
            Self::Helping => Kind::OneOf(vec!["self", "helping", "unsaid"]),
            Self::About => Kind::SeveralOf(Category::ALL.iter().map(|c| c.code()).collect()),
            Self::Story => Kind::LongText {
                max_bytes: STORY_MAX,
            },
            Self::Place => Kind::ShortText {
                max_bytes: PLACE_MAX,
            },
            Self::District => {
                let mut values: Vec<_> = District::ALL.iter().map(|d| d.code()).collect();
                values.extend(["outside", "online", "unknown"]);
                Kind::SeveralOf(values)
            }
            Self::When => Kind::SeveralOf(vec!["now", "regularly", "once", "planned", "unknown"]),
            Self::Knows => Kind::OneOf(vec!["saw", "told", "online", "unsaid"]),
            Self::Others => Kind::OneOf(vec!["only-me", "few", "many", "unknown"]),
            Self::Reply => Kind::OneOf(vec!["phrase", "none"]),
            Self::DrugsSold => Kind::SeveralOf(vec![
                "home", "street", "vehicle", "shop", "phone", "unknown",
            ]),
            Self::WeaponKind => Kind::SeveralOf(vec!["gun", "blade", "other", "unknown"]),
            Self::RiskWho => Kind::SeveralOf(vec!["child", "adult", "unknown"]),
            Self::RiskCount => Kind::OneOf(vec!["one", "few", "many", "unknown"]),
            Self::Premises => {
                Kind::SeveralOf(vec!["dogs", "children", "doors", "cameras", "unknown"])
            }
            Self::Times
            | Self::DrugsKind
            | Self::DrugsKept
            | Self::DrugsLine
            | Self::WeaponKept
            | Self::WeaponWho
            | Self::RiskNeeds => Kind::ShortText {
                max_bytes: LINE_MAX,
            },
            Self::Entry(entry) => Kind::ShortText {
                max_bytes: entry.detail.max_bytes(),
            },
        }
    }

    /// Whether an answer is needed before a tip can be sent.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::Danger | Self::About | Self::Story)
    }
}

const fn count() -> usize {
    let (mut questions, mut count): (&[Question], usize) = (QUESTIONS, 0);
    while let [question, rest @ ..] = questions {
        count = count.saturating_add(question.fields.len());
        questions = rest;
    }
    count
}

/// The fields of every question.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "run by the compiler, which refuses what is out of bounds"
)]
const fn all<const N: usize>() -> [Field; N] {
    let (mut questions, mut at) = (QUESTIONS, 0);
    let mut all = [Field::Danger; N];
    while let [question, rest @ ..] = questions {
        let mut fields = question.fields;
        while let [field, others @ ..] = fields {
            all[at] = *field;
            at += 1;
            fields = others;
        }
        questions = rest;
    }
    all
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
