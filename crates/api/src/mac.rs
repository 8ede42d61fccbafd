//! A keyed hash, short.

use hmac::{Hmac, Mac};
use sha2::Sha256;

/// HMAC-SHA256(key, parts joined)[..16].
pub(crate) fn short_mac(key: &[u8], parts: &[&[u8]]) -> [u8; 16] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    for part in parts {
        mac.update(part);
    }
    let hash: [u8; 32] = mac.finalize().into_bytes().into();
    let (short, _) = hash.split_at(16);
    short.try_into().expect("split at 16")
}
