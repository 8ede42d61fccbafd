//! `POST /api/vault/{desk}/{record}/take-back`: a supervisor takes a record from whoever works on it.

use actix_web::web::{Data, Json};
use domain::wire;

use super::Staff;
use super::may::{May, RecordPath};
use super::rows::lease;
use super::who::Supervises;
use crate::fault::Fault;

/// Claims one record of the desk, whoever holds it. Why is inside the record's seal.
pub(super) async fn vault_take_back(
    staff: Data<Staff>,
    May(at, path): May<Supervises, RecordPath>,
) -> Result<Json<wire::Claim>, Fault> {
    let (now, record) = (staff.clock.now(), path.1);
    let claimed = staff
        .store
        .take_back(at.desk, record, at.officer, now)
        .await?;
    Ok(Json(lease(claimed)))
}
