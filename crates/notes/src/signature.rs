//! Ed25519 with a context: `Sig = Ed25519(ctx || 0x00 || message)`, strictly verified.

use std::fmt;

use base64::{Engine, prelude::BASE64_STANDARD};
use ed25519_dalek::{Signer as _, VerifyingKey};

use crate::body::Malformed;

/// Bytes of a signature.
pub const SIGNATURE_LEN: usize = 64;

/// The 64 bytes of a signature.
pub type Signature = [u8; SIGNATURE_LEN];

/// The signature was not made by this key over this message in this context.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not hold")]
pub struct BadSignature;

/// A key that signs. Wiped when dropped; it does not print.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// Derives the key from a 32-byte seed, as RFC 8032 does.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The key to verify with.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs `context || 0x00 || message`.
    pub fn sign(&self, context: &str, message: &[u8]) -> Signature {
        self.sign_plain(&with_context(context, message))
    }

    /// The seed, for storing an authority's key offline.
    pub fn expose_seed(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    pub(crate) fn sign_plain(&self, message: &[u8]) -> Signature {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

/// A key to verify with: a canonical Ed25519 point that is not of low order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads 32 bytes.
    ///
    /// # Errors
    /// No point of the curve, written in a second way, or of low order.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, Malformed> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| Malformed)?;
        let canonical = key.to_edwards().compress().to_bytes() == *bytes;
        if canonical && !key.is_weak() {
            Ok(Self(key))
        } else {
            Err(Malformed)
        }
    }

    /// Reads standard Base64 with padding.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        Self::from_bytes(&decode_exactly(text)?)
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Verifies a signature over `context || 0x00 || message`.
    pub fn verify(
        &self,
        context: &str,
        message: &[u8],
        signature: &Signature,
    ) -> Result<(), BadSignature> {
        self.verify_plain(&with_context(context, message), signature)
    }

    pub(crate) fn verify_plain(
        &self,
        message: &[u8],
        signature: &Signature,
    ) -> Result<(), BadSignature> {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.0
            .verify_strict(message, &signature)
            .map_err(|_| BadSignature)
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64_STANDARD.encode(self.as_bytes()))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

/// Decodes standard Base64 that must hold exactly `N` bytes.
pub(crate) fn decode_exactly<const N: usize>(text: &str) -> Result<[u8; N], Malformed> {
    let bytes = BASE64_STANDARD.decode(text).map_err(|_| Malformed)?;
    bytes.try_into().map_err(|_| Malformed)
}

fn with_context(context: &str, message: &[u8]) -> Vec<u8> {
    [context.as_bytes(), &[0], message].concat()
}
