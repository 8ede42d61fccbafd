//! Who works on what: districts, teams, desks and roles.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The text names no desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no desk has this name")]
pub struct UnknownDesk;

/// The text names no role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no role has this name")]
pub struct UnknownRole;

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every value, in the order shown to people.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code used on the wire and in addresses.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The name shown to staff.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// Finds the value with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

/// Serialises a type as its `Display` text and reads it with `FromStr`.
macro_rules! as_text {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = String::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl<C> minicbor::Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.str(&self.to_string())?.ok()
            }
        }

        impl<'b, C> minicbor::Decode<'b, C> for $name {
            fn decode(
                d: &mut minicbor::Decoder<'b>,
                _: &mut C,
            ) -> Result<Self, minicbor::decode::Error> {
                d.str()?
                    .parse()
                    .map_err(|_| minicbor::decode::Error::message("unknown name"))
            }
        }
    };
}
pub(crate) use {as_text, coded};

coded! {
    /// One of the five districts of West Yorkshire.
    District {
        /// E08000032
        Bradford = "bradford", "Bradford";
        /// E08000033
        Calderdale = "calderdale", "Calderdale";
        /// E08000034
        Kirklees = "kirklees", "Kirklees";
        /// E08000035
        Leeds = "leeds", "Leeds";
        /// E08000036
        Wakefield = "wakefield", "Wakefield";
    }
}

coded! {
    /// A specialist team of the force.
    Team {
        /// The Precision serious organised crime unit.
        PrecisionSocu = "precision_socu", "Precision SOC Unit";
        /// Safeguarding, five areas.
        Safeguarding = "safeguarding", "Safeguarding";
        /// Modern Slavery and Human Trafficking.
        Msht = "msht", "Modern Slavery & Human Trafficking";
        /// Cyber Crime.
        Cyber = "cyber", "Cyber Crime";
        /// Economic Crime.
        EconomicCrime = "economic_crime", "Economic Crime";
        /// International Assistance and Foreign National Offending.
        InternationalFno = "international_fno", "International Assistance & FNO";
        /// Firearms.
        Firearms = "firearms", "Firearms";
    }
}

coded! {
    /// What an officer may do beyond reading their own desks.
    Role {
        /// Works on the desks they are rostered to.
        Officer = "officer", "Officer";
        /// An officer who may also take back a claim or hand it over.
        Supervisor = "supervisor", "Supervisor";
        /// Looks after officers and champions; opens nothing.
        Coordinator = "coordinator", "Coordinator";
        /// Reads the log of operations; opens nothing.
        Auditor = "auditor", "Auditor";
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Role {
    type Err = UnknownRole;
    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::from_code(text).ok_or(UnknownRole)
    }
}
as_text!(Role);

/// Whether who signed something is still an officer of the desk. The later, the less it is to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// In its roster.
    Serving,
    /// Has left it. The day of what they signed is their own word.
    Former,
    /// Has left it, and the day they wrote is before that of something that was there already. Either they
    /// dated it back, or somebody's clock was ahead.
    FormerDatedBack,
}

/// A group of officers that holds keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Desk {
    /// Opens, grades, sanitises and routes tips.
    Triage,
    /// The first of the two organisations of the corruption lane.
    CorruptionA,
    /// The second of the two organisations of the corruption lane.
    CorruptionB,
    /// A district's Bronze group.
    Bronze(District),
    /// A specialist team.
    Team(Team),
    /// The force-level Silver group.
    Silver,
}

impl Desk {
    /// Every desk there can be.
    pub fn all() -> Vec<Self> {
        let mut desks = vec![Self::Triage, Self::CorruptionA, Self::CorruptionB];
        desks.extend(District::ALL.iter().copied().map(Self::Bronze));
        desks.extend(Team::ALL.iter().copied().map(Self::Team));
        desks.push(Self::Silver);
        desks
    }

    /// The name shown to staff, such as `Bronze Leeds`.
    pub fn label(self) -> String {
        match self {
            Self::Triage => "Triage".into(),
            Self::CorruptionA => "Corruption A".into(),
            Self::CorruptionB => "Corruption B".into(),
            Self::Bronze(district) => format!("Bronze {}", district.label()),
            Self::Team(team) => team.label().into(),
            Self::Silver => "Silver".into(),
        }
    }

    /// Whether other desks may write to this one.
    pub const fn has_inbox(self) -> bool {
        self.receives_reports() || matches!(self, Self::Triage)
    }

    /// Whether sanitised reports may be routed to this desk.
    pub const fn receives_reports(self) -> bool {
        match self {
            Self::Bronze(_) | Self::Team(_) | Self::Silver => true,
            Self::Triage | Self::CorruptionA | Self::CorruptionB => false,
        }
    }
}

impl fmt::Display for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Triage => f.write_str("triage"),
            Self::CorruptionA => f.write_str("corruption-a"),
            Self::CorruptionB => f.write_str("corruption-b"),
            Self::Bronze(district) => write!(f, "bronze/{}", district.code()),
            Self::Team(team) => write!(f, "team/{}", team.code()),
            Self::Silver => f.write_str("silver"),
        }
    }
}

impl FromStr for Desk {
    type Err = UnknownDesk;
    fn from_str(text: &str) -> Result<Self, UnknownDesk> {
        Self::all()
            .into_iter()
            .find(|desk| desk.to_string() == text)
            .ok_or(UnknownDesk)
    }
}
as_text!(Desk);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_desk_reads_back_from_its_name() {
        for desk in Desk::all() {
            assert_eq!(desk.to_string().parse(), Ok(desk));
        }
        assert_eq!("bronze/harrogate".parse::<Desk>(), Err(UnknownDesk));
    }
}
