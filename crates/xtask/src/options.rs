//! Options with a value, as `soak` and `fuzz` take them.

use std::collections::BTreeMap;

use crate::shell::Failure;

/// The options that were given, each once.
pub(crate) struct Given<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Given<'a> {
    /// Reads `--name value` pairs; an unknown name, one twice or one without a value is an error.
    pub(crate) fn parse(words: &[&'a str], known: &[&str]) -> Result<Self, Failure> {
        let mut given = BTreeMap::new();
        for pair in words.chunks(2) {
            let [name, value] = pair else {
                return Err(Failure::new(format!("{} wants a value", pair.concat())));
            };
            if !known.contains(name) {
                let known = known.join(", ");
                return Err(Failure::new(format!("{name} is no option: {known}")));
            }
            if given.insert(*name, *value).is_some() {
                return Err(Failure::new(format!("{name} is given twice")));
            }
        }
        Ok(Self(given))
    }

    /// The value as it was given.
    pub(crate) fn text(&self, name: &str) -> Option<&'a str> {
        self.0.get(name).copied()
    }

    /// The value as a number above zero.
    pub(crate) fn number(&self, name: &str) -> Result<Option<u64>, Failure> {
        let wrong = || Failure::new(format!("{name} wants a whole number above zero"));
        let number = |text: &str| text.replace('_', "").parse().ok().filter(|n| *n > 0);
        self.text(name)
            .map(|text| number(text).ok_or_else(wrong))
            .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[&str] = &["--kills", "--backend"];

    #[test]
    fn options_are_read_in_any_order_and_need_not_be_given() {
        let given = Given::parse(&["--backend", "sqlite", "--kills", "1_000"], KNOWN).unwrap();
        assert_eq!(given.text("--backend"), Some("sqlite"));
        assert_eq!(given.number("--kills").unwrap(), Some(1_000));
        assert!(Given::parse(&[], KNOWN).unwrap().text("--kills").is_none());
    }

    #[test]
    fn an_unknown_a_doubled_and_a_lonely_option_are_refused() {
        for wrong in [
            &["--kill", "1"][..],
            &["--kills"],
            &["--kills", "1", "--kills", "2"],
        ] {
            assert!(Given::parse(wrong, KNOWN).is_err(), "{wrong:?}");
        }
        for wrong in ["0", "-1", "many", ""] {
            let given = Given::parse(&["--kills", wrong], KNOWN).unwrap();
            assert!(given.number("--kills").is_err(), "{wrong}");
        }
    }
}
