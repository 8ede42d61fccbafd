//! Invitation codes, and the officer an invitation becomes.

use std::fmt;

use domain::OfficerId;
use rand::{CryptoRng, RngCore};
use sha2::{Digest, Sha256};
use signin::ServerSetup;
use storage::CodeHash;
use zeroize::Zeroizing;

use crate::mac::short_mac;

/// 32 characters, so each is five bits; without `0 1 l o`, which are misread.
const ALPHABET: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";
const CHARACTERS: usize = 26;

/// A one-time code, 130 bits, told to an officer by somebody who knows them.
pub struct InvitationCode(Zeroizing<String>);

impl InvitationCode {
    /// Draws a code.
    pub fn make<R: RngCore + CryptoRng>(rng: &mut R) -> Self {
        let mut code = Zeroizing::new(String::with_capacity(CHARACTERS));
        for _ in 0..CHARACTERS {
            let mut byte = [0; 1];
            rng.fill_bytes(&mut byte);
            code.push(letter(byte[0]));
        }
        Self(code)
    }

    /// Takes a code as it was typed: dashes, spaces and capitals do not matter.
    pub fn typed(text: &str) -> Self {
        let kept = text.chars().filter(char::is_ascii_alphanumeric).take(256);
        Self(Zeroizing::new(
            kept.collect::<String>().to_ascii_lowercase(),
        ))
    }

    /// What the store knows it by.
    pub fn hash(&self) -> CodeHash {
        CodeHash(Sha256::digest(self.0.as_bytes()).into())
    }

    /// The code for the one who invites, in groups: `abcde-fghij-…`.
    pub fn expose_grouped(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(CHARACTERS.saturating_mul(2)));
        for (i, letter) in self.0.chars().enumerate() {
            if i > 0 && i % 5 == 0 {
                text.push('-');
            }
            text.push(letter);
        }
        text
    }
}

fn letter(random: u8) -> char {
    let letter = ALPHABET.get(usize::from(random % 32));
    char::from(*letter.expect("the alphabet has 32 letters"))
}

impl fmt::Debug for InvitationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InvitationCode(..)")
    }
}

/// The officer an invitation will become: HMAC-SHA256(H("ginnel/v1/officer" || setup), code hash)[..16].
///
/// Both halves of an enrolment must name the same id and the server remembers nothing in between.
pub fn officer_id(setup: &ServerSetup, code: CodeHash) -> OfficerId {
    let key = Sha256::new()
        .chain_update("ginnel/v1/officer")
        .chain_update(setup.to_bytes().as_slice())
        .finalize();
    OfficerId::from_bytes(short_mac(&key, &[&code.0]))
}
