//! Everything that is derived of a phrase.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use domain::mailbox::Address;
use domain::{InstallationId, ThreadId};
use hkdf::Hkdf;
use notes::SigningKey;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::phrase::Phrase;
use crate::token::{SLOTS, Token};

const SALT: &[u8; 16] = b"ginnel/v1/phrase";
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;

/// A phrase's master key at one installation; every other key comes of it.
///
/// Wiped when dropped. It does not print.
pub struct PhraseKeys {
    inst: InstallationId,
    mk: Zeroizing<[u8; 32]>,
}

impl PhraseKeys {
    /// Stretches a phrase: some tenths of a second and 19 MiB.
    ///
    /// ```text
    /// mk = Argon2id(8 × u16, salt "ginnel/v1/phrase" || INST, 19 MiB, t = 2, p = 1)
    /// ```
    pub fn derive(phrase: &Phrase, inst: InstallationId) -> Self {
        let salt = [SALT.as_slice(), inst.as_bytes()].concat();
        Self {
            inst,
            mk: stretch(phrase.to_bytes().as_slice(), &salt),
        }
    }

    /// The installation they are for.
    pub const fn inst(&self) -> InstallationId {
        self.inst
    }

    /// The conversation every tip with this phrase belongs to: `HKDF(mk, "ginnel/v1/thread")[..16]`.
    pub fn thread(&self) -> ThreadId {
        ThreadId::from_bytes(*self.hkdf("ginnel/v1/thread", &[]))
    }

    /// The key that signs follow-ups: of `HKDF(mk, "ginnel/v1/sign")`.
    pub fn signing_key(&self) -> SigningKey {
        SigningKey::from_seed(&self.hkdf("ginnel/v1/sign", &[]))
    }

    /// The seed of the identity that opens replies: `HKDF(mk, "ginnel/v1/reply")`.
    pub fn expose_reply_seed(&self) -> Zeroizing<[u8; 32]> {
        self.hkdf("ginnel/v1/reply", &[])
    }

    /// What opens the eight slots: `HKDF(mk, "ginnel/v1/fetch" || u8 i)`.
    pub fn tokens(&self) -> [Token; SLOTS] {
        let mut numbers = 0_u8..;
        [(); SLOTS].map(|()| {
            let number = numbers.next().unwrap_or(u8::MAX);
            Token::from_bytes(*self.hkdf("ginnel/v1/fetch", &[number]))
        })
    }

    /// Where the eight slots lie.
    pub fn addresses(&self) -> [Address; SLOTS] {
        self.tokens().map(|token| token.address())
    }

    /// `HKDF(mk, label || number)`, or its first bytes.
    fn hkdf<const N: usize>(&self, label: &str, number: &[u8]) -> Zeroizing<[u8; N]> {
        let mut key = Zeroizing::new([0; N]);
        Hkdf::<Sha256>::new(None, self.mk.as_slice())
            .expand_multi_info(&[label.as_bytes(), number], key.as_mut_slice())
            .expect("32 bytes and fewer are one block of HKDF-SHA256");
        key
    }
}

impl fmt::Debug for PhraseKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhraseKeys(..)")
    }
}

fn stretch(phrase: &[u8], salt: &[u8]) -> Zeroizing<[u8; 32]> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, Some(32));
    let params = params.expect("these parameters are within Argon2's bounds");
    let mut mk = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(phrase, salt, mk.as_mut_slice())
        .expect("16 bytes, a salt of 32 and an output of 32 are within Argon2's bounds");
    mk
}
