//! Post-quantum hybrid identities: `AGE-SECRET-KEY-PQ-1…`, the other end of `seal::hybrid`.

use std::fmt;

use age::DecryptError;
use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use age_core::primitives::{bech32_decode, bech32_encode};
use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use chacha20poly1305::aead::Aead;
use ml_kem::array::Array;
use ml_kem::kem::Decapsulate;
use ml_kem::{EncodedSizeUser, KemCore, MlKem768};
use rand::{CryptoRng, RngCore};
use seal::hybrid::Recipient;
use seal::hybrid::kem::{Agreement, ENC_LEN, TAG, WRAPPED_LEN, guarded};
use seal::hybrid::seed::expand;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize, Zeroizing};

use crate::ahead::{Secret, Share};

const HRP: &str = "age-secret-key-pq-";

type EncapsulationKey = <MlKem768 as KemCore>::EncapsulationKey;
type DecapsulationKey = <MlKem768 as KemCore>::DecapsulationKey;

/// The text is no hybrid identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a hybrid identity")]
pub struct NotAnIdentity;

/// Someone who can open: a 32-byte seed and, made once, the keys it expands to.
///
/// ```text
/// d || z || x25519 secret = SHAKE256(seed, 96);  ML-KEM-768 keys = KeyGen(d, z)
/// ```
///
/// Wiped when dropped. It does not print.
pub struct Identity {
    seed: Zeroizing<[u8; 32]>,
    mlkem: Box<DecapsulationKey>,
    x25519: StaticSecret,
    x25519_public: PublicKey,
    recipient: Recipient,
}

impl Identity {
    /// Expands a seed.
    pub fn from_seed(seed: Zeroizing<[u8; 32]>) -> Self {
        let expanded = expand(&seed);
        let (mlkem, mlkem_public) = mlkem_keys(&expanded.d, &expanded.z);
        let x25519 = StaticSecret::from(*expanded.x25519);
        let x25519_public = PublicKey::from(&x25519);
        Self {
            seed,
            mlkem: Box::new(mlkem),
            x25519,
            x25519_public,
            recipient: recipient(&mlkem_public, &x25519_public),
        }
    }

