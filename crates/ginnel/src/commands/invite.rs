//! `ginnel officer invite`: somebody may enrol.

use api::staff::InvitationCode;
use domain::{Clock, Desk, Role, UnixSeconds};
use rand::{CryptoRng, RngCore};
use storage::{Invitation, InviteError, OfficerName};

use super::opened::Opened;

/// Who is invited.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The name they will sign in with.
    pub name: OfficerName,
    /// What they will be allowed.
    pub role: Role,
    /// The desks they are meant for.
    pub desks: Vec<Desk>,
}

/// Draws a one-time code for somebody, in place of an earlier one under the same name.
pub async fn invite<R: RngCore + CryptoRng>(
    opened: &Opened,
    invited: Invited,
    clock: &dyn Clock,
    rng: &mut R,
) -> Result<InvitationCode, InviteError> {
    let code = InvitationCode::make(rng);
    let invitation = Invitation {
        code: code.hash(),
        name: invited.name,
        role: invited.role,
        desks: invited.desks,
        expires: expiry(opened, clock),
    };
    opened.store.invite(invitation).await?;
    Ok(code)
}

/// When a code drawn now stops working.
pub(super) fn expiry(opened: &Opened, clock: &dyn Clock) -> UnixSeconds {
    let hours = i64::from(opened.settings.staff.invitation_hours);
    clock.now().plus(hours.saturating_mul(3_600))
}
