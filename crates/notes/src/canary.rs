//! The mark of a test tip: sealed like any other, signed by a key of which consoles know the public half.
//!
//! ```text
//! Sig(canary key, "ginnel/canary/v1", inst 16 || tip 16 || i64 hour)
//! ```
//!
//! It lies inside the tip's seal. A console that opened the tip hands it on to the server: whoever has
//! it has either the key or a desk's. Nobody can make a tip pass for a test that the key did not sign, and
//! a mark proves nothing of any other hour.

use domain::{Hour, InstallationId, TipId};

use crate::authority::Signer;
use crate::signature::{BadSignature, PublicKey, Signature};

const CONTEXT: &str = "ginnel/canary/v1";

/// Marks a test tip with the canary's key.
pub fn mark(signer: &Signer, inst: InstallationId, tip: TipId, hour: Hour) -> Signature {
    signer.key().sign(CONTEXT, &message(inst, tip, hour))
}

/// Whether the canary's key marked this tip. Everything but the key and the installation is chosen by
/// whoever sealed it.
pub fn verify(
    key: PublicKey,
    inst: InstallationId,
    tip: TipId,
    hour: Hour,
    mark: &Signature,
) -> Result<(), BadSignature> {
    key.verify(CONTEXT, &message(inst, tip, hour), mark)
}

fn message(inst: InstallationId, tip: TipId, hour: Hour) -> Vec<u8> {
    let hour = hour.0.to_be_bytes();
    [inst.as_bytes().as_slice(), tip.as_bytes(), &hour].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::SigningKey;

    #[test]
    fn a_mark_holds_for_its_tip_its_hour_and_its_installation_alone() {
        let signer = |seed| Signer::new("canary", SigningKey::from_seed(&[seed; 32])).unwrap();
        let (inst, tip) = (
            InstallationId::from_bytes([1; 16]),
            TipId::from_bytes([2; 16]),
        );
        let (key, hour) = (signer(7).authority().key(), Hour(498_000));
        let mark = mark(&signer(7), inst, tip, hour);
        assert_eq!(verify(key, inst, tip, hour, &mark), Ok(()));
        let other = TipId::from_bytes([3; 16]);
        assert!(verify(key, inst, other, hour, &mark).is_err());
        assert!(verify(key, inst, tip, Hour(498_001), &mark).is_err());
        let elsewhere = InstallationId::from_bytes([9; 16]);
        assert!(verify(key, elsewhere, tip, hour, &mark).is_err());
        let foreign = signer(8).authority().key();
        assert!(verify(foreign, inst, tip, hour, &mark).is_err());
    }
}