    /// Makes a new identity of 32 random bytes.
    pub fn generate<R: RngCore + CryptoRng>(rng: &mut R) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(seed.as_mut_slice());
        Self::from_seed(seed)
    }

    /// Reads `AGE-SECRET-KEY-PQ-1…` as [`Identity::to_text`] writes it, in no other way.
    pub fn parse(text: &str) -> Result<Self, NotAnIdentity> {
        let seed = bech32_decode(
            text,
            |_| NotAnIdentity,
            |hrp| {
                (hrp.to_lowercase() == HRP)
                    .then_some(())
                    .ok_or(NotAnIdentity)
            },
            |_, bytes| {
                let bytes = Zeroizing::new(bytes.take(33).collect::<Vec<u8>>());
                <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| NotAnIdentity)
            },
        )?;
        let seed = Zeroizing::new(seed);
        if seed_text(&seed).as_str() == text {
            Ok(Self::from_seed(seed))
        } else {
            Err(NotAnIdentity)
        }
    }

    /// The identity as `AGE-SECRET-KEY-PQ-1…`.
    pub fn to_text(&self) -> Zeroizing<String> {
        seed_text(&self.seed)
    }

    /// The seed, for wrapping into another seal.
    pub fn expose_seed(&self) -> &[u8; 32] {
        &self.seed
    }

    /// Whom to seal to so that this identity opens.
    pub fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    /// The X25519 half, for a browser's own X25519; see [`crate::ahead`].
    pub fn expose_x25519(&self) -> &[u8; 32] {
        self.x25519.as_bytes()
    }

    /// The public X25519 half.
    pub fn x25519_public(&self) -> &[u8; 32] {
        self.x25519_public.as_bytes()
    }

    /// Opens one wrapped file key if the stanza is of the kind, with the secret that is known of its
    /// share, if one is.
    pub(crate) fn unwrap_knowing(
        &self,
        stanza: &Stanza,
        known: impl Fn(&Share) -> Option<Secret>,
    ) -> Option<Result<FileKey, DecryptError>> {
        if stanza.tag == TAG {
            self.unwrap(stanza, known).transpose()
        } else {
            None
        }
    }

    /// `None`: for somebody else, or changed. `Err`: not a well-formed stanza.
    fn unwrap(
        &self,
        stanza: &Stanza,
        known: impl Fn(&Share) -> Option<Secret>,
    ) -> Result<Option<FileKey>, DecryptError> {
        let (ciphertext, share) = split_stanza(stanza).ok_or(DecryptError::InvalidHeader)?;
        let x25519_secret = known(&share).unwrap_or_else(|| self.agree(share));
        if is_zero(&x25519_secret) {
            return Err(DecryptError::InvalidHeader);
        }
        let mlkem_secret = Array::try_from(ciphertext.as_slice())
            .ok()
            .and_then(|ciphertext| self.mlkem.decapsulate(&ciphertext).ok())
            .ok_or(DecryptError::InvalidHeader)?;
        let mlkem_secret = guarded(mlkem_secret);
        let (cipher, nonce) = Agreement {
            mlkem_secret: &mlkem_secret,
            x25519_secret: &x25519_secret,
            x25519_share: &share.0,
            x25519_public: self.x25519_public.as_bytes(),
        }
        .wrapping_cipher();
        let Ok(opened) = cipher.decrypt(&nonce, stanza.body.as_slice()) else {
            return Ok(None);
        };
        let opened = Zeroizing::new(opened);
        FileKey::try_init_with_mut(|key| {
            let bytes = <&[u8; FILE_KEY_BYTES]>::try_from(opened.as_slice());
            *key = *bytes.map_err(|_| DecryptError::InvalidHeader)?;
            Ok(())
        })
        .map(Some)
    }

    fn agree(&self, share: Share) -> Secret {
        let secret = self.x25519.diffie_hellman(&PublicKey::from(share.0));
        Zeroizing::new(secret.to_bytes())
    }
}

impl age::Identity for Identity {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        self.unwrap_knowing(stanza, |_| None)
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(..)")
    }
}

fn mlkem_keys(d: &[u8; 32], z: &[u8; 32]) -> (DecapsulationKey, EncapsulationKey) {
    let (mut d, mut z) = ((*d).into(), (*z).into());
    let keys = MlKem768::generate_deterministic(&d, &z);
    d.as_mut_slice().zeroize();
    z.as_mut_slice().zeroize();
    keys
}

fn recipient(mlkem: &EncapsulationKey, x25519: &PublicKey) -> Recipient {
    let bytes = [mlkem.as_bytes().as_slice(), x25519.as_bytes()].concat();
    Recipient::from_bytes(&bytes).expect("generated keys are reduced and not of low order")
}

/// Splits the one argument into ML-KEM ciphertext and X25519 share, checking every length.
fn split_stanza(stanza: &Stanza) -> Option<(Vec<u8>, Share)> {
    let [argument] = stanza.args.as_slice() else {
        return None;
    };
    let split = split_argument(argument.as_bytes())?;
    (stanza.body.len() == WRAPPED_LEN).then_some(split)
}

pub(crate) fn split_argument(argument: &[u8]) -> Option<(Vec<u8>, Share)> {
    let mut enc = BASE64_STANDARD_NO_PAD.decode(argument).ok()?;
    if enc.len() != ENC_LEN {
        return None;
    }
    let share = Share(*enc.last_chunk()?);
    enc.truncate(ENC_LEN - 32);
    Some((enc, share))
}

/// Whether a share of low order left nothing of the secret. Looks at every byte, whatever they are.
fn is_zero(secret: &[u8; 32]) -> bool {
    secret.iter().fold(0, |all, byte| all | byte) == 0
}

fn seed_text(seed: &[u8; 32]) -> Zeroizing<String> {
    let mut lower = bech32_encode(bech32::Hrp::parse_unchecked(HRP), seed);
    let text = Zeroizing::new(lower.to_uppercase());
    lower.zeroize();
    text
}
