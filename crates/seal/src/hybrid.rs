//! Post-quantum hybrid recipients: `age1pq1…`, stanza `mlkem768x25519`.
//!
//! As [C2SP age.md](https://c2sp.org/age) defines them: a recipient is an ML-KEM-768 encapsulation
//! key (1,184 bytes) and an X25519 public key (32 bytes), in Bech32 without a length limit. The
//! `age` crate does not have them yet; delete this module the day it does.

#[doc(hidden)]
pub mod kem;
#[doc(hidden)]
pub mod seed;

use std::collections::HashSet;
use std::fmt;
use std::io;

use age_core::format::{FileKey, Stanza};
use age_core::primitives::{bech32_decode, bech32_encode};
use age_core::secrecy::ExposeSecret;
use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use chacha20poly1305::aead::Aead;
use ml_kem::array::Array;
use ml_kem::{EncapsulateDeterministic, EncodedSizeUser, KemCore, MlKem768};
use rand::RngCore;
use rand::rngs::OsRng;
use x25519_dalek::{PublicKey, StaticSecret, X25519_BASEPOINT_BYTES};
use zeroize::Zeroizing;

use kem::{Agreement, MLKEM_KEY_LEN};

/// Bytes of a recipient.
pub const RECIPIENT_LEN: usize = 1_216;

const HRP: &str = "age1pq";

/// The largest reduced X25519 coordinate, 2^255 - 20, little-endian.
const HIGHEST_X25519: [u8; 32] = {
    let mut bytes = [0xff; 32];
    bytes[0] = 0xec;
    bytes[31] = 0x7f;
    bytes
};

type EncapsulationKey = <MlKem768 as KemCore>::EncapsulationKey;

/// The text or bytes are no hybrid recipient that may be sealed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a hybrid recipient")]
pub struct NotARecipient;

/// Someone who can be sealed to: a checked hybrid public key.
#[derive(Clone, PartialEq)]
pub struct Recipient {
    mlkem: Box<EncapsulationKey>,
    x25519: PublicKey,
}

impl Eq for Recipient {}

impl Recipient {
    /// Reads `age1pq1…`: lower case, checksum right, no other way of writing it.
    ///
    /// # Errors
    /// Whatever [`Recipient::from_bytes`] refuses, and every text but the canonical one.
    pub fn parse(text: &str) -> Result<Self, NotARecipient> {
        let recipient = bech32_decode(
            text,
            |_| NotARecipient,
            |hrp| (hrp.as_str() == HRP).then_some(()).ok_or(NotARecipient),
            |_, bytes| Self::from_bytes(&bytes.take(RECIPIENT_LEN + 1).collect::<Vec<u8>>()),
        )?;
        if recipient.encode() == text {
            Ok(recipient)
        } else {
            Err(NotARecipient)
        }
    }

    /// Reads the 1,216 raw bytes.
    ///
    /// # Errors
    /// Another length; ML-KEM coefficients not reduced modulo q (FIPS 203 §7.2, checked by encoding
    /// the key again); an X25519 key not reduced modulo p, or of low order.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotARecipient> {
        let (mlkem, x25519) = bytes.split_last_chunk::<32>().ok_or(NotARecipient)?;
        let encoded = Array::try_from(mlkem).map_err(|_| NotARecipient)?;
        let key = EncapsulationKey::from_bytes(&encoded);
        if key.as_bytes() != encoded || !is_sound_x25519(x25519) {
            return Err(NotARecipient);
        }
        Ok(Self {
            mlkem: Box::new(key),
            x25519: PublicKey::from(*x25519),
        })
    }

    /// The 1,216 raw bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(RECIPIENT_LEN);
        bytes.extend_from_slice(&self.mlkem.as_bytes());
        bytes.extend_from_slice(self.x25519.as_bytes());
        bytes
    }

    /// The recipient as `age1pq1…`.
    pub fn encode(&self) -> String {
        bech32_encode(bech32::Hrp::parse_unchecked(HRP), &self.to_bytes())
    }

    /// Wraps a file key; `None` only if the system gives no randomness.
    fn wrap(&self, file_key: &FileKey) -> Option<Stanza> {
        let mut seed = Zeroizing::new([0; 32]);
        OsRng.try_fill_bytes(seed.as_mut_slice()).ok()?;
        let (ciphertext, mlkem_secret) =
            self.mlkem.encapsulate_deterministic(&(*seed).into()).ok()?;
        let mlkem_secret = kem::guarded(mlkem_secret);
        OsRng.try_fill_bytes(seed.as_mut_slice()).ok()?;
        let ephemeral = StaticSecret::from(*seed);
        // By the ladder: the comb behind `PublicKey::from(&secret)` brings 30 KB of tables.
        let base = PublicKey::from(X25519_BASEPOINT_BYTES);
        let share = PublicKey::from(*ephemeral.diffie_hellman(&base).as_bytes());
        let x25519_secret = ephemeral.diffie_hellman(&self.x25519);
        let (cipher, nonce) = Agreement {
            mlkem_secret: &mlkem_secret,
            x25519_secret: x25519_secret.as_bytes(),
            x25519_share: share.as_bytes(),
            x25519_public: self.x25519.as_bytes(),
        }
        .wrapping_cipher();
        // EXPOSE: the file key is what this stanza wraps.
        let body = cipher
            .encrypt(&nonce, file_key.expose_secret().as_slice())
            .ok()?;
        let enc = [ciphertext.as_slice(), share.as_bytes()].concat();
        Some(Stanza {
            tag: kem::TAG.into(),
            args: vec![BASE64_STANDARD_NO_PAD.encode(enc)],
            body,
        })
    }
}

impl age::Recipient for Recipient {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let stanza = self
            .wrap(file_key)
            .ok_or_else(|| io::Error::other("no randomness"))?;
        Ok((vec![stanza], HashSet::from(["postquantum".into()])))
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.encode();
        write!(f, "Recipient({}…)", text.get(..20).unwrap_or_default())
    }
}

/// Whether this is the one encoding of a point that is not of low order.
fn is_sound_x25519(key: &[u8; 32]) -> bool {
    // A clamped scalar is a multiple of 8, so any scalar shows a low order.
    let any_scalar = StaticSecret::from([1; 32]);
    let contributes = any_scalar
        .diffie_hellman(&PublicKey::from(*key))
        .was_contributory();
    key.iter().rev().le(HIGHEST_X25519.iter().rev()) && contributes
}

const _: () = assert!(MLKEM_KEY_LEN + 32 == RECIPIENT_LEN);
