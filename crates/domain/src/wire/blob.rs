//! Bytes as text.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};

use crate::frame::SealedFrame;

/// Bytes that travel as unpadded base64url text. `Debug` shows the length only.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Blob(pub Vec<u8>);

impl fmt::Debug for Blob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Blob({} bytes)", self.0.len())
    }
}

impl Serialize for Blob {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&BASE64.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        BASE64
            .decode(text)
            .map(Self)
            .map_err(|_| serde::de::Error::custom("not base64url"))
    }
}

impl Serialize for SealedFrame {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&BASE64.encode(self.as_bytes()))
    }
}

impl<'de> Deserialize<'de> for SealedFrame {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::try_from(Blob::deserialize(d)?.0).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blob_travels_as_text_and_prints_only_its_length() {
        let blob = Blob(vec![0xff, 0xfe, 0xfd]);
        let json = serde_json::to_string(&blob).unwrap();
        assert_eq!(json, "\"__79\"");
        assert_eq!(serde_json::from_str::<Blob>(&json).unwrap(), blob);
        assert!(serde_json::from_str::<Blob>("\"a=\"").is_err());
        assert_eq!(format!("{blob:?}"), "Blob(3 bytes)");
    }

    #[test]
    fn a_frame_of_another_length_is_not_read() {
        assert!(serde_json::from_str::<SealedFrame>("\"AAAA\"").is_err());
    }
}
