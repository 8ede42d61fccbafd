//! Ids: every one its own type, 16 random bytes, hex in text.

use std::fmt;
use std::str::FromStr;

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The text is not 32 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id is 32 lower-case hexadecimal digits")]
pub struct NotAnId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name([u8; 16]);

        impl $name {
            /// Wraps 16 bytes, drawn at random by the caller.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The 16 bytes.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let mut bytes = [0; 16];
                hex::decode_to_slice(text, &mut bytes).map_err(|_| NotAnId)?;
                let id = Self(bytes);
                if id.to_string() == text { Ok(id) } else { Err(NotAnId) }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl<C> Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.bytes(&self.0)?.ok()
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(
                d: &mut Decoder<'b>,
                context: &mut C,
            ) -> Result<Self, minicbor::decode::Error> {
                Ok(Self(*ByteArray::<16>::decode(d, context)?))
            }
        }
    };
}

id!(
    /// Names one installation of the service; public.
    InstallationId
);
id!(
    /// Names one tip, inside its seal only; the parts of a tip share it.
    TipId
);
id!(
    /// Names one conversation with a reporter, inside the seal only.
    ThreadId
);
id!(
    /// Names one officer of this installation.
    OfficerId
);
id!(
    /// Names one kept record in a desk's vault.
    RecordId
);
id!(
    /// Names one report delivered to one desk.
    ReportId
);
id!(
    /// Names one draft: reports of one record that wait for a second officer.
    DraftId
);
id!(
    /// Names one stored attachment bundle.
    BlobId
);
id!(
    /// Names one upload of a bundle, for an hour.
    UploadId
);

/// Names one frame of the intake: a random positive 63-bit number, drawn when the window closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct IntakeId(i64);

impl IntakeId {
    /// Makes an id of 8 random bytes; the sign bit is dropped.
    pub const fn from_random(bytes: [u8; 8]) -> Self {
        Self(i64::from_be_bytes(bytes) & i64::MAX)
    }

    /// Reads an id back from a column; `None` if it is negative.
    pub const fn from_column(value: i64) -> Option<Self> {
        if value < 0 { None } else { Some(Self(value)) }
    }

    /// The number as a column holds it.
    pub const fn get(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_from_its_own_text_and_from_no_other() {
        let id = TipId::from_bytes([0xab; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string().to_uppercase().parse::<TipId>(), Err(NotAnId));
        assert_eq!("abab".parse::<TipId>(), Err(NotAnId));
    }

    #[test]
    fn an_intake_id_is_never_negative() {
        assert!(IntakeId::from_random([0xff; 8]).get() >= 0);
        assert_eq!(IntakeId::from_column(-1), None);
    }
}
