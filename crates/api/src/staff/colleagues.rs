//! `GET /api/colleagues/{desk}`: who works at a desk, for those who work there.

use actix_web::web::{Data, Json};
use domain::wire::{Colleague, Colleagues};
use storage::OfficerState;

use super::Staff;
use super::may::May;
use super::who::OnDesk;
use crate::fault::Fault;

/// Lists the desk's approved officers by name.
pub(super) async fn colleagues(
    staff: Data<Staff>,
    May(at, ()): May<OnDesk, ()>,
) -> Result<Json<Colleagues>, Fault> {
    let mut officers = staff.store.officers().await?;
    officers.retain(|one| one.state == OfficerState::Approved && one.desks.contains(&at.desk));
    let colleagues = officers.into_iter().map(|officer| Colleague {
        officer: officer.id,
        name: officer.name.to_string(),
        role: officer.role,
    });
    let colleagues = colleagues.collect();
    Ok(Json(Colleagues { colleagues }))
}
