//! `ginnel officer reset`: somebody forgot their passphrase and enrols anew.

use api::staff::InvitationCode;
use domain::{Clock, OfficerId};
use rand::{CryptoRng, RngCore};
use storage::OfficerError;

use super::invite::expiry;
use super::opened::Opened;

/// Ends everything the officer had (sessions, desks, wrapped keys, claims, passphrase record) and draws
/// a one-time code for them. Nobody can restore a passphrase: their new keys wait to be approved, like
/// anybody's, and what was sealed to the old ones is wrapped to them anew at the ceremony.
pub async fn reset<R: RngCore + CryptoRng>(
    opened: &Opened,
    officer: OfficerId,
    clock: &dyn Clock,
    rng: &mut R,
) -> Result<InvitationCode, OfficerError> {
    let code = InvitationCode::make(rng);
    let expires = expiry(opened, clock);
    opened.store.reset(officer, code.hash(), expires).await?;
    Ok(code)
}
