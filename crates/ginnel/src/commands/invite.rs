//! `ginnel officer invite`: somebody may enrol.

use api::staff::InvitationCode;
use domain::{Clock, Desk, Role};
use rand::{CryptoRng, RngCore};
use storage::{Invitation, InviteError, OfficerName, OfficerStore};

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
    let hours = i64::from(opened.settings.staff.invitation_hours);
    let invitation = Invitation {
        code: code.hash(),
        name: invited.name,
        role: invited.role,
        desks: invited.desks,
        expires: clock.now().plus(hours.saturating_mul(3_600)),
    };
    opened.store.invite(invitation).await?;
    Ok(code)
}
