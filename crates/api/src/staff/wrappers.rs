//! `GET /api/wrappers`: the epoch secrets wrapped to this officer.

use actix_web::web::{Data, Json};
use domain::wire;
use storage::EpochWrapper;

use super::Staff;
use super::may::May;
use super::who::Approved;
use crate::fault::Fault;

/// Hands an officer their own wrappers.
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
    let wrappers = own.into_iter().map(row).collect();
    Ok(Json(wire::Wrappers { wrappers }))
}
