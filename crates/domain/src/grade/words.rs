//! Grades in words.

use super::{ActionCode, Assessment, Handling, SanitisationCode, Source};

impl Source {
    /// In words, with the reason where there is one.
    pub fn words(&self) -> String {
        match self {
            Self::Reliable => "Reliable".into(),
            Self::Untested => "Untested".into(),
            Self::NotReliable(why) => format!("Not reliable: {}", why.as_str()),
        }
    }
}

impl Assessment {
    /// In words, with the reason where there is one.
    pub fn words(&self) -> String {
        match self {
            Self::KnownDirectly => "Known directly to the source".into(),
            Self::Corroborated => "Known indirectly to the source but corroborated".into(),
            Self::KnownIndirectly => "Known indirectly to the source".into(),
            Self::NotKnown => "Not known how the source knows".into(),
            Self::SuspectedFalse(why) => format!("Suspected to be false: {}", why.as_str()),
        }
    }
}

impl Handling {
    /// In words, without its conditions.
    pub const fn words(&self) -> &'static str {
        match self {
            Self::Permitted => "Lawful sharing permitted",
            Self::Conditional { .. } => "Lawful sharing permitted with conditions",
        }
    }
}

impl ActionCode {
    /// In words.
    pub fn words(self) -> &'static str {
        words(Self::ALL, &self)
    }
}

impl SanitisationCode {
    /// In words.
    pub fn words(self) -> &'static str {
        words(Self::ALL, &self)
    }
}

fn words<T: PartialEq>(all: &[(T, &'static str)], code: &T) -> &'static str {
    let found = all.iter().find(|(one, _)| one == code);
    found.map_or("", |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grade::Reason;

    #[test]
    fn reasons_are_read_with_their_grades() {
        let why = Reason::try_from("wrong before".to_owned()).unwrap();
        let source = Source::NotReliable(why.clone());
        assert_eq!(source.words(), "Not reliable: wrong before");
        let assessment = Assessment::SuspectedFalse(why);
        assert_eq!(assessment.words(), "Suspected to be false: wrong before");
        assert!(ActionCode::A1.words().starts_with("A1 Covert development"));
        assert!(SanitisationCode::S2.words().starts_with("S2 Consult"));
    }
}
