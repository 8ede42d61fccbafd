//! The UK 3x5x2 grade: source, assessment, handling. An invalid combination cannot be built.

mod words;

use std::fmt;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// Longest reason or condition, in UTF-8 bytes.
pub const REASON_MAX: usize = 500;

/// Why a reason was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadReason {
    /// Nothing but white space.
    #[error("say why")]
    Empty,
    /// Longer than [`REASON_MAX`] bytes.
    #[error("the reason is too long")]
    TooLong,
}

/// A reason an officer has written: never empty, at most [`REASON_MAX`] bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(try_from = "String", into = "String")]
#[cbor(transparent)]
pub struct Reason(#[cbor(n(0), decode_with = "decode_reason")] String);

impl Reason {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Reason {
    type Error = BadReason;
    fn try_from(text: String) -> Result<Self, BadReason> {
        let text = text.trim();
        match text.len() {
            0 => Err(BadReason::Empty),
            1..=REASON_MAX => Ok(Self(text.to_owned())),
            _ => Err(BadReason::TooLong),
        }
    }
}

impl From<Reason> for String {
    fn from(reason: Reason) -> Self {
        reason.0
    }
}

fn decode_reason<C>(
    d: &mut minicbor::Decoder<'_>,
    _: &mut C,
) -> Result<String, minicbor::decode::Error> {
    let text = d.str()?.to_owned();
    let reason = Reason::try_from(text.clone());
    match reason {
        Ok(reason) if reason.0 == text => Ok(text),
        _ => Err(minicbor::decode::Error::message("bad reason")),
    }
}

/// How far the source can be relied on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case", tag = "code", content = "why")]
pub enum Source {
    /// 1: reliable.
    #[n(1)]
    Reliable,
    /// 2: untested, the default for an anonymous tip.
    #[n(2)]
    Untested,
    /// 3: not reliable, and why.
    #[n(3)]
    NotReliable(#[n(0)] Reason),
}

impl Source {
    /// The digit printed in a grade.
    pub const fn code(&self) -> char {
        match self {
            Self::Reliable => '1',
            Self::Untested => '2',
            Self::NotReliable(_) => '3',
        }
    }
}

/// How the source knows what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case", tag = "code", content = "why")]
pub enum Assessment {
    /// A: known directly to the source.
    #[n(1)]
    KnownDirectly,
    /// B: known indirectly to the source but corroborated.
    #[n(2)]
    Corroborated,
    /// C: known indirectly to the source.
    #[n(3)]
    KnownIndirectly,
    /// D: not known, the default for an anonymous tip.
    #[n(4)]
    NotKnown,
    /// E: suspected to be false, and why.
    #[n(5)]
    SuspectedFalse(#[n(0)] Reason),
}

impl Assessment {
    /// The letter printed in a grade.
    pub const fn code(&self) -> char {
        match self {
            Self::KnownDirectly => 'A',
            Self::Corroborated => 'B',
            Self::KnownIndirectly => 'C',
            Self::NotKnown => 'D',
            Self::SuspectedFalse(_) => 'E',
        }
    }
}

/// What may be done with a report handled under conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(index_only)]
pub enum ActionCode {
    /// Covert development: no direct action, ask the originator first.
    #[n(1)]
    A1,
    /// Covert use: protect source and technique.
    #[n(2)]
    A2,
    /// Overt use, as specified.
    #[n(3)]
    A3,
}

impl ActionCode {
    /// Every code with the words shown beside it.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (
            Self::A1,
            "A1 Covert development: no direct action, ask the originator first",
        ),
        (Self::A2, "A2 Covert use: protect source and technique"),
        (Self::A3, "A3 Overt use, as specified in the conditions"),
    ];
}

/// Who may sanitise a report further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(index_only)]
pub enum SanitisationCode {
    /// Delegated authority: the recipient may sanitise further.
    #[n(1)]
    S1,
    /// Consult the originator first.
    #[n(2)]
    S2,
}

impl SanitisationCode {
    /// Every code with the words shown beside it.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::S1, "S1 Delegated authority: you may sanitise further"),
        (
            Self::S2,
            "S2 Consult the originator before sanitising further",
        ),
    ];
}

/// The handling code: with code C there is exactly one action and one sanitisation code,
/// and the conditions in words; with code P there is none of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Handling {
    /// P: lawful sharing permitted.
    #[n(1)]
    Permitted,
    /// C: lawful sharing permitted with conditions.
    #[n(2)]
    Conditional {
        /// What may be done.
        #[n(0)]
        action: ActionCode,
        /// Who may sanitise.
        #[n(1)]
        sanitisation: SanitisationCode,
        /// The conditions in words.
        #[n(2)]
        conditions: Reason,
    },
}

impl Handling {
    /// The letter printed in a grade.
    pub const fn code(&self) -> char {
        match self {
            Self::Permitted => 'P',
            Self::Conditional { .. } => 'C',
        }
    }
}

/// A 3x5x2 grade, printed `2DP`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
pub struct Grade {
    /// How far the source can be relied on.
    #[n(0)]
    pub source: Source,
    /// How the source knows.
    #[n(1)]
    pub assessment: Assessment,
    /// What may be done with it.
    #[n(2)]
    pub handling: Handling,
}

impl Grade {
    /// What an anonymous tip starts from: 2, D, P.
    pub const fn anonymous() -> Self {
        Self {
            source: Source::Untested,
            assessment: Assessment::NotKnown,
            handling: Handling::Permitted,
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}{}{}",
            self.source.code(),
            self.assessment.code(),
            self.handling.code()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_prints_as_three_characters() {
        assert_eq!(Grade::anonymous().to_string(), "2DP");
        let why = Reason::try_from(" seen before ".to_owned()).unwrap();
        let grade = Grade {
            source: Source::NotReliable(why.clone()),
            assessment: Assessment::SuspectedFalse(why.clone()),
            handling: Handling::Conditional {
                action: ActionCode::A1,
                sanitisation: SanitisationCode::S2,
                conditions: why,
            },
        };
        assert_eq!(grade.to_string(), "3EC");
        let bytes = minicbor::to_vec(&grade).unwrap();
        assert_eq!(minicbor::decode::<Grade>(&bytes).unwrap(), grade);
        let json = serde_json::to_string(&grade).unwrap();
        assert_eq!(serde_json::from_str::<Grade>(&json).unwrap(), grade);
    }

    #[test]
    fn code_c_without_its_codes_and_a_reason_without_words_cannot_be_read() {
        for json in [
            r#"{"code":"conditional"}"#,
            r#"{"code":"conditional","action":"A1","sanitisation":"S1"}"#,
            r#"{"code":"conditional","action":"A4","sanitisation":"S1","conditions":"x"}"#,
            r#"{"code":"conditional","action":"A1","sanitisation":"S1","conditions":"  "}"#,
        ] {
            assert!(serde_json::from_str::<Handling>(json).is_err(), "{json}");
        }
        let long = "x".repeat(REASON_MAX + 1);
        assert_eq!(Reason::try_from(long), Err(BadReason::TooLong));
        assert!(serde_json::from_str::<Source>(r#"{"code":"not_reliable","why":""}"#).is_err());
    }
}
