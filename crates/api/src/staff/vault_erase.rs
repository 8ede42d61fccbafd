//! `POST /api/vault/{desk}/{record}/erase`: a supervisor erases a record before its day.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire::Erase;

use super::Staff;
use super::may::{May, RecordPath};
use super::recorded::Doing;
use super::who::Supervises;
use crate::fault::Fault;

/// Deletes one record of the desk, with its key, under a held claim. What it came in stays until its own day:
/// to name those frames, files and places of replies here would tell which belonged together.
pub(super) async fn vault_erase(
    staff: Data<Staff>,
    May(at, (path, erase)): May<Supervises, (RecordPath, Json<Erase>)>,
) -> Result<HttpResponse, Fault> {
    let held = at.holds(path.1, erase.lease);
    let erased = Doing::new(Operation::Erasure, path.1, erase.reason.code());
    staff.record(&at, [erased]).await?;
    staff.store.delete_record(held).await?;
    Ok(HttpResponse::NoContent().finish())
}
