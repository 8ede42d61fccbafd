//! Who takes part: two installations, and as many identities as there are seeds.

use domain::InstallationId;
use identity::Identity;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

pub const INST: InstallationId = InstallationId::from_bytes([1; 16]);
pub const OTHER_INST: InstallationId = InstallationId::from_bytes([2; 16]);

pub fn identity(seed: u64) -> Identity {
    Identity::generate(&mut ChaCha20Rng::seed_from_u64(seed))
}
