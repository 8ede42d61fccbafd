//! A filled-in form: read from its fields, checked by one set of rules everywhere.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::category::Category;
use crate::desk::District;

mod details;
mod form;
#[cfg(test)]
mod tests;

pub use details::Details;
pub use form::{FilledForm, Problem, Rule};

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

/// Whether the reporter comes back for a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComesBack {
    /// Does not, or did not answer: no reply can reach them.
    Never,
    /// With a phrase.
    WithPhrase {
        /// Whether they say that it is safe if an officer replies.
        safe: bool,
    },
}

/// What the reporter ticked about the area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// One of the five districts.
    In(District),
    /// Outside West Yorkshire.
    Outside,
    /// At no place: only online.
    Online,
    /// Not sure.
    Unknown,
}

impl Area {
    /// The code in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::In(district) => district.code(),
            Self::Outside => "outside",
            Self::Online => "online",
            Self::Unknown => "unknown",
        }
    }

    /// Finds the area with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "outside" => Some(Self::Outside),
            "online" => Some(Self::Online),
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

/// Most bytes the answers of any form take as CBOR, people, vehicles and accounts apart: they always
/// fit the first part of a tip.
pub const ANSWERS_MAX: usize = 8_192;
/// Most bytes that is said of people, vehicles and accounts takes as CBOR: it goes into whichever parts
/// of the tip have room.
pub const ENTRIES_MAX: usize = 12_288;

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
    /// What else the form asks; may be empty.
    #[n(4)]
    #[serde(default)]
    pub details: Details,
}

impl Answers {
    /// Everything the reporter wrote, the story first, each answer on lines of its own: what must not
    /// go on word for word without somebody's decision.
    pub fn own_words(&self, story: &str) -> String {
        let answers = [story, &self.place].into_iter().chain(self.details.all());
        answers.collect::<Vec<_>>().join("\n")
    }
}
