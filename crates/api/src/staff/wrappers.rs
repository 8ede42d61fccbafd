//! `GET /api/wrappers`: the epoch secrets wrapped to this officer.

use actix_web::web::{Data, Json};
use domain::wire;
use storage::EpochWrapper;

use super::Staff;
use super::may::May;
use super::who::Approved;
use crate::fault::Fault;

/// Hands an officer their own wrappers of the desks they work on now.
pub(super) async fn wrappers(
    staff: Data<Staff>,
    May(who, ()): May<Approved, ()>,
) -> Result<Json<wire::Wrappers>, Fault> {
    let own = staff.store.wrappers_for(who.officer).await?;
    let row = |wrapper: EpochWrapper| wire::Wrapper {
        desk: wrapper.desk,
        period: wrapper.period.to_string(),
        blob: wire::Blob(wrapper.wrapper.into_bytes()),
    };
    let here = own.into_iter().filter(|one| who.desks.contains(&one.desk));
    let wrappers = here.map(row).collect();
    Ok(Json(wire::Wrappers { wrappers }))
}
