//! The hybrid KEM's combiner and HPKE's key schedule, shared by both ends.
//!
//! Not for use outside `seal` and `unseal`: it takes raw shared secrets.
//!
//! ```text
//! shared = SHA3-256(ss_mlkem || ss_x25519 || share_x25519 || public_x25519 || "\.//^\")
//! key, base_nonce = HPKE base-mode key schedule (RFC 9180 §5.1) of `shared`,
//!     KEM 0x647a, KDF HKDF-SHA256, AEAD ChaCha20Poly1305,
//!     info "age-encryption.org/mlkem768x25519", empty psk
//! ```

use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use hkdf::Hkdf;
use ml_kem::{MlKem768, SharedKey};
use sha2::Sha256;
use sha3::{Digest, Sha3_256};
use zeroize::{Zeroize, Zeroizing};

/// The stanza's name in the age header.
pub const TAG: &str = "mlkem768x25519";

/// Bytes of an encapsulation: an ML-KEM-768 ciphertext and an X25519 share.
pub const ENC_LEN: usize = 1_120;

/// Bytes of the ML-KEM half of a recipient.
pub const MLKEM_KEY_LEN: usize = 1_184;

/// Bytes of a wrapped file key: the key and its tag.
pub const WRAPPED_LEN: usize = 16 + 16;

const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";
const COMBINER_LABEL: &[u8] = br"\.//^\";
const HPKE_VERSION: &[u8] = b"HPKE-v1";
const SUITE: &[u8] = b"HPKE\x64\x7a\x00\x01\x00\x03";

/// Moves a shared secret to where it is wiped on drop, and wipes where it came from.
pub fn guarded(mut secret: SharedKey<MlKem768>) -> Zeroizing<[u8; 32]> {
    let guarded = Zeroizing::new(secret.into());
    secret.as_mut_slice().zeroize();
    guarded
}

/// What the two key agreements of one encapsulation came to.
pub struct Agreement<'a> {
    /// The ML-KEM shared secret.
    pub mlkem_secret: &'a [u8; 32],
    /// The X25519 shared secret; the caller has refused a non-contributory one.
    pub x25519_secret: &'a [u8; 32],
    /// The sender's X25519 share.
    pub x25519_share: &'a [u8; 32],
    /// The recipient's X25519 public key.
    pub x25519_public: &'a [u8; 32],
}

impl Agreement<'_> {
    /// Derives the cipher and nonce that wrap exactly one file key.
    pub fn wrapping_cipher(&self) -> (ChaCha20Poly1305, Nonce) {
        key_schedule(&self.combine())
    }

    fn combine(&self) -> Zeroizing<[u8; 32]> {
        let mut hash = Sha3_256::new();
        hash.update(self.mlkem_secret);
        hash.update(self.x25519_secret);
        hash.update(self.x25519_share);
        hash.update(self.x25519_public);
        hash.update(COMBINER_LABEL);
        Zeroizing::new(hash.finalize().into())
    }
}

fn key_schedule(shared: &[u8; 32]) -> (ChaCha20Poly1305, Nonce) {
    let psk_id_hash = labeled_extract(&[], b"psk_id_hash", &[]);
    let info_hash = labeled_extract(&[], b"info_hash", INFO);
    let context = [[0].as_slice(), psk_id_hash.as_slice(), info_hash.as_slice()].concat();
    let secret = labeled_extract(shared, b"secret", &[]);
    let secret = Hkdf::<Sha256>::from_prk(secret.as_slice())
        .expect("an extracted key is as long as the hash");
    let mut key = Zeroizing::new([0; 32]);
    let mut nonce = [0; 12];
    labeled_expand(&secret, b"key", &context, key.as_mut_slice());
    labeled_expand(&secret, b"base_nonce", &context, &mut nonce);
    let key: &[u8; 32] = &key;
    (ChaCha20Poly1305::new(key.into()), nonce.into())
}

fn labeled_extract(salt: &[u8], label: &[u8], input: &[u8]) -> Zeroizing<[u8; 32]> {
    let labeled = [HPKE_VERSION, SUITE, label, input].concat();
    let (extracted, _) = Hkdf::<Sha256>::extract(Some(salt), &labeled);
    Zeroizing::new(extracted.into())
}

fn labeled_expand(secret: &Hkdf<Sha256>, label: &[u8], context: &[u8], out: &mut [u8]) {
    let length = u16::try_from(out.len()).expect("a key and a nonce are short");
    let info = [&length.to_be_bytes(), HPKE_VERSION, SUITE, label, context];
    secret
        .expand_multi_info(&info, out)
        .expect("a key and a nonce are short");
}
