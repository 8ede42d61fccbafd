//! From a seed to keys: `d || z || x25519 secret = SHAKE256(seed, 96)`.

use ml_kem::{EncodedSizeUser, KemCore, MlKem768};
use sha3::Shake256;
use sha3::digest::{ExtendableOutput, Update, XofReader};
use x25519_dalek::{PublicKey, StaticSecret, X25519_BASEPOINT_BYTES};
use zeroize::{Zeroize, Zeroizing};

use super::Recipient;

/// What a seed expands to.
pub struct Expanded {
    /// ML-KEM's `d`.
    pub d: Zeroizing<[u8; 32]>,
    /// ML-KEM's `z`.
    pub z: Zeroizing<[u8; 32]>,
    /// The X25519 secret.
    pub x25519: Zeroizing<[u8; 32]>,
}

/// Expands a seed, as the [age specification](https://c2sp.org/age) has it.
pub fn expand(seed: &[u8; 32]) -> Expanded {
    let mut stream = Shake256::default().chain(seed).finalize_xof();
    let mut draw = || {
        let mut bytes = Zeroizing::new([0; 32]);
        stream.read(bytes.as_mut_slice());
        bytes
    };
    Expanded {
        d: draw(),
        z: draw(),
        x25519: draw(),
    }
}

impl Recipient {
    /// Whom to seal to so that only who has the seed opens it. Gives no way to open anything.
    pub fn derive(seed: &[u8; 32]) -> Self {
        let expanded = expand(seed);
        let (mut d, mut z) = ((*expanded.d).into(), (*expanded.z).into());
        let (_, mlkem) = MlKem768::generate_deterministic(&d, &z);
        d.as_mut_slice().zeroize();
        z.as_mut_slice().zeroize();
        // By the ladder, as where file keys are wrapped: the comb's tables are large.
        let base = PublicKey::from(X25519_BASEPOINT_BYTES);
        let x25519 = StaticSecret::from(*expanded.x25519).diffie_hellman(&base);
        let bytes = [mlkem.as_bytes().as_slice(), x25519.as_bytes()].concat();
        Self::from_bytes(&bytes).expect("generated keys are reduced and not of low order")
    }
}
