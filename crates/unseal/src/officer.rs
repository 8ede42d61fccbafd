//! An officer's own keys, derived anew at every sign-in.
//!
//! ```text
//! OFFICER    = hybrid identity of HKDF(export key, "ginnel/v1/officer")
//! OFFICERSIG = Ed25519 key of HKDF(export key, "ginnel/v1/officer-sign")
//! ```
//!
//! The export key is what OPAQUE gives the browser and never the server.

use domain::{InstallationId, OfficerId};
use hkdf::Hkdf;
use notes::card::Card;
use notes::{Malformed, RecipientText, SigningKey};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::Identity;

/// The identity that opens an officer's wrappers and the key that signs what they write.
#[derive(Debug)]
pub struct OfficerKeys {
    identity: Identity,
    signing: SigningKey,
}

impl OfficerKeys {
    /// Derives both keys from the 64 bytes of an OPAQUE export key.
    pub fn derive(export_key: &[u8; 64]) -> Self {
        Self {
            identity: Identity::from_seed(derive(export_key, "ginnel/v1/officer")),
            signing: SigningKey::from_seed(&derive(export_key, "ginnel/v1/officer-sign")),
        }
    }

    /// Opens the wrappers made for this officer.
    pub const fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Signs what this officer writes.
    pub const fn signing(&self) -> &SigningKey {
        &self.signing
    }

    /// The card to hand in at enrolment.
    pub fn card(&self, inst: InstallationId, officer: OfficerId) -> Result<Card, Malformed> {
        let recipient = RecipientText::parse(&self.identity.recipient().encode())?;
        Ok(Card::sign(inst, officer, recipient, &self.signing))
    }
}

fn derive(export_key: &[u8; 64], label: &str) -> Zeroizing<[u8; 32]> {
    let mut seed = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, export_key)
        .expand(label.as_bytes(), seed.as_mut_slice())
        .expect("32 bytes are one block of HKDF-SHA256");
    seed
}
