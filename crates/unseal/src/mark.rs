//! Marks of what tips name, for finding the same in another tip without opening its record.
//!
//! ```text
//! key  = HKDF(seed of VAULT[desk, quarter], "ginnel/v1/entities")
//! mark = HMAC-SHA256(key, entity)[..8]
//! ```
//!
//! A quarter's marks die with its secret, so those of two quarters differ: whoever compares marks what
//! they look for under every quarter they can open. Eight bytes: of a hundred thousand entities two
//! share a mark once in four billion desks, and who sees a mark without the key learns nothing.

use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

const LABEL: &[u8] = b"ginnel/v1/entities";

/// A mark of an entity.
pub type Mark = [u8; 8];

/// What makes the marks of one desk and quarter.
pub struct MarkKey(Zeroizing<[u8; 32]>);

impl MarkKey {
    pub(crate) fn derive(seed: &[u8; 32]) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        let expanded = Hkdf::<Sha256>::new(None, seed).expand(LABEL, key.as_mut());
        expanded.expect("32 bytes are fewer than HKDF can make");
        Self(key)
    }

    /// The mark of what an entity is compared by.
    ///
    /// # Panics
    /// Never: HMAC takes keys of every length.
    pub fn mark(&self, telling: &str) -> Mark {
        let mac = Hmac::<Sha256>::new_from_slice(self.0.as_ref());
        let mut mac = mac.expect("HMAC takes keys of every length");
        mac.update(telling.as_bytes());
        let mut mark = Mark::default();
        for (byte, from) in mark.iter_mut().zip(mac.finalize().into_bytes()) {
            *byte = from;
        }
        mark
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_depends_on_the_key_and_on_every_letter() {
        let key = MarkKey::derive(&[1; 32]);
        assert_eq!(
            key.mark("phone/1"),
            MarkKey::derive(&[1; 32]).mark("phone/1")
        );
        assert_ne!(key.mark("phone/1"), key.mark("phone/2"));
        assert_ne!(
            key.mark("phone/1"),
            MarkKey::derive(&[2; 32]).mark("phone/1")
        );
    }
}
