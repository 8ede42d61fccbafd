//! Hybrid recipients as text, checked in shape only.

use std::fmt;

use crate::body::Malformed;

const PREFIX: &str = "age1pq1";
/// 1,216 bytes are 1,946 characters of five bits, and six of checksum.
const DATA_LEN: usize = 1_946 + 6;
const CHARACTERS: &str = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// An `age1pq1…` text of the right length and alphabet. `seal::hybrid::Recipient` checks the rest.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecipientText(String);

impl RecipientText {
    /// Reads the text.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let data = text.strip_prefix(PREFIX).ok_or(Malformed)?;
        if data.len() == DATA_LEN && data.chars().all(|c| CHARACTERS.contains(c)) {
            Ok(Self(text.into()))
        } else {
            Err(Malformed)
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RecipientText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for RecipientText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}…", self.0.get(..20).unwrap_or_default())
    }
}
