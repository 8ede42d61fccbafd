//! Opaque bytes and texts the store keeps without understanding them.

use std::fmt;

use domain::wire::{CARD_LEN, LOG_FRAME_LEN, PARTS_NONCE_LEN};

/// The bytes offered have a length this kind of thing never has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sealed bytes have a wrong length")]
pub struct WrongSealedLength;

macro_rules! opaque_bytes {
    ($(#[$doc:meta])* $name:ident, $lengths:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(Box<[u8]>);

        impl $name {
            /// The bytes.
            pub fn as_bytes(&self) -> &[u8] {
                &self.0
            }

            /// Gives the bytes away.
            pub fn into_bytes(self) -> Vec<u8> {
                self.0.into_vec()
            }
        }

        impl TryFrom<Vec<u8>> for $name {
            type Error = WrongSealedLength;
            fn try_from(bytes: Vec<u8>) -> Result<Self, WrongSealedLength> {
                if $lengths.contains(&bytes.len()) {
                    Ok(Self(bytes.into_boxed_slice()))
                } else {
                    Err(WrongSealedLength)
                }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    };
}

opaque_bytes!(
    /// A vault record's sealed card: exactly [`CARD_LEN`] bytes.
    SealedCard,
    (CARD_LEN..=CARD_LEN)
);
opaque_bytes!(
    /// One operation, sealed to the auditors: exactly [`LOG_FRAME_LEN`] bytes.
    LogFrame,
    (LOG_FRAME_LEN..=LOG_FRAME_LEN)
);
opaque_bytes!(
    /// A key or a seed in a small age file: 1 to 8,192 bytes.
    SmallAgeFile,
    (1..=8_192)
);
opaque_bytes!(
    /// Drawn with each record and kept inside its seal, so that [`PartsHash`](crate::PartsHash) tells
    /// nothing to who has not opened it: exactly 32 bytes.
    PartsNonce,
    (PARTS_NONCE_LEN..=PARTS_NONCE_LEN)
);
opaque_bytes!(
    /// What the OPAQUE server keeps of one officer: 1 to 1,024 bytes.
    OpaqueRecord,
    (1..=1_024)
);

/// The public card an officer's browser made at enrolment: 1 to 8,192 bytes of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerCard(String);

impl OfficerCard {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for OfficerCard {
    type Error = WrongSealedLength;
    fn try_from(text: String) -> Result<Self, WrongSealedLength> {
        if (1..=8_192).contains(&text.len()) {
            Ok(Self(text))
        } else {
            Err(WrongSealedLength)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sealed_things_have_their_own_lengths_and_never_print() {
        assert!(SealedCard::try_from(vec![0; CARD_LEN]).is_ok());
        for len in [0, CARD_LEN - 1, CARD_LEN + 1] {
            assert_eq!(SealedCard::try_from(vec![0; len]), Err(WrongSealedLength));
        }
        assert_eq!(SmallAgeFile::try_from(vec![]), Err(WrongSealedLength));
        assert_eq!(
            SmallAgeFile::try_from(vec![0; 8_193]),
            Err(WrongSealedLength)
        );
        assert_eq!(OfficerCard::try_from(String::new()), Err(WrongSealedLength));
        let record = OpaqueRecord::try_from(vec![7; 9]).unwrap();
        assert_eq!(format!("{record:?}"), "OpaqueRecord(..)");
    }
}
