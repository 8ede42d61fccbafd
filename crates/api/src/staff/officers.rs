//! `GET /api/officers`: everybody, for coordinators.

use actix_web::web::{Data, Json};
use domain::wire::Officers;

use super::Staff;
use super::may::May;
use super::who::Coordinator;
use super::{invited_row, officer_id, officer_row};
use crate::fault::Fault;

/// Lists officers and open invitations by name.
pub(super) async fn officers(
    staff: Data<Staff>,
    May(Coordinator, ()): May<Coordinator, ()>,
) -> Result<Json<Officers>, Fault> {
    let enrolled = staff.store.officers().await?;
    let invited = staff.store.invitations(staff.clock.now()).await?;
    let invited = invited
        .into_iter()
        .map(|one| invited_row(officer_id(&staff.setup, one.code), one));
    let mut officers: Vec<_> = enrolled
        .into_iter()
        .map(officer_row)
        .chain(invited)
        .collect();
    officers.sort_by_cached_key(|row| row.name.to_lowercase());
    Ok(Json(Officers { officers }))
}
