//! Where a mail goes to or comes from. Never printed by `Debug`: it may be a person's.

use std::fmt;
use std::str::FromStr;

/// The text is no mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a mail address is name@domain, in ASCII, of at most 254 characters")]
pub struct NotAnAddress;

/// A mail address in ASCII.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(lettre::Address);

impl Address {
    /// The longest there is.
    pub(crate) const MAX: usize = 254;

    /// As it stands in a mail's head.
    pub fn as_str(&self) -> &str {
        self.0.as_ref()
    }

    /// What stands behind the @.
    pub(crate) fn domain(&self) -> &str {
        self.0.domain()
    }

    /// As the library takes it.
    pub(crate) fn to_lettre(&self) -> lettre::Address {
        self.0.clone()
    }
}

impl FromStr for Address {
    type Err = NotAnAddress;
    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"');
        if text.len() > Self::MAX || !text.bytes().all(plain) {
            return Err(NotAnAddress);
        }
        text.parse().map(Self).map_err(|_| NotAnAddress)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_plain_and_does_not_print() {
        let address: Address = "bronze.leeds@example.org".parse().unwrap();
        assert_eq!(address.as_str(), "bronze.leeds@example.org");
        assert_eq!(address.domain(), "example.org");
        assert_eq!(format!("{address:?}"), "Address(..)");
    }

    #[test]
    fn what_could_write_into_a_mails_head_is_no_address() {
        for text in [
            "",
            "leeds",
            "a@b@example.org",
            "a b@example.org",
            "a@example.org\r\nBcc: x@example.org",
            "<a@example.org>",
            "\"a b\"@example.org",
            "ż@example.org",
            "a@żywiec.example",
            &format!("a@{}.org", "b".repeat(260)),
        ] {
            assert_eq!(text.parse::<Address>(), Err(NotAnAddress), "{text}");
        }
    }
}
